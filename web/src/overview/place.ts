import type { TrackRow } from '../api/types';

const SHORT: Partial<Record<TrackRow['stage'], string>> = {
  BRANCHED: 'Branched',
  CANDIDATE: 'Candidate',
  SUBMITTED: 'In review',
};

/** What stands under the rail, in the two parts of its line. */
export function placeOf(row: Pick<TrackRow, 'stage' | 'place'>): { readonly name: string; readonly time: string } {
  const comma = row.place.indexOf(', ');
  const name = comma < 0 ? row.place : row.place.slice(0, comma);
  return { name: SHORT[row.stage] ?? name, time: comma < 0 ? '' : row.place.slice(comma + 2) };
}
