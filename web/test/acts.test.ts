import { describe, expect, test } from 'vitest';
import { complaint, faultOf, isStale, type Giving } from '../src/act/giving';
import { parcel } from '../src/act/packageAct';
import { filled, firstValues, lacking, type Field } from '../src/act/plan';
import { written } from '../src/act/trackActs';
import { callsSince } from '../src/track/callsSince';

const refused = (status: number, pointer: string): Giving => ({
  state: 'refused',
  problem: { type: 'refused', title: 'Not now', status, detail: 'It is paused already.', errors: [{ pointer, code: 'c', message: 'm' }] },
});

describe('a command that was refused', () => {
  test('shows a fault at its field', () => {
    expect(faultOf(refused(422, '/reason'), 'reason')?.message).toBe('m');
    expect(complaint(refused(422, '/reason'), ['reason'])).toBeUndefined();
  });

  test('shows beneath the fields what belongs to none of them', () => {
    expect(complaint(refused(409, ''), ['reason'])).toBe('It is paused already.');
  });

  test('is stale if its subject has changed, and only then', () => {
    expect(isStale(refused(412, 'If-Match'))).toBe(true);
    expect(isStale(refused(409, ''))).toBe(false);
  });
});

test('a time that is written into a dialog is one of the app’s clock, as all times of its page are', () => {
  expect(written('2024-10-01T14:20', 'Europe/Stockholm')).toBe('2024-10-01T12:20:00.000Z');
  expect(written('2024-10-01T14:20', 'America/New_York')).toBe('2024-10-01T18:20:00.000Z');
  expect(written('', 'Europe/Stockholm')).toBeUndefined();
});

test('a command whose answer was lost is neither done nor refused', () => {
  expect(complaint({ state: 'unsure', why: 'the network is gone' }, [])).toContain('may be on record or not');
});

test('what was left empty is not sent', () => {
  expect(filled({ reason: '  ', choice: 'block' }, 'reason', 'choice')).toEqual({ choice: 'block' });
});

test('fields begin with what is known', () => {
  expect(
    firstValues([
      { kind: 'lines', name: 'note:en', label: '', hint: '', first: 'Better' },
      { kind: 'tick', name: 'answer:ads', label: 'ads', first: true },
      { kind: 'typed', name: 'typed', text: '8.9.2' },
    ]),
  ).toEqual({ 'note:en': 'Better', 'answer:ads': 'yes', typed: '' });
});

test('a package carries what was written, and a new language only if one is named', () => {
  expect(parcel({ 'note:en-US': 'Better', 'note:de-DE': ' ', locale: '', text: 'lost', 'answer:ads': 'yes', 'answer:export': '' })).toEqual({
    notes: [{ locale: 'en-US', text: 'Better' }],
    answers: [
      { name: 'ads', given: true },
      { name: 'export', given: false },
    ],
  });
  expect(parcel({ locale: ' sv-SE ', text: 'Bättre' }).notes).toEqual([{ locale: 'sv-SE', text: 'Bättre' }]);
});

test('only calls that were asked for since a command are told as its effect', () => {
  const call = (number: number, asked: string) => ({ number, effect: 'stops play', stop: true, asked, state: 'PLANNED', detail: '' });
  const store = {
    key: 'play',
    name: 'Play',
    state: '1 %',
    since: '2024-10-01T10:00:00Z',
    limits: '',
    actions: [call(1, '2024-10-01T10:00:00Z'), call(2, '2024-10-01T12:00:05Z')],
  };
  expect(callsSince([store], '2024-10-01T12:00:00Z').map((found) => found.call.number)).toEqual([2]);
});

describe('a dialog', () => {
  const choice: Field = { kind: 'choice', name: 'choice', label: 'Answer', options: [], first: '' };
  const typed: Field = { kind: 'typed', name: 'typed', text: '8.9.2' };

  test('sends nothing before a choice is made', () => {
    expect(lacking([choice], { choice: '' })).toBe('Choose first.');
    expect(lacking([choice], { choice: 'accept' })).toBeUndefined();
  });

  test('sends nothing before exactly the version is written', () => {
    expect(lacking([typed], { typed: '8.9' })).toBe('Write 8.9.2 first.');
    expect(lacking([typed], { typed: ' 8.9.2 ' })).toBeUndefined();
  });
});
