import type { Submission } from '../api/types';
import type { Field, Form, Plan, Subject } from './plan';

const NOTE = 'note:';
const ANSWER = 'answer:';

/** Writes release notes and the stores' obligatory answers. What is not written here stays as it is. */
export function packagePlan(subject: Subject, submission: Submission): Plan {
  const notes: Field[] = submission.notes.map((note) => ({
    kind: 'lines',
    name: NOTE + note.locale,
    label: `Release notes, ${note.locale}`,
    hint: '',
    first: note.text,
  }));
  const answers: Field[] = submission.answers.map((answer) => ({
    kind: 'tick',
    name: ANSWER + answer.name,
    label: answer.name,
    first: answer.given,
  }));
  return {
    title: `What goes to the stores with ${subject.title}?`,
    effects: [],
    fields: [
      ...notes,
      { kind: 'line', name: 'locale', label: 'Another language', hint: 'Such as sv-SE. May stay empty.' },
      { kind: 'lines', name: 'text', label: 'Its release notes', hint: '' },
      ...answers,
    ],
    verb: 'Write',
    stay: 'Leave it',
    order: (form) => ({ method: 'PUT', address: `${subject.address}/package`, body: parcel(form) }),
  };
}

export function parcel(form: Form) {
  const notes = Object.entries(form)
    .filter(([name, text]) => name.startsWith(NOTE) && text.trim() !== '')
    .map(([name, text]) => ({ locale: name.slice(NOTE.length), text }));
  const locale = form.locale?.trim() ?? '';
  const answers = Object.entries(form)
    .filter(([name]) => name.startsWith(ANSWER))
    .map(([name, given]) => ({ name: name.slice(ANSWER.length), given: given === 'yes' }));
  return { notes: locale === '' ? notes : [...notes, { locale, text: form.text ?? '' }], answers };
}
