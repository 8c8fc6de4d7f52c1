import { createContext, useContext } from 'react';
import { pointed } from '../words/times';
import { viewerZone } from '../words/zone';

/** The one zone of a page: its app's, for the server's sentences name times of that too. */
export const PageZone = createContext(viewerZone);

export function useZone(): string {
  return useContext(PageZone);
}

/** What an instant says when it is pointed at. */
export function usePointed(): (instant: number) => string {
  const zone = useZone();
  return (instant) => pointed(instant, zone, viewerZone);
}
