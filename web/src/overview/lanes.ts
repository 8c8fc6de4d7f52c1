import type { Next } from '../api/types';

/** The same at the same time in several places is told once. */
function gathered(coming: readonly Next[]): Next[] {
  const told = new Map<string, { readonly next: Next; count: number }>();
  for (const next of coming) {
    const key = `${next.at} ${next.title} ${next.text} ${next.after.join()} ${next.certainty}`;
    const same = told.get(key);
    if (same === undefined) {
      told.set(key, { next, count: 1 });
    } else {
      same.count++;
    }
  }
  return [...told.values()].map(({ next, count }) => (count === 1 ? next : { ...next, text: `${next.text}, ${count} places` }));
}

/** What comes, and what else it waits for than time: there is room for the first of it. */
export function words(next: Next): string {
  const [first, ...more] = next.after;
  return first === undefined ? next.text : `${next.text} after: ${first}${more.length === 0 ? '' : ` and ${more.length} more`}`;
}

/** Something on a lane: where, and on which of the lane's lines so that words do not meet. */
export interface Placed {
  readonly next: Next;
  /** 0 to 100 from now to a day ahead. */
  readonly at: number;
  readonly line: number;
  /** Whether the words stand to the left of the sign. */
  readonly left: boolean;
}

export interface Lane {
  readonly name: string;
  readonly lines: number;
  readonly events: readonly Placed[];
}

const DAY = 24 * 60 * 60 * 1000;

/** What a sign and a letter take of a lane's width at the narrowest. */
const SIGN = 2.6;
const LETTER = 0.62;

/** One lane for each platform, with what is due there within a day of `now`. */
export function lanes(coming: readonly Next[], now: number): Lane[] {
  const told = gathered(coming);
  const names = [...new Set(told.map((next) => next.title))];
  return names
    .map((name) => lane(name, told.filter((next) => next.title === name), now))
    .filter((made) => made.events.length > 0);
}

function lane(name: string, events: readonly Next[], now: number): Lane {
  const ends: number[] = [];
  const placed = events
    .map((next) => ({ next, at: ((Date.parse(next.at) - now) / DAY) * 100 }))
    .filter(({ at }) => at >= 0 && at <= 100)
    .sort((one, other) => one.at - other.at)
    .map(({ next, at }) => {
      const width = words(next).length * LETTER + SIGN;
      const left = at + width > 100;
      const from = left ? at - width : at - SIGN / 2;
      const free = ends.findIndex((end) => end <= from);
      const line = free < 0 ? ends.length : free;
      ends[line] = left ? at + SIGN / 2 : at + width;
      return { next, at, line, left };
    });
  return { name, lines: Math.max(1, ends.length), events: placed };
}
