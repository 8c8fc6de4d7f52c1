import { QueryCache, QueryClient, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { Refused } from '../api/http';
import { keyOf, meQuery } from '../api/queries';
import { ClockStore } from './clock';
import { POLL_EVERY, type Link } from './link';
import { Refresher } from './refresh';
import { SharedStream } from './shared';
import { listen } from './stream';

/** What all pages share. */
export interface Services {
  readonly queries: QueryClient;
  readonly clock: ClockStore;
  readonly stream: SharedStream;
}

const REST = 250;

/** Whether asking again may help, though nothing changes at the server that it would tell of. */
function mayPass(error: unknown): boolean {
  return !(error instanceof Refused && error.status < 500);
}

export function createServices(): Services {
  const clock = new ClockStore(() => performance.now());
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof Refused && error.status === 401 && query.queryKey[0] !== 'me') {
          void queries.invalidateQueries({ queryKey: meQuery().queryKey });
        }
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: POLL_EVERY,
        retry: (failures, error) => mayPass(error) && failures < 2,
        refetchInterval: (query) =>
          stream.state().state === 'open' && !(query.state.status === 'error' && mayPass(query.state.error)) ? false : POLL_EVERY,
      },
      mutations: { networkMode: 'always' },
    },
  });
  const refresher = new Refresher(
    (app) => queries.invalidateQueries({ queryKey: keyOf(app) }),
    () => new Promise((resolve) => setTimeout(resolve, REST)),
  );
  const stream: SharedStream = new SharedStream(listen, (app) => refresher.changed(app));
  return { queries, clock, stream };
}

const Shared = createContext<Services | undefined>(undefined);

export function SharedServices({ services, children }: { services: Services; children: ReactNode }) {
  return <Shared value={services}>{children}</Shared>;
}

export function useServices(): Services {
  const services = useContext(Shared);
  if (services === undefined) {
    throw new Error('useServices outside of SharedServices');
  }
  return services;
}

/** Listens while the page is open. */
export function useStream(): void {
  const { stream } = useServices();
  useEffect(() => {
    stream.start();
    return () => stream.stop();
  }, [stream]);
}

export function useLink(): Link {
  const { stream } = useServices();
  return useSyncExternalStore(stream.subscribe, stream.state);
}

/** What a function makes of business time; the component is drawn again only when that changes. */
export function useNow<T extends string | number | boolean>(of: (now: number) => T): T {
  const { clock } = useServices();
  return useSyncExternalStore(clock.subscribe, () => of(clock.now()));
}

/** Who is looking, and by what clock the server goes. */
export function useMe() {
  const { clock } = useServices();
  const me = useQuery(meQuery());
  useEffect(() => {
    if (me.data !== undefined) {
      clock.kind(me.data.clock === 'system');
      clock.observe(me.data.now);
    }
  }, [me.data, clock]);
  return me;
}

/** A page was made at this instant: time is at least that. */
export function useObserved(asOf: string | undefined): void {
  const { clock } = useServices();
  useEffect(() => {
    if (asOf !== undefined) {
      clock.observe(asOf);
    }
  }, [asOf, clock]);
}
