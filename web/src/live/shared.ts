import { base } from '../base';
import { linkAfter, unlinked, type Link } from './link';
import type { Heard } from './stream';

/** What the tab that listens tells the others, and how a new one asks. */
type Message = { readonly type: 'hello' } | { readonly type: 'changed'; readonly app: string } | { readonly type: 'link'; readonly link: Link };

/**
 * The notices of the server, listened to by one tab of the browser for all: a browser keeps only six connections to a server, and
 * each open page would take one. The tab that holds the lock listens; when it closes, another gets the lock. Where the browser has
 * no locks, every tab listens for itself.
 */
export class SharedStream {
  private link: Link = unlinked;
  private leads = false;
  private channel: BroadcastChannel | undefined;
  private ended = new AbortController();
  private readonly readers = new Set<() => void>();

  /**
   * @param listen listens until it is told to end
   * @param changed told of an app that has changed
   */
  constructor(
    private readonly listen: (heard: Heard, ended: AbortSignal) => Promise<void>,
    private readonly changed: (app: string) => void,
  ) {}

  state = (): Link => this.link;

  subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  start(): void {
    const { signal } = (this.ended = new AbortController());
    const name = `signalbox-live ${base}`;
    if (typeof navigator === 'undefined' || !('locks' in navigator)) {
      void this.lead(signal);
      return;
    }
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = (event: MessageEvent<Message>) => this.hear(event.data);
    this.tell({ type: 'hello' });
    navigator.locks
      .request(name, { signal }, () => this.lead(signal))
      .catch((error: unknown) => {
        if (!signal.aborted) {
          throw error;
        }
      });
  }

  stop(): void {
    this.ended.abort();
    this.channel?.close();
    this.channel = undefined;
    this.leads = false;
  }

  private lead(signal: AbortSignal): Promise<void> {
    this.leads = true;
    const heard: Heard = {
      link: (event) => {
        this.set(linkAfter(this.link, event));
        this.tell({ type: 'link', link: this.link });
      },
      changed: (app) => {
        this.changed(app);
        this.tell({ type: 'changed', app });
      },
    };
    return this.listen(heard, signal);
  }

  private hear(message: Message): void {
    switch (message.type) {
      case 'hello':
        if (this.leads) {
          this.tell({ type: 'link', link: this.link });
        }
        break;
      case 'changed':
        this.changed(message.app);
        break;
      case 'link':
        this.set(message.link);
        break;
    }
  }

  private tell(message: Message): void {
    this.channel?.postMessage(message);
  }

  private set(link: Link): void {
    this.link = link;
    this.readers.forEach((reader) => reader());
  }
}
