import type { ActionView, Destination } from '../api/types';

/** The calls to stores that were asked for since a command was on record, oldest first. */
export function callsSince(destinations: readonly Destination[], since: string): { store: string; call: ActionView }[] {
  const from = Date.parse(since);
  return destinations
    .flatMap((destination) => destination.actions.map((call) => ({ store: destination.name, call })))
    .filter(({ call }) => Date.parse(call.asked) >= from)
    .sort((one, other) => Date.parse(one.call.asked) - Date.parse(other.call.asked));
}
