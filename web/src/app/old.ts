import { Refused } from '../api/http';

/**
 * Why what is shown may not be so any more though the link is open: the server says so of its overview, or has none to give now.
 *
 * @param outdated what the overview says of itself
 * @param error what became of the newest try to read it
 */
export function whyOld(outdated: string | undefined, error: Error | null): string | undefined {
  return error instanceof Refused ? error.problem.detail : outdated;
}
