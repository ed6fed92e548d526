import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { ConsumerOptions, Consumption, TopicPartition } from './kafka-client.js';

/** Ten seconds after a member dies, another has its partitions. */
const SESSION_MS = 10_000;
const HEARTBEAT_MS = 1_000;
/** Short: with every partition paused kafkajs sleeps this long before it notices a resume. */
const FETCH_WAIT_MS = 50;
const BYTES_PER_PARTITION = 512 * 1024;
const BYTES_PER_FETCH = 8 * 1024 * 1024;
const POSITION_RETRY_MS = 200;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const partitionsOf = (assignment: Record<string, number[]>): TopicPartition[] =>
  Object.entries(assignment).flatMap(([topic, partitions]) =>
    partitions.map((partition) => ({ topic, partition })),
  );

const grouped = (at: readonly TopicPartition[]) => {
  const topics = Map.groupBy(at, ({ topic }) => topic);
  return [...topics].map(([topic, list]) => ({ topic, partitions: list.map(({ partition }) => partition) }));
};

/** Reads positions and seeks after each join, with everything paused meanwhile, so that nothing arrives too early. */
class Assignment {
  private generation = 0;
  private armed = new Set<string>();

  constructor(
    private readonly consumer: Consumer,
    private readonly options: ConsumerOptions,
  ) {}

  isArmed = (topic: string, partition: number): boolean => this.armed.has(`${topic}/${partition}`);

  /** Everything before the first `await` runs inside kafkajs' join, before its first fetch. */
  joined = async (memberAssignment: Record<string, number[]>): Promise<void> => {
    this.generation += 1;
    this.armed = new Set();
    await this.arm(partitionsOf(memberAssignment), true);
  };

  /** Pauses, reads where to begin, seeks, resumes. */
  arm = async (assigned: readonly TopicPartition[], rebalanced: boolean): Promise<void> => {
    const mine = this.generation;
    if (assigned.length > 0) this.consumer.pause(grouped(assigned));
    const positions = await this.readPositions(assigned, rebalanced, mine);
    if (positions === null) return;
    const ready = assigned.filter((at, index) => {
      const position = positions[index] ?? null;
      if (position === null) return false;
      this.consumer.seek({ ...at, offset: String(position) });
      this.armed.add(`${at.topic}/${at.partition}`);
      return true;
    });
    if (ready.length > 0) this.consumer.resume(grouped(ready));
  };

  /** An error here would leave the partitions paused for ever, so it tries until it succeeds or a new generation begins. */
  private async readPositions(assigned: readonly TopicPartition[], rebalanced: boolean, mine: number) {
    for (;;) {
      try {
        const positions = await this.options.positions(assigned, rebalanced);
        return mine === this.generation ? positions : null;
      } catch {
        await pause(POSITION_RETRY_MS);
        if (mine !== this.generation) return null;
      }
    }
  }
}

const deliver = (payload: EachBatchPayload, options: ConsumerOptions, assignment: Assignment): void => {
  const { batch, isRunning, isStale, resolveOffset } = payload;
  if (!isRunning() || isStale() || !assignment.isArmed(batch.topic, batch.partition)) return;
  options.receive({
    topic: batch.topic,
    partition: batch.partition,
    high: BigInt(batch.highWatermark),
    messages: batch.messages.map(({ offset, key, value, headers, timestamp }) => ({
      offset: BigInt(offset),
      key,
      value,
      headers: (headers ?? {}) as Record<string, Buffer | undefined>,
      timestampMs: Number(timestamp),
    })),
  });
  resolveOffset(batch.lastOffset());
};

/** Joins the group and hands messages over; positions are sought, never taken from the group. */
export const consumeWithKafkajs = async (kafka: Kafka, options: ConsumerOptions): Promise<Consumption> => {
  const consumer = kafka.consumer({
    groupId: options.groupId,
    sessionTimeout: SESSION_MS,
    heartbeatInterval: HEARTBEAT_MS,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    minBytes: 1, // latency: a larger value becomes the latency
    maxBytesPerPartition: BYTES_PER_PARTITION,
    maxBytes: BYTES_PER_FETCH,
    allowAutoTopicCreation: false,
  });
  const assignment = new Assignment(consumer, options);
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => void assignment.joined(payload.memberAssignment));
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) options.failed(payload.error);
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: 1, // handing over takes no time; the queues behind it work side by side
    eachBatch: async (payload) => deliver(payload, options, assignment),
  });
  return {
    pause: ({ topic, partition }) => consumer.pause([{ topic, partitions: [partition] }]),
    resume: ({ topic, partition }) => {
      if (assignment.isArmed(topic, partition)) consumer.resume([{ topic, partitions: [partition] }]);
    },
    rearm: (at) => assignment.arm([at], false),
    publishPosition: (positions) =>
      consumer.commitOffsets(positions.map(({ offset, ...at }) => ({ ...at, offset: String(offset) }))),
    close: () => consumer.disconnect(),
  };
};
