import { expect, test } from 'vitest';
import { clockTime, dayTime, exactTime, hours, instantIn, localField, pointed, sameTime, utc, zoneName } from '../src/words/times';

const STOCKHOLM = 'Europe/Stockholm';
const at = (text: string) => Date.parse(text);

test('an instant is as short as it stays clear', () => {
  const now = at('2024-10-01T12:20:00Z');
  expect(dayTime(at('2024-10-01T12:05:00Z'), now, STOCKHOLM)).toBe('14:05');
  expect(dayTime(at('2024-10-01T22:30:00Z'), now, STOCKHOLM)).toBe('Wed 00:30');
  expect(dayTime(at('2024-10-02T01:05:00Z'), now, STOCKHOLM)).toBe('Wed 03:05');
  expect(dayTime(at('2024-09-20T07:00:00Z'), now, STOCKHOLM)).toBe('Fri 20 Sep 09:00');
  expect(dayTime(at('2025-10-01T12:05:00Z'), now, STOCKHOLM)).toBe('Wed 1 Oct 14:05');
});

test('the same instant is another time elsewhere', () => {
  const instant = at('2024-10-01T12:20:05Z');
  expect(exactTime(instant, STOCKHOLM)).toBe('14:20:05');
  expect(clockTime(instant, 'America/New_York')).toBe('08:20');
  expect(clockTime(instant, 'Z')).toBe('12:20');
  expect(utc(instant)).toBe('2024-10-01 12:20:05 UTC');
});

test('zones that keep the same time now are no difference to a reader', () => {
  expect(sameTime(at('2024-10-01T12:00:00Z'), STOCKHOLM, 'Europe/Berlin')).toBe(true);
  expect(sameTime(at('2024-10-01T12:00:00Z'), STOCKHOLM, 'UTC')).toBe(false);
});

test('who points at a time is told what their own clock shows, if it is something else', () => {
  const instant = at('2024-10-01T12:20:05Z');
  expect(pointed(instant, STOCKHOLM, 'America/New_York')).toBe('Tue 1 Oct 08:20 in New York, 2024-10-01 12:20:05 UTC');
  expect(pointed(instant, STOCKHOLM, 'Europe/Berlin')).toBe('2024-10-01 12:20:05 UTC');
});

test('a zone is named by its city', () => {
  expect(zoneName('America/New_York')).toBe('New York');
  expect(zoneName('Z')).toBe('UTC');
});

test('hours of the axis are those of the wall, over the night when clocks change too', () => {
  const found = hours(at('2024-10-26T20:00:00Z'), at('2024-10-27T20:00:00Z'), 3, STOCKHOLM);
  expect(found.map((hour) => clockTime(hour, STOCKHOLM))).toEqual(['00:00', '03:00', '06:00', '09:00', '12:00', '15:00', '18:00', '21:00']);
});

test('what a person writes into a field is meant in their zone', () => {
  expect(new Date(instantIn('2024-10-01T14:20', STOCKHOLM)).toISOString()).toBe('2024-10-01T12:20:00.000Z');
  expect(new Date(instantIn('2024-12-01T14:20', STOCKHOLM)).toISOString()).toBe('2024-12-01T13:20:00.000Z');
  const instant = at('2024-10-27T03:30:00Z');
  expect(instantIn(localField(instant, STOCKHOLM), STOCKHOLM)).toBe(instant);
});
