import { api } from '../api/url';
import { linkAfter, SILENCE, unlinked, waitBefore, type Link, type LinkEvent } from './link';
import { StreamReader } from './sse';

/** Listens for notices that an app's overview says something new, and begins again whenever the stream ends. */
export class LiveStream {
  private link: Link = unlinked;
  private readonly readers = new Set<() => void>();
  private ended = new AbortController();

  /** @param changed told of an app that has changed */
  constructor(private readonly changed: (app: string) => void) {}

  state = (): Link => this.link;

  subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  start(): void {
    this.ended = new AbortController();
    void this.listen(this.ended.signal);
  }

  stop(): void {
    this.ended.abort();
  }

  private async listen(ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      await this.once(ended);
      if (!ended.aborted) {
        this.on({ type: 'lost' });
        await pause(waitBefore(this.link.tries, Math.random()), ended);
        this.on({ type: 'retrying' });
      }
    }
  }

  /** One stream from its beginning to its end, however it ends. */
  private async once(ended: AbortSignal): Promise<void> {
    const silent = new AbortController();
    let timer = setTimeout(() => silent.abort(), SILENCE);
    try {
      const response = await fetch(api`events`, {
        headers: { Accept: 'text/event-stream' },
        signal: AbortSignal.any([ended, silent.signal]),
        cache: 'no-store',
      });
      if (!response.ok || response.body === null) {
        return;
      }
      this.on({ type: 'opened' });
      const events = new StreamReader();
      const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
        clearTimeout(timer);
        timer = setTimeout(() => silent.abort(), SILENCE);
        events.feed(piece.value).forEach((event) => this.notice(event.data));
      }
    } catch {
      // The network, the silence or the end of the page: the reader sees "reconnecting" and the loop goes on.
    } finally {
      clearTimeout(timer);
    }
  }

  private notice(data: string): void {
    this.changed((JSON.parse(data) as { app: string }).app);
  }

  private on(event: LinkEvent): void {
    const link = linkAfter(this.link, event);
    if (link !== this.link) {
      this.link = link;
      this.readers.forEach((reader) => reader());
    }
  }
}

function pause(milliseconds: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    ended.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
