import type { KafkaClient, OutgoingMessage } from '#libs/messaging';

const TOGETHER = 4_000;

/** Writes messages to their topics, in order, each acknowledged by all replicas; answers how many there were. */
export const preload = async (kafka: KafkaClient, messages: Iterable<OutgoingMessage>): Promise<number> => {
  const producer = await kafka.producer();
  let count = 0;
  let waiting: OutgoingMessage[] = [];
  for (const message of messages) {
    waiting.push(message);
    if (waiting.length < TOGETHER) continue;
    await producer.send(waiting);
    count += waiting.length;
    waiting = [];
  }
  await producer.send(waiting);
  await producer.close();
  return count + waiting.length;
};
