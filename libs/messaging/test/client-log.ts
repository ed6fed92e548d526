import { randomUUID } from 'node:crypto';
import { eventually, testBrokers } from '#libs/testing';
import kafkajs from 'kafkajs';
import type { Consumption, KafkaClient, Slice, TopicPartition } from '../src/index.js';

/** How a client is had: the suite knows nothing else of whoever made it. */
export type Connect = (options: { brokers: readonly string[]; clientId: string }) => KafkaClient;

/** The broker as others see it: who writes from outside, who administers. No part of what is examined. */
export const openLog = async () => {
  const kafka = new kafkajs.Kafka({
    brokers: testBrokers(),
    clientId: 'conformance',
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const admin = kafka.admin();
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.JavaCompatiblePartitioner });
  const topics: string[] = [];
  await Promise.all([admin.connect(), producer.connect()]);
  const newTopic = async (numPartitions = 1, config: Record<string, string> = {}) => {
    const topic = `test.conformance-${randomUUID().slice(0, 8)}`;
    topics.push(topic);
    await createTopic(topic, numPartitions, config);
    return topic;
  };
  /** kafkajs has heard of the topic, and the broker leads it: what is sent before that may be stored twice. */
  const untilLed = (topic: string) =>
    eventually(() =>
      admin.fetchTopicOffsets(topic).then(
        () => true,
        () => false,
      ),
    );
  const createTopic = async (topic: string, numPartitions: number, config: Record<string, string> = {}) => {
    const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
    await admin.createTopics({ topics: [{ topic, numPartitions, configEntries }], waitForLeaders: false });
    await untilLed(topic);
  };
  return {
    kafka,
    admin,
    producer,
    newTopic,
    createTopic,
    /** Numbered messages in one partition. */
    fill: (topic: string, from: number, to: number, partition = 0) =>
      producer.send({
        topic,
        messages: Array.from({ length: to - from }, (_, index) => ({
          key: 'k',
          value: String(from + index),
          partition,
        })),
      }),
    /** The log of the partition begins at the offset from now on. */
    cut: async (topic: string, partition: number, offset: number) => {
      await untilLed(topic);
      await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: String(offset) }] });
    },
    /** How many members the group has. */
    membersOf: async (groupId: string) => (await admin.describeGroups([groupId])).groups[0]!.members.length,
    close: async () => {
      await admin.deleteTopics({ topics });
      await Promise.all([admin.disconnect(), producer.disconnect()]);
    },
  };
};

export type Log = Awaited<ReturnType<typeof openLog>>;

type Asked = { readonly partitions: number[]; readonly rebalanced: boolean };

/** A member of a group that writes down all that it is told. */
export const listen = async (
  client: KafkaClient,
  topics: readonly string[],
  position: (at: TopicPartition, asked: number) => Promise<bigint | null> = async () => 0n,
) => {
  const slices: Slice[] = [];
  const asked: Asked[] = [];
  const failures: Error[] = [];
  const groupId = `conformance-${randomUUID()}`;
  const consumption: Consumption = await client.consume({
    groupId,
    topics,
    positions: (partitions, rebalanced) => {
      asked.push({ partitions: partitions.map(({ partition }) => partition).toSorted(), rebalanced });
      const times = asked.length;
      return Promise.all(partitions.map((at) => position(at, times)));
    },
    receive: (slice) => void slices.push(slice),
    failed: (error) => void failures.push(error),
  });
  const messages = (partition = 0) =>
    slices.filter((slice) => slice.partition === partition).flatMap((slice) => slice.messages);
  return {
    groupId,
    consumption,
    slices,
    asked,
    failures,
    messages,
    values: (partition = 0) => messages(partition).map(({ value }) => value?.toString()),
  };
};

/** `from` up to, and without, `to`, as values of messages. */
export const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => String(from + index));
