import kafkajs, { type Admin, type Kafka, type KafkaConfig, type RetryOptions } from 'kafkajs';
import { consumeWithKafkajs } from './kafkajs-consumption.js';
import { produceWithKafkajs } from './kafkajs-producer.js';
import type { ConsumerOptions, Ends, KafkaClient, Place, ProducerOptions } from './kafka-client.js';
import { within } from './time-limit.js';

export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
}

/** Without end: with kafkajs' own five tries a consumer crashes in an outage and needs ten seconds more to come back. */
const PATIENT: RetryOptions = { retries: 1_000, initialRetryTime: 100, maxRetryTime: 1_000 };
/** For what is asked again anyway: an answer, or the news that there is none, within half a minute. */
const BRISK: RetryOptions = { retries: 5, initialRetryTime: 100, maxRetryTime: 1_000 };
const CONNECTION_MS = 3_000;
const REQUEST_MS = 20_000;
const BRISK_REQUEST_MS = 10_000;
/** A broker that is away does not hold up the end of a process. */
const CLOSE_MS = 5_000;

const configOf = (options: KafkaOptions): KafkaConfig => ({
  brokers: [...options.brokers],
  clientId: options.clientId,
  connectionTimeout: CONNECTION_MS,
  logLevel: kafkajs.logLevel.NOTHING, // what matters reaches us as an error or an event
});

/** What was asked was not answered: the broker is away, or has no such topic (yet). Known by its name, as all outages. */
class BrokerUnavailable extends Error {
  override readonly name = 'DependencyUnavailable';
}

const asked = async <T>(admin: Admin, ask: (admin: Admin) => Promise<T>): Promise<T> => {
  await admin.connect();
  try {
    return await ask(admin);
  } finally {
    await admin.disconnect();
  }
};

/** @throws an error by the name of DependencyUnavailable, with the client's own words, when there is no answer */
const asking = async <T>(kafka: Kafka, ask: (admin: Admin) => Promise<T>): Promise<T> => {
  try {
    return await asked(kafka.admin(), ask);
  } catch (error) {
    if (error instanceof kafkajs.KafkaJSError) throw new BrokerUnavailable(error.message, { cause: error });
    throw error;
  }
};

const endsOf = async (admin: Admin, topic: string): Promise<Ends[]> =>
  (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => ({
    topic,
    partition,
    low: BigInt(low),
    high: BigInt(high),
  }));

const placesOf = async (admin: Admin, topic: string, instantMs: number): Promise<Place[]> =>
  (await admin.fetchTopicOffsetsByTimestamp(topic, instantMs)).map(({ partition, offset }) => ({
    topic,
    partition,
    offset: BigInt(offset),
  }));

/** A client on kafkajs 2.2.4. */
export const connectKafka = (options: KafkaOptions): KafkaClient => {
  const config = configOf(options);
  const patient = new kafkajs.Kafka({ ...config, requestTimeout: REQUEST_MS, retry: PATIENT });
  const brisk = new kafkajs.Kafka({ ...config, requestTimeout: BRISK_REQUEST_MS, retry: BRISK });
  const open = new Set<() => Promise<void>>();
  const kept = <T extends { close(): Promise<void> }>(it: T): T => {
    const close = async () => {
      if (open.delete(close)) await within(CLOSE_MS, 'closing a connection to Kafka', it.close());
    };
    open.add(close);
    return { ...it, close };
  };
  return {
    producer: async (given: ProducerOptions = {}) =>
      kept(await produceWithKafkajs(given.once ? brisk : patient, given)),
    consume: async (consumer: ConsumerOptions) => kept(await consumeWithKafkajs(patient, consumer)),
    ends: (topics) =>
      asking(brisk, async (admin) => (await Promise.all(topics.map((topic) => endsOf(admin, topic)))).flat()),
    placesAt: (topic, instantsMs) =>
      asking(brisk, (admin) => Promise.all(instantsMs.map((instantMs) => placesOf(admin, topic, instantMs)))),
    clusterId: () => asking(brisk, async (admin) => (await admin.describeCluster()).clusterId),
    close: async () => {
      await Promise.allSettled([...open].map((close) => close()));
    },
  };
};
