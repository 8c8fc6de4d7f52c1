import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import { post, read, Refused } from '../api/http';
import { url } from '../api/url';

/** How the demo stands, as the process that owns its clock tells it. */
export interface DemoState {
  readonly now: string;
  readonly zone: string;
  readonly running: boolean;
  /** Whether the story has come to its end; time can still be moved. */
  readonly over: boolean;
  /** Minutes of the demo in a second of ours; absent for the story's own pace, which lingers where something happens. */
  readonly pace?: number | null;
  readonly chapter: { readonly title: string; readonly index: number; readonly of: number };
  readonly next?: { readonly at: string; readonly text: string } | null;
  readonly acts: readonly DemoAct[];
  readonly log: readonly Told[];
}

export interface DemoAct {
  readonly id: string;
  readonly group: string;
  readonly label: string;
}

export interface Told {
  readonly at: string;
  readonly text: string;
  /** Absent for what somebody only did. */
  readonly ok?: boolean | null;
}

const KEY = ['demo'] as const;
const EVERY = 1000;

/** Is asked for once where there is no demo, and every second where there is one. */
export function demoQuery() {
  return queryOptions({
    queryKey: KEY,
    queryFn: async ({ signal }): Promise<DemoState | null> => {
      try {
        return (await read<DemoState>(url`demo/state`, signal)).data;
      } catch (error) {
        if (error instanceof Refused && error.status === 404) {
          return null;
        }
        throw error;
      }
    },
    refetchInterval: (query) => (query.state.data === null ? false : EVERY),
    retry: false,
    staleTime: 0,
  });
}

/** Moves the demo's time; the answer is how it stands then. */
export async function move(client: QueryClient, what: 'run' | 'step' | 'jump' | 'pace', body: unknown): Promise<void> {
  const state = (await post(url`demo/${what}`, body)) as DemoState;
  client.setQueryData(KEY, state);
}

/** Does something in the demo's world; answers what is in its way, if anything is. */
export async function perform(id: string): Promise<string> {
  return ((await post(url`demo/acts/${id}`, {})) as { problem: string }).problem;
}

export const PACES: readonly { readonly key: string; readonly pace: number | null; readonly label: string }[] = [
  { key: 'story', pace: null, label: 'the story’s pace' },
  { key: '1', pace: 1, label: '1 min a second' },
  { key: '10', pace: 10, label: '10 min a second' },
  { key: '60', pace: 60, label: '1 h a second' },
  { key: '360', pace: 360, label: '6 h a second' },
  { key: 'any', pace: 10_000, label: 'as fast as it goes' },
];

/** The acts under their groups, in the order in which they come. */
export function grouped(acts: readonly DemoAct[]): { readonly group: string; readonly acts: readonly DemoAct[] }[] {
  return [...new Set(acts.map((act) => act.group))].map((group) => ({ group, acts: acts.filter((act) => act.group === group) }));
}
