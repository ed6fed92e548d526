/** One server-sent event. */
export interface ServerSentEvent {
  readonly name: string;
  readonly data: string;
}

const fieldOf = (block: string, field: string): string =>
  block
    .split('\n')
    .filter((line) => line.startsWith(`${field}: `))
    .map((line) => line.slice(field.length + 2))
    .join('\n');

/** Puts server-sent events together from the pieces in which they arrive. */
export class EventSource {
  private rest = '';

  /** The events that are whole with this piece. Blocks without data, such as heartbeats, are none. */
  take(piece: string): readonly ServerSentEvent[] {
    const blocks = (this.rest + piece).split('\n\n');
    this.rest = blocks.pop()!;
    return blocks
      .map((block) => ({ name: fieldOf(block, 'event'), data: fieldOf(block, 'data') }))
      .filter(({ data }) => data !== '');
  }
}
