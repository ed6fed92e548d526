import type { Reason } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import type { IncomingMessage, TopicPartition } from '../client/kafka-client.js';
import type { ParkedCipher } from './parked-cipher.js';

/** A message that is set aside, whole, until a person has looked at it. */
export interface ToPark {
  readonly incoming: IncomingMessage;
  readonly reason: Reason;
  readonly detail: string;
}

export interface Reader extends TopicPartition {
  readonly consumer: string;
}

/** Taken by the consumer and by whoever retries, so that a key is never let go while something is added behind it. */
export const heldLock = ({ consumer, topic, partition }: Reader) => `held:${consumer}:${topic}:${partition}`;

const PARK = `
  insert into parked_message (consumer, topic, partition, log_offset, key, headers, value, encrypted, reason, detail)
  select $1, $2, $3, * from unnest($4::bigint[], $5::bytea[], $6::json[], $7::bytea[], $8::boolean[], $9::text[],
                                   $10::text[])
  on conflict (consumer, topic, partition, log_offset) do nothing`;

const HOLD = `
  insert into held_key (consumer, topic, partition, key)
  select $1, $2, $3, key from unnest($4::bytea[]) as key on conflict do nothing`;

const DETAIL_MAX = 500;

const headersJson = (incoming: IncomingMessage) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, value?.toString('base64') ?? null]),
    ),
  );

/** Keys of the partition that wait behind a parked message, as hex. */
export const heldKeys = async (tx: Transaction, reader: Reader): Promise<Set<string>> => {
  const rows = await tx.query<{ key: Buffer }>(
    'select key from held_key where consumer = $1 and topic = $2 and partition = $3',
    [reader.consumer, reader.topic, reader.partition],
  );
  return new Set(rows.map(({ key }) => key.toString('hex')));
};

/** Parks messages in the caller's transaction and holds back their keys. */
export const park = async (
  tx: Transaction,
  reader: Reader,
  messages: readonly ToPark[],
  cipher: ParkedCipher | null,
): Promise<void> => {
  if (messages.length === 0) return;
  const { consumer, topic, partition } = reader;
  const kept = (value: Buffer | null) => (value === null || cipher === null ? value : cipher.seal(value));
  await tx.query(PARK, [
    consumer,
    topic,
    partition,
    messages.map(({ incoming }) => String(incoming.offset)),
    messages.map(({ incoming }) => incoming.key),
    messages.map(({ incoming }) => headersJson(incoming)),
    messages.map(({ incoming }) => kept(incoming.value)),
    messages.map(() => cipher !== null),
    messages.map(({ reason }) => reason),
    messages.map(({ detail }) => detail.slice(0, DETAIL_MAX)),
  ]);
  const keys = messages.flatMap(({ incoming }) => (incoming.key === null ? [] : [incoming.key]));
  if (keys.length > 0) await tx.query(HOLD, [consumer, topic, partition, keys]);
};
