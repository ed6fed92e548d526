import kafkajs, { type Kafka, type KafkaConfig, type RetryOptions } from 'kafkajs';
import { consumeWithKafkajs } from './kafkajs-consumption.js';
import { produceWithKafkajs } from './kafkajs-producer.js';
import type { ConsumerOptions, Ends, KafkaClient } from './kafka-client.js';

export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
}

/** Without end: with kafkajs' own five tries a consumer crashes in an outage and needs ten seconds more to come back. */
const PATIENT: RetryOptions = { retries: 1_000, initialRetryTime: 100, maxRetryTime: 1_000 };
const CONNECTION_MS = 3_000;
const REQUEST_MS = 20_000;

const configOf = (options: KafkaOptions): KafkaConfig => ({
  brokers: [...options.brokers],
  clientId: options.clientId,
  connectionTimeout: CONNECTION_MS,
  requestTimeout: REQUEST_MS,
  logLevel: kafkajs.logLevel.NOTHING, // what matters reaches us as an error or an event
  retry: PATIENT,
});

const endsOf = async (kafka: Kafka, topics: readonly string[]): Promise<Ends[]> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const all = await Promise.all(
      topics.map(async (topic) =>
        (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => ({
          topic,
          partition,
          low: BigInt(low),
          high: BigInt(high),
        })),
      ),
    );
    return all.flat();
  } finally {
    await admin.disconnect();
  }
};

/** A client on kafkajs 2.2.4. */
export const connectKafka = (options: KafkaOptions): KafkaClient => {
  const kafka = new kafkajs.Kafka(configOf(options));
  const closers: (() => Promise<void>)[] = [];
  const kept = <T extends { close(): Promise<void> }>(it: T): T => {
    closers.push(() => it.close());
    return it;
  };
  return {
    producer: async () => kept(await produceWithKafkajs(kafka)),
    consume: async (consumer: ConsumerOptions) => kept(await consumeWithKafkajs(kafka, consumer)),
    ends: (topics) => endsOf(kafka, topics),
    clusterId: async () => {
      const admin = kafka.admin();
      await admin.connect();
      try {
        return (await admin.describeCluster()).clusterId;
      } finally {
        await admin.disconnect();
      }
    },
    close: async () => {
      await Promise.allSettled(closers.map((close) => close()));
    },
  };
};
