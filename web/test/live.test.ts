import { describe, expect, test, vi } from 'vitest';
import { Refused } from '../src/api/http';
import { whyOld } from '../src/app/old';
import { ClockStore, nowOf, observed } from '../src/live/clock';
import { linkAfter, unlinked, waitBefore } from '../src/live/link';
import { Refresher } from '../src/live/refresh';
import { SharedStream } from '../src/live/shared';
import { StreamReader } from '../src/live/sse';
import type { Heard } from '../src/live/stream';
import { steady } from '../src/live/steady';

describe('the clock of the server', () => {
  test('runs on between two answers', () => {
    const clock = observed(undefined, 1_000_000, 50);
    expect(nowOf(clock, 2_050)).toBe(1_002_000);
  });

  test('is not set back by a page that was made earlier', () => {
    const clock = observed(undefined, 1_000_000, 0);
    expect(observed(clock, 1_000_500, 60_000)).toBe(clock);
    expect(nowOf(observed(clock, 1_090_000, 60_000), 60_000)).toBe(1_090_000);
  });

  test('stands where it is stepped, and jumps', () => {
    let ticker = 0;
    const store = new ClockStore(() => ticker);
    store.kind(false);
    store.observe('2024-10-01T12:00:00Z');
    ticker = 3_600_000;
    expect(store.now()).toBe(Date.parse('2024-10-01T12:00:00Z'));
    store.observe('2024-10-01T18:00:00Z');
    expect(store.now()).toBe(Date.parse('2024-10-01T18:00:00Z'));
  });

  test('tells its readers when it jumps, as long as they read', () => {
    const store = new ClockStore(() => 0);
    const reader = vi.fn();
    const stop = store.subscribe(reader);
    store.observe('2024-10-01T12:00:00Z');
    expect(reader).toHaveBeenCalledTimes(1);
    stop();
    store.observe('2024-10-01T13:00:00Z');
    expect(reader).toHaveBeenCalledTimes(1);
  });
});

describe('the link to the server', () => {
  test('stays lost until it is open again', () => {
    const lost = linkAfter(linkAfter(unlinked, { type: 'opened' }), { type: 'lost' });
    expect(linkAfter(lost, { type: 'lost' })).toEqual({ state: 'lost', tries: 2 });
    expect(linkAfter(lost, { type: 'opened' })).toEqual({ state: 'open', tries: 0 });
  });

  test('is tried again after ever longer waits, at most 45 s', () => {
    expect([1, 2, 3, 4].map((tries) => waitBefore(tries, 0))).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(waitBefore(30, 1)).toBe(45_000);
  });
});

describe('several tabs', () => {
  test('listen once, and all are told', async () => {
    let queue = Promise.resolve();
    vi.stubGlobal('navigator', {
      locks: {
        request: (_: string, __: unknown, run: () => Promise<void>) => (queue = queue.then(run)),
      },
    });
    const heard: Heard[] = [];
    const listen = (listener: Heard, ended: AbortSignal) =>
      new Promise<void>((resolve) => {
        heard.push(listener);
        ended.addEventListener('abort', () => resolve());
      });
    const told = [vi.fn(), vi.fn()];
    const [first, second] = told.map((changed) => new SharedStream(listen, changed)) as [SharedStream, SharedStream];
    first.start();
    second.start();
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    heard[0]?.link({ type: 'opened' });
    heard[0]?.changed('player');
    await vi.waitFor(() => expect(second.state().state).toBe('open'));
    await vi.waitFor(() => expect(told[1]).toHaveBeenCalledWith('player'));
    expect(told[0]).toHaveBeenCalledTimes(1);
    first.stop();
    await vi.waitFor(() => expect(heard, 'the second takes over').toHaveLength(2));
    second.stop();
    vi.unstubAllGlobals();
  });
});

describe('a stream of events', () => {
  test('is read whatever the pieces are', () => {
    const text = ': open\n\nid: player:7\nevent: board\ndata: {"app":"player","revision":7}\n\n:\n\ndata: a\ndata: b\r\n\r\n';
    for (const size of [1, 3, 1000]) {
      const reader = new StreamReader();
      const events = (text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []).flatMap((piece) => reader.feed(piece));
      expect(events).toContainEqual({ name: 'board', data: '{"app":"player","revision":7}' });
      expect(events.at(-1)).toEqual({ name: 'message', data: 'a\nb' });
    }
  });
});

test('what changes while it is read again is read once more, and only then', async () => {
  const refreshed: string[] = [];
  let finish: (() => void) | undefined;
  const refresher = new Refresher(
    (app) => {
      refreshed.push(app);
      return new Promise((resolve) => (finish = resolve));
    },
    () => Promise.resolve(),
  );
  refresher.changed('player');
  refresher.changed('player');
  refresher.changed('player');
  expect(refreshed).toEqual(['player']);
  finish?.();
  await vi.waitFor(() => expect(refreshed).toEqual(['player', 'player']));
  finish?.();
});

test('an app that cannot be read does not keep others from being read', async () => {
  const refreshed: string[] = [];
  const refresher = new Refresher(
    (app) => {
      refreshed.push(app);
      return app === 'broken' ? Promise.reject(new Error('no')) : Promise.resolve();
    },
    () => Promise.resolve(),
  );
  refresher.changed('broken');
  refresher.changed('player');
  await vi.waitFor(() => expect(refreshed).toEqual(['broken', 'player']));
});

test('rows keep their places while somebody points at them', () => {
  expect(steady(['a', 'b', 'c'], ['c', 'x', 'a'])).toEqual(['a', 'c', 'x']);
});

describe('what is shown', () => {
  const away = new Refused({ type: 'database-away', title: 'The database cannot be reached', status: 503, detail: 'The database at db is away.', errors: [] });

  test('is old when the server says so, or refuses to give a newer one', () => {
    expect(whyOld('It could not be made anew.', null)).toBe('It could not be made anew.');
    expect(whyOld(undefined, away)).toBe('The database at db is away.');
  });

  test('is not called old for a request that was lost on the way, which the link tells of', () => {
    expect(whyOld(undefined, new TypeError('Failed to fetch'))).toBeUndefined();
    expect(whyOld(undefined, null)).toBeUndefined();
  });
});
