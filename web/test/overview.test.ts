import { expect, test } from 'vitest';
import type { Next } from '../src/api/types';
import { lanes, words } from '../src/overview/lanes';
import { placeOf } from '../src/overview/place';
import { byAttention } from '../src/track/teams';

const NOW = Date.parse('2024-10-01T12:00:00Z');

function next(hours: number, title: string, text: string, ...after: string[]): Next {
  const certainty = after.length === 0 ? 'WILL' : 'DEPENDS';
  return { at: new Date(NOW + hours * 3_600_000).toISOString(), title, text, after, track: `player/8.9.2/${title}`, certainty };
}

test('a lane shows what is due within a day, each at its place', () => {
  const [android, ios] = lanes([next(6, 'Android', 'submits'), next(12, 'iOS', 'goes to 100 %'), next(25, 'Android', 'late')], NOW);
  expect(android?.events.map((event) => event.at)).toEqual([25]);
  expect(ios?.events[0]?.at).toBe(50);
});

test('words that would meet stand on lines of their own, and end before the edge', () => {
  const [lane] = lanes([next(6, 'Android', 'submits to Google Play'), next(6.5, 'Android', 'submits to the feed'), next(23, 'Android', 'goes to 100 %')], NOW);
  expect(lane?.events.map((event) => event.line)).toEqual([0, 1, 0]);
  expect(lane?.lines).toBe(2);
  expect(lane?.events.map((event) => event.left)).toEqual([false, false, true]);
});

test('what is due at once in several places is told once', () => {
  const [lane] = lanes([next(6, 'Desktop', 'submits'), next(6, 'Desktop', 'submits'), next(7, 'Desktop', 'submits')], NOW);
  expect(lane?.events.map((event) => event.next.text)).toEqual(['submits, 2 places', 'submits']);
});

test('what waits for more than time says for what, as far as there is room', () => {
  expect(words(next(6, 'iOS', 'submits'))).toBe('submits');
  expect(words(next(6, 'iOS', 'submits', 'legal check passed'))).toBe('submits after: legal check passed');
  expect(words(next(6, 'iOS', 'submits', 'legal check passed', 'no freeze'))).toBe('submits after: legal check passed and 1 more');
  const [lane] = lanes([next(6, 'iOS', 'submits', 'legal check passed'), next(6, 'iOS', 'submits', 'no freeze')], NOW);
  expect(lane?.events).toHaveLength(2);
});

test('a lane with nothing due is not drawn', () => {
  expect(lanes([next(30, 'iOS', 'late')], NOW)).toEqual([]);
});

test('the place of a row is its state and its time', () => {
  expect(placeOf({ stage: 'ROLLING_OUT', place: '1 %, 11 h 15 of 24 h' })).toEqual({ name: '1 %', time: '11 h 15 of 24 h' });
  expect(placeOf({ stage: 'SUBMITTED', place: 'Submitted for review, 36 min' })).toEqual({ name: 'In review', time: '36 min' });
  expect(placeOf({ stage: 'UPCOMING', place: '' })).toEqual({ name: '', time: '' });
});

test('teams that are not through come first, the worst of them at the head', () => {
  const word = (name: string, standing: string) => ({ team: name, name, standing, what: '' });
  const sorted = byAttention([word('Ads', 'passed'), word('Search', 'missing'), word('Kids', 'failed'), word('Car', 'opted-out'), word('Home', 'running')]);
  expect(sorted.map((team) => team.name)).toEqual(['Kids', 'Search', 'Home', 'Ads', 'Car']);
});
