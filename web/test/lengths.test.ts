import { describe, expect, test } from 'vitest';
import { age, distance, exactLength, length } from '../src/words/lengths';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a length', () => {
  test.each([
    [0, '0 s'],
    [40_000, '40 s'],
    [42 * MINUTE, '42 min'],
    [11 * HOUR, '11 h'],
    [11 * HOUR + 15 * MINUTE, '11 h 15'],
    [47 * HOUR + 5 * MINUTE, '47 h 05'],
    [48 * HOUR, '2 d'],
    [76 * HOUR + 59 * MINUTE, '3 d 4 h'],
    [-5 * MINUTE, '0 s'],
  ])('of %i ms is %s', (milliseconds, said) => {
    expect(length(milliseconds)).toBe(said);
  });

  test('has seconds for the first ten minutes where it is asked for exactly', () => {
    expect(exactLength(100_000)).toBe('1 min 40 s');
    expect(exactLength(120_000)).toBe('2 min');
    expect(exactLength(11 * MINUTE + 5_000)).toBe('11 min');
  });
});

test('what was just read is read now', () => {
  expect(age(4_999)).toBe('now');
  expect(age(5_000)).toBe('5 s');
});

test('what is over is ago, what is due is in', () => {
  expect(distance(66 * HOUR)).toBe('in 2 d 18 h');
  expect(distance(-65 * MINUTE)).toBe('1 h 05 ago');
  expect(distance(0)).toBe('now');
});
