/** One event of a stream, as the HTML standard has it. */
export interface StreamEvent {
  readonly name: string;
  readonly data: string;
}

/** Reads a `text/event-stream` piece by piece. Comments, which keep it alive, are no events. */
export class StreamReader {
  private rest = '';
  private name = '';
  private data: string[] = [];

  /** The events that this piece completes. */
  feed(piece: string): StreamEvent[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r/);
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): StreamEvent[] {
    if (line === '') {
      return this.complete();
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      this.name = value;
    } else if (field === 'data') {
      this.data.push(value);
    }
    return [];
  }

  private complete(): StreamEvent[] {
    const events = this.data.length === 0 ? [] : [{ name: this.name || 'message', data: this.data.join('\n') }];
    this.name = '';
    this.data = [];
    return events;
  }
}
