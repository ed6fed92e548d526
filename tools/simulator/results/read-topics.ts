import type { IncomingMessage, KafkaClient } from '#libs/messaging';
import { randomUUID } from 'node:crypto';

/** Messages of some topics from the beginning on. */
export interface Reading {
  /** Resolves when all that lay in the topics at the beginning has been read. */
  readonly caughtUp: Promise<void>;
  close(): Promise<void>;
}

const partitionName = (topic: string, partition: number) => `${topic}/${partition}`;

/** Reads the topics from their first message on, in a group of its own so that no earlier reader is waited for. */
export const readTopics = async (
  kafka: KafkaClient,
  topics: readonly string[],
  on: { message: (topic: string, message: IncomingMessage) => void; failed: (error: Error) => void },
): Promise<Reading> => {
  const ends = await kafka.ends(topics);
  const next = new Map(ends.map(({ topic, partition, low }) => [partitionName(topic, partition), low]));
  const behind = new Map(
    ends
      .filter(({ low, high }) => low < high)
      .map(({ topic, partition, high }) => [partitionName(topic, partition), high]),
  );
  const { promise: caughtUp, resolve } = Promise.withResolvers<void>();
  if (behind.size === 0) resolve();
  const consumption = await kafka.consume({
    groupId: `simulator-${randomUUID()}`,
    topics,
    positions: async (assigned) =>
      assigned.map(({ topic, partition }) => next.get(partitionName(topic, partition)) ?? 0n),
    receive: ({ topic, partition, messages }) => {
      for (const message of messages) on.message(topic, message);
      const name = partitionName(topic, partition);
      const position = (messages.at(-1)?.offset ?? -1n) + 1n;
      next.set(name, position);
      if (position >= (behind.get(name) ?? 0n) && behind.delete(name) && behind.size === 0) resolve();
    },
    failed: on.failed,
  });
  return { caughtUp, close: () => consumption.close() };
};
