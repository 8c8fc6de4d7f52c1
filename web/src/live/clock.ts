/** The server's business time as far as we know it. In a demo it stands still and jumps; else it runs like any clock. */
export interface Clock {
  readonly runs: boolean;
  /** The newest instant that the server told, in milliseconds. */
  readonly instant: number;
  /** When it was told, by the browser's monotonic clock. */
  readonly heard: number;
}

/** It is at least as late as any page says that it was when it was made; a page may be old, so it never goes back. */
export function observed(clock: Clock | undefined, instant: number, heard: number): Clock {
  if (clock === undefined) {
    return { runs: true, instant, heard };
  }
  return instant > nowOf(clock, heard) ? { ...clock, instant, heard } : clock;
}

export function nowOf(clock: Clock, at: number): number {
  return clock.runs ? clock.instant + Math.max(0, at - clock.heard) : clock.instant;
}

/** Keeps the clock, and tells readers when it moves: every second if it runs. */
export class ClockStore {
  private clock: Clock | undefined;
  private readonly readers = new Set<() => void>();
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param ticker the browser's monotonic clock in milliseconds */
  constructor(private readonly ticker: () => number) {}

  /** What kind of clock the server has. */
  kind(runs: boolean): void {
    this.set({ ...(this.clock ?? { instant: 0, heard: this.ticker() }), runs });
  }

  observe(instant: string): void {
    this.set(observed(this.clock, Date.parse(instant), this.ticker()));
  }

  /** Business time now, in milliseconds; 0 until the server has told it. */
  now = (): number => (this.clock === undefined ? 0 : nowOf(this.clock, this.ticker()));

  subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    this.timer ??= setInterval(() => this.tell(), 1000);
    return () => {
      this.readers.delete(reader);
      if (this.readers.size === 0) {
        clearInterval(this.timer);
        this.timer = undefined;
      }
    };
  };

  private set(clock: Clock): void {
    if (clock !== this.clock) {
      this.clock = clock;
      this.tell();
    }
  }

  private tell(): void {
    this.readers.forEach((reader) => reader());
  }
}
