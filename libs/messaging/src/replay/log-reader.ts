import type {
  Consumption,
  Ends,
  IncomingMessage,
  KafkaClient,
  Slice,
  TopicPartition,
} from '../client/kafka-client.js';
import { LogTail } from './log-tail.js';

/** The log has lost what comes next: it cannot be read again from its beginning. */
export class LogLost extends Error {
  override readonly name = 'LogLost';
}

const keyOf = ({ topic, partition }: TopicPartition) => `${topic}/${partition}`;

export interface LogReaderOptions {
  readonly kafka: Pick<KafkaClient, 'consume' | 'ends'>;
  /** A group that nobody else is in: it divides nothing, and its positions are never told. */
  readonly groupId: string;
  /** Where to begin, each partition of the topics. */
  readonly from: readonly (TopicPartition & { readonly offset: bigint })[];
}

/**
 * Reads partitions of a log one after the other, from wherever somebody likes, beside whoever else reads them. Those that
 * are not read at the moment pause with a handful of messages.
 */
export class LogReader {
  private consumption: Consumption | null = null;
  private readonly tails: ReadonlyMap<string, LogTail>;

  private constructor(private readonly options: LogReaderOptions) {
    this.tails = new Map(
      options.from.map(({ topic, partition, offset }) => {
        const at = { topic, partition };
        const flow = {
          pause: () => this.consumption?.pause(at),
          resume: () => this.consumption?.resume(at),
        };
        return [keyOf(at), new LogTail(offset, flow)];
      }),
    );
  }

  static async open(options: LogReaderOptions): Promise<LogReader> {
    const reader = new LogReader(options);
    const topics = [...new Set(options.from.map(({ topic }) => topic))];
    reader.consumption = await options.kafka.consume({
      groupId: options.groupId,
      topics,
      positions: (assigned) => reader.begin(topics, assigned),
      receive: (slice) => reader.receive(slice),
      failed: (error) => reader.fail(error),
    });
    return reader;
  }

  /** The messages before the offset that were not read yet, in portions, oldest first. */
  async *read(
    at: TopicPartition,
    upTo: bigint,
    signal: AbortSignal,
  ): AsyncGenerator<readonly IncomingMessage[]> {
    const tail = this.tails.get(keyOf(at))!;
    for (;;) {
      const portion = await tail.next(upTo, signal);
      if (portion === null) return;
      yield portion;
    }
  }

  close = (): Promise<void> | undefined => this.consumption?.close();

  private receive({ messages, next, ...at }: Slice): void {
    this.tails.get(keyOf(at))?.receive(messages, next);
  }

  private fail(error: Error): void {
    for (const tail of this.tails.values()) tail.fail(error);
  }

  private async begin(
    topics: readonly string[],
    assigned: readonly TopicPartition[],
  ): Promise<(bigint | null)[]> {
    const ends = new Map((await this.options.kafka.ends(topics)).map((end) => [keyOf(end), end]));
    return assigned.map((at) => this.beginIn(at, ends.get(keyOf(at))));
  }

  private beginIn(at: TopicPartition, end: Ends | undefined): bigint | null {
    const tail = this.tails.get(keyOf(at));
    if (tail === undefined || end === undefined) return null;
    const offset = tail.beginAgain();
    if (offset >= end.low && offset <= end.high) return offset;
    tail.fail(new LogLost(`${keyOf(at)} holds ${end.low} to ${end.high}, and was read up to ${offset}`));
    return null;
  }
}
