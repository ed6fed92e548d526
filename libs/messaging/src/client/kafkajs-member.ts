import type { Batch, Consumer, ConsumerConfig, EachBatchPayload, Kafka } from 'kafkajs';
import { KafkajsAssignment } from './kafkajs-assignment.js';
import type { ConsumerOptions, Consumption, IncomingMessage } from './kafka-client.js';
import type { LogRecord } from './kafkajs-record-decoder.js';
import { useFastRecords } from './kafkajs-records.js';
import { RestBetweenAnswers } from './rest-between-answers.js';

const SETTINGS: Omit<ConsumerConfig, 'groupId'> = {
  sessionTimeout: 10_000, // so long after a member dies, another has its partitions
  heartbeatInterval: 500, // a member hears of a new division of the group with its next one
  maxWaitTimeInMs: 100, // with every partition paused kafkajs sleeps this long before it notices a resume
  minBytes: 1, // latency: a larger value becomes the latency
  maxBytesPerPartition: 256 * 1024,
  maxBytes: 2 * 1024 * 1024, // what waits keeps the whole answer in memory that it came with
  allowAutoTopicCreation: false,
};

/**
 * Partitions of one answer are handed over side by side, which takes no time: kafkajs asks again when all are through. More
 * than a service reads.
 */
const WHOLE_ANSWER = 128;

/** The furthest instants that a date can hold, ms since 1970: senders may state any number. */
const INSTANT_MAX_MS = 8.64e15;
const NO_TIMESTAMP_MS = -1;

const instantOf = (timestamp: string): number => {
  const ms = Number(timestamp);
  return Math.abs(ms) <= INSTANT_MAX_MS ? ms : NO_TIMESTAMP_MS;
};

/** A message that waits: what it holds is read out of its record when it is asked for. */
class WaitingMessage implements IncomingMessage {
  readonly offset: bigint;

  constructor(private readonly record: LogRecord) {
    this.offset = BigInt(record.offset);
  }

  get key() {
    return this.record.key;
  }

  get value() {
    return this.record.value;
  }

  get headers() {
    return this.record.headers as IncomingMessage['headers'];
  }

  get timestampMs() {
    return instantOf(this.record.timestamp);
  }

  get size() {
    return this.record.size;
  }
}

/** `useFastRecords` has made them: since Kafka 4 a broker answers with no older format. */
const recordsIn = ({ messages }: Batch) => messages as unknown as readonly LogRecord[];

/** The offset that was asked for: not in kafkajs' types, though in every batch. */
const fetchedFrom = (batch: Batch): bigint =>
  BigInt((batch as unknown as { fetchedOffset: string }).fetchedOffset);

/** More lies in the partition's log than came. */
const hasMore = (batch: Batch): boolean => BigInt(batch.lastOffset()) + 1n < BigInt(batch.highWatermark);

const deliver = (
  payload: EachBatchPayload,
  options: ConsumerOptions,
  assignment: KafkajsAssignment,
): void => {
  const { batch, isRunning, isStale, resolveOffset } = payload;
  const { topic, partition } = batch;
  const next = BigInt(batch.lastOffset()) + 1n;
  if (!isRunning() || isStale() || !assignment.goOn({ topic, partition }, fetchedFrom(batch), next)) return;
  options.receive({
    topic,
    partition,
    messages: recordsIn(batch).map((record) => new WaitingMessage(record)),
    high: BigInt(batch.highWatermark),
    next,
  });
  resolveOffset(batch.lastOffset());
};

/** A stretch of markers and aborted messages is nothing that kafkajs hands over; it merely goes on behind it. */
const passEmptyStretches = (
  consumer: Consumer,
  options: ConsumerOptions,
  assignment: KafkajsAssignment,
): void => {
  consumer.on(consumer.events.START_BATCH_PROCESS, ({ payload }) => {
    if (payload.batchSize > 0) return;
    const { topic, partition, firstOffset, lastOffset, highWatermark } = payload;
    const next = BigInt(lastOffset) + 1n;
    if (!assignment.isNext({ topic, partition }, BigInt(firstOffset ?? lastOffset))) return;
    assignment.goOn({ topic, partition }, BigInt(firstOffset ?? lastOffset), next);
    options.receive({ topic, partition, messages: [], high: BigInt(highWatermark), next });
  });
};

/** A member of the group that has not joined yet. */
export interface KafkajsMember extends Consumption {
  join(): Promise<void>;
}

/**
 * A member of the group that hands messages over; positions are sought, never taken from the group. `gaveUp` hears of the
 * error after which kafkajs does not come back by itself.
 */
export const kafkajsMember = (
  kafka: Kafka,
  options: ConsumerOptions,
  gaveUp: (error: Error) => void,
): KafkajsMember => {
  useFastRecords();
  const consumer = kafka.consumer({ ...SETTINGS, groupId: options.groupId });
  const assignment = new KafkajsAssignment(consumer, options.positions);
  const rest = new RestBetweenAnswers();
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => void assignment.joined(payload.memberAssignment));
  consumer.on(consumer.events.STOP, () => assignment.lost());
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) gaveUp(payload.error);
  });
  passEmptyStretches(consumer, options, assignment);
  return {
    join: async () => {
      await consumer.connect();
      await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: WHOLE_ANSWER,
        eachBatch: async (payload) => {
          deliver(payload, options, assignment);
          await rest.after(hasMore(payload.batch));
        },
      });
    },
    pause: (at) => assignment.pause(at),
    resume: (at) => assignment.resume(at),
    rearm: (at) => assignment.rearm(at),
    publishPosition: (positions) =>
      consumer.commitOffsets(positions.map(({ offset, ...at }) => ({ ...at, offset: String(offset) }))),
    close: async () => {
      assignment.lost();
      await consumer.disconnect();
    },
  };
};
