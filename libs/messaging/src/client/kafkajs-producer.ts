import kafkajs, { type Kafka, type Message, type RecordMetadata, type RetryOptions } from 'kafkajs';
import type { OutgoingMessage, Producer, ProducerOptions } from './kafka-client.js';
import { useFastRecords } from './kafkajs-records.js';
import { partitionOf } from './partition-of.js';

/** All in-sync replicas have it. */
const ACKS_ALL = -1;
/** The caller waits, and tries again itself. */
const SOME_TRIES: RetryOptions = { retries: 8, initialRetryTime: 100, maxRetryTime: 1_000 };
const NO_TRIES: RetryOptions = { retries: 0 };
/**
 * What one request may carry for one partition: kafkajs makes one record batch of it, and the broker refuses a batch that is
 * larger than the topic's largest message. Half of the smallest limit that any topic has.
 */
const PARTITION_BYTES_MAX = 512 * 1024;
/** Lengths and attributes of a record. */
const FRAME_BYTES = 32;

interface Placed {
  readonly topic: string;
  readonly message: Message & { readonly partition: number };
}

const placed = ({ topic, key, value, headers, partition }: OutgoingMessage): Placed => ({
  topic,
  message: { key, value, headers, partition: partition ?? partitionOf(key) },
});

const lengthOf = (bytes: string | Buffer | null): number => (bytes === null ? 0 : Buffer.byteLength(bytes));

const bytesOf = ({ key, value, headers }: OutgoingMessage): number => {
  let bytes = FRAME_BYTES + lengthOf(key) + lengthOf(value);
  for (const name in headers) bytes += name.length + headers[name]!.length;
  return bytes;
};

const byTopic = (placings: readonly Placed[]) => {
  const topics = Map.groupBy(placings, ({ topic }) => topic);
  return [...topics].map(([topic, list]) => ({ topic, messages: list.map(({ message }) => message) }));
};

interface Request {
  readonly placings: Placed[];
  /** Bytes by `topic/partition`. */
  readonly filled: Map<string, number>;
}

/** Cuts messages, in order, into requests that the broker takes; a single message is for the broker to refuse. */
const requestsOf = (messages: readonly OutgoingMessage[]): Request[] => {
  let request: Request = { placings: [], filled: new Map() };
  const requests = [request];
  for (const outgoing of messages) {
    const one = placed(outgoing);
    const at = `${one.topic}/${one.message.partition}`;
    const bytes = bytesOf(outgoing);
    const before = request.filled.get(at) ?? 0;
    if (before > 0 && before + bytes > PARTITION_BYTES_MAX) {
      request = { placings: [], filled: new Map() };
      requests.push(request);
    }
    request.placings.push(one);
    request.filled.set(at, (request.filled.get(at) ?? 0) + bytes);
  }
  return requests;
};

/** What goes to a partition that its topic does not have, kafkajs drops without a word. */
const refuseDropped = ({ filled }: Request, stored: readonly RecordMetadata[]): void => {
  if (stored.length === filled.size) return;
  const known = new Set(stored.map(({ topicName, partition }) => `${topicName}/${partition}`));
  const dropped = [...filled.keys()].filter((at) => !known.has(at));
  throw new Error(`nothing was stored in ${dropped.join(', ')}: the topic has no such partition`);
};

/**
 * kafkajs sends a whole request again when one of its partitions fails, so a message can be stored twice:
 * readers tell redelivery by its sequence.
 */
export const produceWithKafkajs = async (kafka: Kafka, { once }: ProducerOptions): Promise<Producer> => {
  useFastRecords();
  const producer = kafka.producer({
    allowAutoTopicCreation: false, // a misspelt topic must fail, not be created
    createPartitioner: kafkajs.Partitioners.JavaCompatiblePartitioner,
    maxInFlightRequests: 1, // a second request may not overtake a first one that is tried again
    retry: once ? NO_TRIES : SOME_TRIES,
  });
  await producer.connect();
  return {
    send: async (messages) => {
      if (messages.length === 0) return;
      for (const request of requestsOf(messages)) {
        const topicMessages = byTopic(request.placings);
        refuseDropped(request, await producer.sendBatch({ topicMessages, acks: ACKS_ALL }));
      }
    },
    close: () => producer.disconnect(),
  };
};
