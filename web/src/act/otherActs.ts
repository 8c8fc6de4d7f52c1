import type { ReleasePage, TrainPage } from '../api/types';
import { moveName, modeName } from '../words/status';
import { localField } from '../words/times';
import { filled, reason, reasonIfAny, type Plan, type Subject } from './plan';
import { below, written } from './trackActs';

/** The acts of a release, by the name under which the API offers them. */
export function releasePlan(name: string, target: string, subject: Subject, page: ReleasePage): Plan | undefined {
  const to = below(subject);
  switch (name) {
    case 'approve-commit': {
      const commit = page.repositories.flatMap((r) => r.branched).find((change) => change.commit === target);
      return {
        title: `Approve ${target.slice(0, 7)} for ${subject.version}?`,
        effects: [
          ...(commit === undefined ? [] : [{ sign: 'person' as const, text: `${commit.subject}, by ${commit.author}, ${commit.lines} lines.` }]),
          { sign: 'robot', text: 'A new candidate is made of it. What that voids is in the policy.' },
        ],
        fields: [{ kind: 'line', name: 'bug', label: 'Bug that it fixes', hint: 'Its key in the tracker.', first: commit?.tickets[0] ?? '' }, reason()],
        verb: 'Approve',
        stay: 'Not this one',
        order: (form) => ({ method: 'POST', address: to`approve-commit`, body: { commit: target, ...filled(form, 'bug', 'reason') } }),
      };
    }
    case 'cut-anyway':
      return {
        title: `Cut ${subject.version} from an old green commit?`,
        effects: [{ sign: 'robot', text: 'The branch is cut from the newest commit that passed, however old it is.' }],
        fields: [reason()],
        verb: 'Cut anyway',
        stay: 'Wait for green',
        order: (form) => ({ method: 'POST', address: to`cut-anyway`, body: filled(form, 'reason') }),
      };
    case 'confirm':
      return {
        title: `Say yes: ${subject.title} ${page.moves.find((move) => move.proposal === target)?.verb ?? 'goes on'}?`,
        effects: [{ sign: 'robot', text: 'The Robot does it at once, if every condition is still met.' }],
        fields: [],
        verb: 'Confirm',
        stay: 'Not yet',
        order: () => ({ method: 'POST', address: to`confirm`, body: { fingerprint: target } }),
      };
    case 'try-repository-again':
      return {
        title: `Try ${target} again now?`,
        effects: [{ sign: 'robot', text: 'The call that was refused is made once more.' }],
        fields: [],
        verb: 'Try again',
        stay: 'Not yet',
        order: () => ({ method: 'POST', address: to`repositories/${target}/try-again` }),
      };
    default:
      return undefined;
  }
}

/** The acts of a train and of the app's switches. */
export function trainPlan(name: string, target: string, subject: Subject, page: TrainPage): Plan | undefined {
  const to = below(subject);
  switch (name) {
    case 'switch-off':
      return {
        title: `Turn the Robot off for all of ${page.name}?`,
        effects: [
          { sign: 'robot', text: 'It makes no move on any track until somebody turns it on again.' },
          { sign: 'store', text: 'What a store already does goes on: this does not pause a rollout.' },
        ],
        fields: [reasonIfAny],
        verb: 'Turn Robot off',
        stay: 'Leave it on',
        stops: true,
        order: (form) => ({ method: 'POST', address: to`switch-off`, body: filled(form, 'reason') }),
      };
    case 'switch-on':
      return {
        title: `Turn the Robot on for ${page.name}?`,
        effects: [{ sign: 'robot', text: 'It looks at every track at once, and moves where every condition is met.' }],
        fields: [reason()],
        verb: 'Turn Robot on',
        stay: 'Leave it off',
        order: (form) => ({ method: 'POST', address: to`switch-on`, body: filled(form, 'reason') }),
      };
    case 'arm':
      return {
        title: `${moveName(target)}: how far may the Robot go?`,
        effects: [],
        fields: [
          {
            kind: 'choice',
            name: 'mode',
            label: 'Mode',
            first: page.robot.moves.find((armed) => armed.move === target)?.mode.toLowerCase() ?? '',
            options: [
              { value: 'observe', label: 'Observe', effect: 'It only writes down what it would do.' },
              { value: 'manual', label: 'Manual', effect: 'It waits for a person’s word; the conditions still hold.' },
              { value: 'confirm', label: 'Confirm', effect: 'It proposes, and people confirm.' },
              { value: 'automatic', label: 'Automatic', effect: 'It acts at any hour, once every condition is met.' },
            ],
          },
          reason(),
        ],
        verb: 'Set the mode',
        stay: `It ${modeName(page.robot.moves.find((armed) => armed.move === target)?.mode ?? '')}`,
        order: (form) => ({ method: 'POST', address: to`arm`, body: { move: target.toLowerCase().replaceAll('_', '-'), ...filled(form, 'mode', 'reason') } }),
      };
    case 'skip':
      return {
        title: `Skip the departure of ${target}?`,
        effects: [{ sign: 'na', text: 'No cycle begins on that date. What is on main goes with the next one.' }],
        fields: [reason()],
        verb: 'Skip it',
        stay: 'Let it depart',
        order: (form) => ({ method: 'POST', address: to`skip`, body: { date: target, ...filled(form, 'reason') } }),
      };
    case 'postpone':
      return {
        title: `Postpone the departure of ${target}?`,
        effects: [{ sign: 'waiting', text: 'The cycle begins then, and all its dates move along.' }],
        fields: [
          {
            kind: 'instant',
            name: 'to',
            label: 'To',
            hint: `${page.zone}.`,
            first: page.next === undefined ? '' : localField(Date.parse(page.next.at), page.zone),
          },
          reason(),
        ],
        verb: 'Postpone it',
        stay: 'Let it depart',
        order: (form) => ({ method: 'POST', address: to`postpone`, body: { date: target, to: written(form.to, page.zone), ...filled(form, 'reason') } }),
      };
    default:
      return undefined;
  }
}
