import { randomUUID } from 'node:crypto';
import type { KafkaClient } from '#libs/messaging';

/** A message as it lies in a topic. */
export interface Heard {
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: unknown;
}

/** Reads a topic from its beginning on, and keeps what is about a subject. */
export const hear = async (kafka: KafkaClient, topic: string, subject: string): Promise<readonly Heard[]> => {
  const heard: Heard[] = [];
  await kafka.consume({
    groupId: `guide-${randomUUID()}`,
    topics: [topic],
    positions: async (assigned) => assigned.map(() => 0n),
    receive: ({ partition, messages }) => {
      for (const { offset, key, value, headers } of messages) {
        if (String(headers['ce_subject']) !== subject) continue;
        const texts = Object.entries(headers).map(([name, text]) => [name, String(text)]);
        heard.push({
          partition,
          offset,
          key: String(key),
          headers: Object.fromEntries(texts) as Record<string, string>,
          data: JSON.parse(String(value)) as unknown,
        });
      }
    },
    failed: () => undefined,
  });
  return heard;
};
