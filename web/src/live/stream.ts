import { api } from '../api/url';
import { SILENCE, waitBefore, type LinkEvent } from './link';
import { StreamReader } from './sse';

/** What a listener is told. */
export interface Heard {
  /** The link opened or was lost. */
  link: (event: LinkEvent) => void;
  /** The overview of an app says something new. */
  changed: (app: string) => void;
}

/** Listens to the server's notices until `ended`, and begins again whenever the stream ends. */
export async function listen(heard: Heard, ended: AbortSignal): Promise<void> {
  let tries = 0;
  while (!ended.aborted) {
    const opened = await once(heard, ended);
    tries = opened ? 1 : tries + 1;
    if (!ended.aborted) {
      heard.link({ type: 'lost' });
      await pause(waitBefore(tries, Math.random()), ended);
    }
  }
}

/** One stream from its beginning to its end, however it ends. Answers whether it ever was open. */
async function once(heard: Heard, ended: AbortSignal): Promise<boolean> {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), SILENCE);
  let opened = false;
  try {
    const response = await fetch(api`events`, {
      headers: { Accept: 'text/event-stream' },
      signal: AbortSignal.any([ended, silent.signal]),
      cache: 'no-store',
    });
    if (!response.ok || response.body === null) {
      return false;
    }
    opened = true;
    heard.link({ type: 'opened' });
    const events = new StreamReader();
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), SILENCE);
      events.feed(piece.value).forEach((event) => heard.changed((JSON.parse(event.data) as { app: string }).app));
    }
  } catch {
    // The network, the silence or the end of the page: the reader sees "reconnecting", and the loop goes on.
  } finally {
    clearTimeout(timer);
  }
  return opened;
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
