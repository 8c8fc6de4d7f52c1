import type { TeamWord } from '../api/types';

const ORDER = ['failed', 'stale', 'missing', 'not-started', 'running'];

/** Those that are not through first, worst first, then by name. */
export function byAttention(words: readonly TeamWord[]): TeamWord[] {
  const rank = (word: TeamWord) => {
    const index = ORDER.indexOf(word.standing);
    return index < 0 ? ORDER.length : index;
  };
  return words.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'en'));
}
