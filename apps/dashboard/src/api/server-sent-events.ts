/** One event of a stream (WHATWG HTML, 9.2). */
export interface ServerSentEvent {
  readonly type: string;
  readonly data: string;
}

const LINE_END = /\r\n|\n|\r(?!$)/;

/** Reads a stream of text, cut anywhere, into events; keeps the id of the last one for a resumption. */
export class EventReader {
  lastEventId = '';
  private rest = '';
  private type = '';
  private data: string[] = [];

  constructor(lastEventId = '') {
    this.lastEventId = lastEventId;
  }

  /** The events that are complete with this piece of text. */
  read(text: string): ServerSentEvent[] {
    const lines = (this.rest + text).split(LINE_END);
    this.rest = lines.pop()!;
    return lines.flatMap((line) => this.take(line));
  }

  private take(line: string): ServerSentEvent[] {
    if (line === '') return this.dispatch();
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.type = value;
    if (field === 'data') this.data.push(value);
    if (field === 'id' && !value.includes('\0')) this.lastEventId = value;
    return [];
  }

  private dispatch(): ServerSentEvent[] {
    const event = { type: this.type || 'message', data: this.data.join('\n') };
    const isEmpty = this.data.length === 0;
    this.type = '';
    this.data = [];
    return isEmpty ? [] : [event];
  }
}
