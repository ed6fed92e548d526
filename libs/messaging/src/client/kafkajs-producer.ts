import kafkajs, { type Kafka, type Message } from 'kafkajs';
import type { OutgoingMessage, Producer } from './kafka-client.js';
import { partitionOf } from './partition-of.js';

/** All in-sync replicas have it. */
const ACKS_ALL = -1;

const byTopic = (messages: readonly OutgoingMessage[]) => {
  const topics = new Map<string, Message[]>();
  for (const { topic, key, value, headers, partition } of messages) {
    const message: Message = { key, value, headers, partition: partition ?? partitionOf(key) };
    const list = topics.get(topic);
    if (list) list.push(message);
    else topics.set(topic, [message]);
  }
  return [...topics].map(([topic, list]) => ({ topic, messages: list }));
};

/**
 * kafkajs sends a whole request again when one of its partitions fails, so a message can be stored twice:
 * readers tell redelivery by its sequence.
 */
export const produceWithKafkajs = async (kafka: Kafka): Promise<Producer> => {
  const producer = kafka.producer({
    allowAutoTopicCreation: false, // a misspelt topic must fail, not be created
    createPartitioner: kafkajs.Partitioners.JavaCompatiblePartitioner,
    maxInFlightRequests: 1, // a second request may not overtake a first one that is tried again
    retry: { retries: 8, initialRetryTime: 100, maxRetryTime: 1_000 }, // the caller waits and tries again itself
  });
  await producer.connect();
  return {
    send: async (messages) => {
      if (messages.length === 0) return;
      await producer.sendBatch({ topicMessages: byTopic(messages), acks: ACKS_ALL });
    },
    close: () => producer.disconnect(),
  };
};
