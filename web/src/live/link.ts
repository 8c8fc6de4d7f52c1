/** How the page hears of changes. */
export interface Link {
  readonly state: 'connecting' | 'open' | 'lost';
  /** How often it was lost, or tried in vain, since it was last open. */
  readonly tries: number;
}

export type LinkEvent = { readonly type: 'opened' } | { readonly type: 'lost' };

export const unlinked: Link = { state: 'connecting', tries: 0 };

/** A link that was lost stays lost in the eyes of the reader until it is open again. */
export function linkAfter(link: Link, event: LinkEvent): Link {
  return event.type === 'opened' ? { state: 'open', tries: 0 } : { state: 'lost', tries: link.tries + 1 };
}

const LONGEST_WAIT = 30_000;

/** Milliseconds until the next try: 1 s, 2 s, 4 s … 30 s, and up to half as much more, so that not all pages return at once. */
export function waitBefore(tries: number, chance: number): number {
  return Math.min(LONGEST_WAIT, 1000 * 2 ** Math.max(0, tries - 1)) * (1 + chance / 2);
}

/** How often pages are asked for while the link is not open. */
export const POLL_EVERY = 30_000;

/** The server speaks every 15 s; one that is silent for this long is gone, whatever the network says. */
export const SILENCE = 45_000;
