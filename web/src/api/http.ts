import type { Accepted, Problem } from './types';

/** The server said no, in its own words. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'Refused';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** A body with the tag that asks whether it is still the newest. */
export interface Tagged<T> {
  readonly data: T;
  readonly tag: string;
}

/** Reads a page. With `known`, a page that has not changed is not sent again. */
export async function read<T>(address: string, signal: AbortSignal, known?: Tagged<T>): Promise<Tagged<T>> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (known !== undefined && known.tag !== '') {
    headers['If-None-Match'] = known.tag;
  }
  const response = await fetch(address, { headers, signal, cache: 'no-store' });
  if (response.status === 304 && known !== undefined) {
    return known;
  }
  await orRefused(response);
  return { data: (await response.json()) as T, tag: response.headers.get('ETag') ?? '' };
}

/** A command as it is sent. */
export interface Order {
  readonly method: 'POST' | 'PUT';
  readonly address: string;
  readonly body?: unknown;
}

/**
 * Gives a command. The same `id` again changes nothing, so a try whose answer was lost can be repeated.
 *
 * @param expected the revision that was seen; stops go through whatever it is
 */
export async function give(order: Order, id: string, expected: number): Promise<Accepted> {
  const response = await fetch(order.address, {
    method: order.method,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': id, 'If-Match': `"${expected}"` },
    ...(order.body === undefined ? {} : { body: JSON.stringify(order.body) }),
  });
  await orRefused(response);
  return (await response.json()) as Accepted;
}

/** Posts to one of the doors beside the API, which answer with nothing, or with what became of it. */
export async function post(address: string, body?: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await orRefused(response);
  return response.status === 204 ? undefined : ((await response.json()) as unknown);
}

export async function orRefused(response: Response): Promise<void> {
  if (!response.ok) {
    throw new Refused(await problemOf(response));
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const problem = (await response.json()) as Partial<Problem>;
    if (typeof problem.detail === 'string') {
      return { type: '', title: '', errors: [], ...problem, detail: problem.detail, status: response.status };
    }
  } catch {
    // Something between us and the server answered, not the server: there is no problem to read.
  }
  const title = `Answer ${response.status} ${response.statusText}`.trim();
  return { type: 'unreadable', title, status: response.status, detail: `${title} from the server.`, errors: [] };
}

/** Names a command for ever. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
