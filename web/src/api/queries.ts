import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { read, type Tagged } from './http';
import type { AppList, Board, Me, ReleasePage, TrackPage, TrainPage } from './types';
import { api } from './url';

export interface TrackName {
  readonly app: string;
  readonly version: string;
  readonly platform: string;
}

export function meQuery() {
  return queryOptions({
    queryKey: ['me'],
    queryFn: async ({ signal }) => (await read<Me>(api`me`, signal)).data,
  });
}

export function appsQuery() {
  return queryOptions({
    queryKey: ['apps'],
    queryFn: async ({ signal }) => (await read<AppList>(api`apps`, signal)).data.apps,
  });
}

/** Everything about one app; a notice from the server makes all of it due again. */
export function keyOf(app: string): readonly string[] {
  return ['app', app];
}

/** The overview: asked for with its tag, because it is the same for every reader. */
export function boardQuery(app: string, client: QueryClient) {
  const queryKey = [...keyOf(app), 'board'] as const;
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => read<Board>(api`apps/${app}/board`, signal, client.getQueryData<Tagged<Board>>(queryKey)),
  });
}

export function trainQuery(app: string) {
  return queryOptions({
    queryKey: [...keyOf(app), 'train'],
    queryFn: async ({ signal }) => (await read<TrainPage>(api`apps/${app}/train`, signal)).data,
  });
}

export function releaseQuery(app: string, version: string) {
  return queryOptions({
    queryKey: [...keyOf(app), 'release', version],
    queryFn: async ({ signal }) => (await read<ReleasePage>(api`apps/${app}/releases/${version}`, signal)).data,
  });
}

export function trackQuery({ app, version, platform }: TrackName) {
  return queryOptions({
    queryKey: [...keyOf(app), 'track', version, platform],
    queryFn: async ({ signal }) =>
      (await read<TrackPage>(api`apps/${app}/releases/${version}/tracks/${platform}`, signal)).data,
  });
}

/** Reads `player/8.9.2/android`. */
export function trackNamed(id: string): TrackName {
  const [app = '', version = '', platform = ''] = id.split('/');
  return { app, version, platform };
}
