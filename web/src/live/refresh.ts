/** Makes things up to date again, one at a time: what changes meanwhile is done once more afterwards, never cut off. */
export class Refresher {
  private readonly due = new Set<string>();
  private running = false;

  /**
   * @param refresh brings an app's pages up to date
   * @param rest waits between two rounds, so that a busy server is not asked without end
   */
  constructor(
    private readonly refresh: (app: string) => Promise<void>,
    private readonly rest: () => Promise<void>,
  ) {}

  changed(app: string): void {
    this.due.add(app);
    if (!this.running) {
      this.running = true;
      void this.run();
    }
  }

  private async run(): Promise<void> {
    while (this.due.size > 0) {
      const apps = [...this.due];
      this.due.clear();
      await Promise.allSettled(apps.map((app) => this.refresh(app)));
      await this.rest();
    }
    this.running = false;
  }
}
