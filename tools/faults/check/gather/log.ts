import { Kafka, logLevel, type EachBatchPayload } from 'kafkajs';
import { randomUUID } from 'node:crypto';

/** A message as it lies in the log. */
export interface Logged {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly header: (name: string) => string | null;
}

export interface PartitionEnds {
  readonly topic: string;
  readonly partition: number;
  readonly low: bigint;
  /** The offset that the next message will have. */
  readonly high: bigint;
}

/** The topics as somebody outside the services reads them. */
export interface Log {
  ends(topics: readonly string[]): Promise<readonly PartitionEnds[]>;
  /** Gives every message up to the ends, each partition in order. */
  read(
    ends: readonly PartitionEnds[],
    take: (message: Logged) => void,
    flush: () => Promise<void>,
  ): Promise<void>;
}

const FETCH_BYTES = 4_194_304;

const nameOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;

const headerText = (value: Buffer | string | (Buffer | string)[] | undefined): string | null =>
  value === undefined ? null : String(Array.isArray(value) ? value[0] : value);

const clientOf = (brokers: readonly string[]) =>
  new Kafka({
    brokers: [...brokers],
    clientId: 'cakupan-checker',
    logLevel: logLevel.NOTHING,
    retry: { retries: 10, initialRetryTime: 200 },
  });

/** Reads the log of a cluster, in a group of its own. */
export const kafkaLog = (brokers: readonly string[]): Log => ({
  ends: async (topics) => {
    const admin = clientOf(brokers).admin();
    await admin.connect();
    try {
      const ends: PartitionEnds[] = [];
      for (const topic of topics)
        for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
          ends.push({ topic, partition, low: BigInt(low), high: BigInt(high) });
      return ends;
    } finally {
      await admin.disconnect();
    }
  },
  read: (ends, take, flush) => new Reading(ends, take, flush).run(clientOf(brokers)),
});

class Reading {
  private readonly behind: Map<string, bigint>;
  private readonly ended = Promise.withResolvers<void>();

  constructor(
    private readonly ends: readonly PartitionEnds[],
    private readonly take: (message: Logged) => void,
    private readonly flush: () => Promise<void>,
  ) {
    const full = ends.filter(({ low, high }) => low < high);
    this.behind = new Map(full.map((end) => [nameOf(end), end.high]));
  }

  async run(kafka: Kafka): Promise<void> {
    if (this.behind.size === 0) return;
    const consumer = kafka.consumer({
      groupId: `checker-${randomUUID()}`,
      maxWaitTimeInMs: 50,
      maxBytesPerPartition: FETCH_BYTES,
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) this.ended.reject(payload.error);
    });
    try {
      await consumer.connect();
      await consumer.subscribe({
        topics: [...new Set(this.ends.map(({ topic }) => topic))],
        fromBeginning: true,
      });
      await consumer.run({ autoCommit: false, eachBatch: (batch) => this.batch(batch) });
      await this.ended.promise;
    } finally {
      await consumer.disconnect();
    }
  }

  private async batch({ batch: { topic, partition, messages } }: EachBatchPayload): Promise<void> {
    const name = nameOf({ topic, partition });
    const high = this.behind.get(name);
    if (high === undefined) return;
    for (const { offset, key, value, headers } of messages) {
      if (BigInt(offset) >= high) break;
      const header = (named: string) => headerText(headers?.[named]);
      this.take({ topic, partition, offset: BigInt(offset), key: key?.toString() ?? null, value, header });
    }
    await this.flush();
    const last = messages.at(-1);
    if (last && BigInt(last.offset) + 1n >= high) this.behind.delete(name);
    if (this.behind.size === 0) this.ended.resolve();
  }
}
