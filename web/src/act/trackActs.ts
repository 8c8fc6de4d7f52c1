import type { TrackPage } from '../api/types';
import { encoded } from '../api/url';
import { instantIn, localField } from '../words/times';
import { packagePlan } from './packageAct';
import { filled, reason, reasonIfAny, type Plan, type Subject } from './plan';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Makes the address of a command below its subject's. */
export function below(subject: Subject) {
  return (parts: TemplateStringsArray, ...values: string[]) => `${subject.address}/${encoded(parts, values)}`;
}

/** The acts of a track, by the name under which the API offers them. An act that is not here is not shown. */
export function trackPlan(name: string, target: string, subject: Subject, page: TrackPage): Plan | undefined {
  const to = below(subject);
  const { title, version } = subject;
  const team = page.signOffs.find((word) => word.team === target)?.name ?? target;
  const store = page.destinations.find((destination) => destination.key === target)?.name ?? target;
  switch (name) {
    case 'pause':
      return {
        title: `Pause the rollout of ${title}?`,
        effects: [
          { sign: 'pause', text: `No one new gets ${version}. Those who have it keep it.` },
          { sign: 'robot', text: 'The Robot stops for this track. Only a person can resume.' },
          { sign: 'waiting', text: 'Other platforms are not touched.' },
        ],
        fields: [reasonIfAny],
        verb: 'Pause rollout',
        stay: 'Keep going',
        stops: true,
        reachesStore: true,
        order: (form) => ({ method: 'POST', address: to`pause`, body: filled(form, 'reason') }),
      };
    case 'resume':
      return {
        title: `Resume ${title}?`,
        effects: [
          { sign: 'person', text: `${version} is offered again, as it was before it was paused.` },
          { sign: 'robot', text: 'The Robot goes on once every condition for it is met.' },
        ],
        fields: [reason(), { kind: 'typed', name: 'typed', text: version }],
        verb: 'Resume',
        stay: 'Stay paused',
        reachesStore: true,
        order: (form) => ({ method: 'POST', address: to`resume`, body: filled(form, 'reason') }),
      };
    case 'cancel':
      return {
        title: `Cancel ${title} for good?`,
        effects: [
          { sign: 'pause', text: `A review is withdrawn, a rollout is halted. ${version} goes to nobody new.` },
          { sign: 'person', text: 'Those who have it keep it and stay watched.' },
          { sign: 'na', text: 'It cannot be undone. What is open moves to the next version.' },
        ],
        fields: [reason(), { kind: 'typed', name: 'typed', text: version }],
        verb: 'Cancel release',
        stay: 'Keep the release',
        stops: true,
        reachesStore: true,
        order: (form) => ({ method: 'POST', address: to`cancel`, body: filled(form, 'reason') }),
      };
    case 'turn-robot-off':
      return {
        title: `Turn the Robot off for ${title}?`,
        effects: [
          { sign: 'robot', text: 'It makes no move here until somebody turns it on again.' },
          { sign: 'store', text: 'What a store already does goes on: this does not pause a rollout.' },
        ],
        fields: [reasonIfAny],
        verb: 'Turn Robot off',
        stay: 'Leave it on',
        stops: true,
        order: (form) => ({ method: 'POST', address: to`turn-robot-off`, body: filled(form, 'reason') }),
      };
    case 'turn-robot-on':
      return {
        title: `Turn the Robot on for ${title}?`,
        effects: [{ sign: 'robot', text: 'It looks at once, and makes the next move if every condition is met.' }],
        fields: [reason()],
        verb: 'Turn Robot on',
        stay: 'Leave it off',
        order: (form) => ({ method: 'POST', address: to`turn-robot-on`, body: filled(form, 'reason') }),
      };
    case 'ask':
      return {
        title: `Ask a question about ${title}?`,
        effects: [{ sign: 'robot', text: 'The Robot holds until the release manager answers: block, or accept.' }],
        fields: [reason('At least 5 characters.', 'The question')],
        verb: 'Ask',
        stay: 'Do not ask',
        order: (form) => ({ method: 'POST', address: to`ask`, body: filled(form, 'reason') }),
      };
    case 'answer':
      return {
        title: page.questions.find((question) => question.id === target)?.text ?? 'Answer the question?',
        effects: [],
        fields: [
          {
            kind: 'choice',
            name: 'choice',
            label: 'Answer',
            first: '',
            options: [
              { value: 'block', label: 'Block the release', effect: 'Back to candidate: a fix and a new candidate are needed.' },
              { value: 'accept', label: 'Accept', effect: 'The release goes on as it is.' },
            ],
          },
          reason(),
        ],
        verb: 'Answer',
        stay: 'Not yet',
        order: (form) => ({ method: 'POST', address: to`questions/${target}/answer`, body: filled(form, 'choice', 'reason') }),
      };
    case 'sign-off':
      return {
        title: `What does ${team} say of ${page.candidate?.title ?? 'this candidate'}?`,
        effects: [],
        fields: [
          {
            kind: 'choice',
            name: 'result',
            label: 'Result',
            first: '',
            options: [
              { value: 'passed', label: 'Passed', effect: 'The tests of this team passed on this candidate.' },
              { value: 'failed', label: 'Failed', effect: 'The release waits for a fix or a waiver.' },
              { value: 'running', label: 'Running', effect: 'Tests are under way.' },
              { value: 'withdrawn', label: 'Withdrawn', effect: 'Takes back what was said before.' },
            ],
          },
          { kind: 'line', name: 'what', label: 'What failed', hint: 'Only if it failed.' },
          { kind: 'line', name: 'link', label: 'Link to the results', hint: 'May stay empty.' },
        ],
        verb: 'Sign',
        stay: 'Not yet',
        order: (form) => ({
          method: 'POST',
          address: to`sign-offs/${target}`,
          body: filled(form, 'result', 'what', 'link'),
        }),
      };
    case 'opt-out':
      return {
        title: `Opt ${team} out?`,
        effects: [{ sign: 'robot', text: 'The release no longer waits for this team, until the day below.' }],
        fields: [
          {
            kind: 'instant',
            name: 'until',
            label: 'Until',
            hint: `${page.zone}. From then on its word is needed again.`,
            first: localField(Date.parse(page.asOf) + WEEK, page.zone),
          },
          reason(),
        ],
        verb: 'Opt out',
        stay: 'Keep waiting for it',
        order: (form) => ({
          method: 'POST',
          address: to`sign-offs/${target}/opt-out`,
          body: { ...filled(form, 'reason'), until: written(form.until, page.zone) },
        }),
      };
    case 'waive-team':
      return {
        title: `Go without the word of ${team}?`,
        effects: [{ sign: 'person', text: `Only for ${page.candidate?.title ?? 'this candidate'}. A new candidate needs its word again.` }],
        fields: [reason()],
        verb: 'Go without it',
        stay: 'Keep waiting for it',
        order: (form) => ({ method: 'POST', address: to`sign-offs/${target}/waive`, body: filled(form, 'reason') }),
      };
    case 'accept-criterion':
      return {
        title: `Accept “${conditionName(page, target)}” as it is?`,
        effects: [{ sign: 'person', text: 'It counts as met for this candidate only, under your name.' }],
        fields: [reason()],
        verb: 'Accept it',
        stay: 'Keep it',
        order: (form) => ({ method: 'POST', address: to`criteria/${target}/accept`, body: filled(form, 'reason') }),
      };
    case 'rule-on-bug':
      return {
        title: `Does ${target} hold ${title} back?`,
        effects: [],
        fields: [
          {
            kind: 'choice',
            name: 'ruling',
            label: 'Ruling',
            first: '',
            options: [
              { value: 'no-code-needed', label: 'No code needed', effect: 'Closed without a change: nothing has to be in the candidate.' },
              { value: 'accepted-now', label: 'Accept for now', effect: 'It does not block this version; it blocks the next one.' },
            ],
          },
          reason(),
        ],
        verb: 'Rule',
        stay: 'It still blocks',
        order: (form) => ({ method: 'POST', address: to`bugs/${target}/rule`, body: filled(form, 'ruling', 'reason') }),
      };
    case 'confirm':
      return {
        title: `Say yes: ${title} ${page.moves.find((move) => move.proposal === target)?.verb ?? 'goes on'}?`,
        effects: [{ sign: 'robot', text: 'The Robot does it at once, if every condition is still met.' }],
        fields: [],
        verb: 'Confirm',
        stay: 'Not yet',
        reachesStore: true,
        order: () => ({ method: 'POST', address: to`confirm`, body: { fingerprint: target } }),
      };
    case 'adopt':
      return {
        title: `Take what ${store} shows as the truth?`,
        effects: [{ sign: 'store', text: 'The record follows the store. The Robot goes on from there.' }],
        fields: [reason()],
        verb: 'Adopt it',
        stay: 'Keep holding',
        order: (form) => ({ method: 'POST', address: to`destinations/${target}/adopt`, body: filled(form, 'reason') }),
      };
    case 'try-again':
      return {
        title: `Try ${store} again now?`,
        effects: [{ sign: 'store', text: 'The call that was refused is made once more.' }],
        fields: [],
        verb: 'Try again',
        stay: 'Not yet',
        reachesStore: true,
        order: () => ({ method: 'POST', address: to`destinations/${target}/try-again` }),
      };
    case 'choose-other':
      return {
        title: `${target} is still on its way out. What becomes of it?`,
        effects: [],
        fields: [
          {
            kind: 'choice',
            name: 'choice',
            label: 'Choice',
            first: '',
            options: [
              { value: 'finish', label: `Finish ${target} first`, effect: `${version} waits until everyone has ${target}.` },
              { value: 'abandon', label: `Abandon ${target}`, effect: `${version} waits until ${target} is cancelled.` },
              { value: 'supersede', label: `Replace ${target}`, effect: `${version} takes the place of ${target} as it is.` },
            ],
          },
          reason(),
        ],
        verb: 'Choose',
        stay: 'Not yet',
        order: (form) => ({ method: 'POST', address: to`others/${target}/choose`, body: filled(form, 'choice', 'reason') }),
      };
    case 'write-package':
      return packagePlan(subject, page.submission);
    default:
      return undefined;
  }
}

function conditionName(page: TrackPage, key: string): string {
  return page.moves.flatMap((move) => move.conditions).find((condition) => condition.key === key)?.name ?? key;
}

/** An instant as the API takes it, of a time on a clock of that zone; empty stays empty, and the server says that it is missing. */
export function written(local: string | undefined, zone: string): string | undefined {
  return local ? new Date(instantIn(local, zone)).toISOString() : undefined;
}
