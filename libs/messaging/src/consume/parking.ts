import { createHash } from 'node:crypto';
import type { Reason } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import type { IncomingMessage, TopicPartition } from '../client/kafka-client.js';
import { senderOf, senderText } from '../parked/sender.js';
import { storedHeaders, storedValue } from '../parked/stored-content.js';
import type { ParkedCipher } from './parked-cipher.js';
import type { TopicReader } from './positions.js';

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
  insert into parked_message (consumer, topic, partition, log_offset, key, headers, value, encrypted, reason, detail,
                              timestamp_ms, sender)
  select $1, $2, $3, * from unnest($4::bigint[], $5::bytea[], $6::json[], $7::bytea[], $8::boolean[], $9::text[],
                                   $10::text[], $11::bigint[], $12::text[])
  on conflict (consumer, topic, partition, log_offset) do nothing`;

/** Only behind what waits: a message that comes again after it was settled holds nothing. */
const HOLD = `
  insert into held_key (consumer, topic, partition, key)
  select $1::text, $2::text, $3::integer, held
    from unnest($4::bytea[], $5::bytea[]) as given (held, whole)
   where exists (
     select from parked_message
      where consumer = $1::text and topic = $2::text and partition = $3::integer and sha256(key) = sha256(whole)
        and status = 'waiting')
  on conflict do nothing`;

const LET_GO = `
  delete from held_key
   where consumer = $1 and topic = $2 and partition = $3 and key = $4
     and not exists (
       select from parked_message
        where consumer = $1 and topic = $2 and partition = $3 and sha256(key) = sha256($5::bytea)
          and status = 'waiting')`;

const DETAIL_MAX = 500;

/** A detail as it is stored: short, and without NUL, which PostgreSQL takes in no text. */
export const detailText = (detail: string) => detail.replaceAll('\u0000', '').slice(0, DETAIL_MAX);

/** An index takes no entry over 2.7 kB, so a key as long as this is held by its digest. */
const KEY_BYTES_MAX = 1_000;

/** What a key is held by. */
export const heldKeyOf = (key: Buffer): Buffer =>
  key.length <= KEY_BYTES_MAX ? key : createHash('sha256').update(key).digest();

const HELD = `
  select partition, key from held_key
    join unnest($3::integer[], $4::bytea[]) as asked (partition, key) using (partition, key)
   where consumer = $1 and topic = $2`;

/** A key of a partition, as text to compare by. */
export const keyTextOf = (partition: number, key: Buffer) => `${partition} ${key.toString('hex')}`;

/** Which of these keys wait behind a parked message. */
export const heldAmong = async (
  tx: Transaction,
  { consumer, topic }: TopicReader,
  keys: readonly { readonly partition: number; readonly key: Buffer }[],
): Promise<Set<string>> => {
  const rows = await tx.query<{ partition: number; key: Buffer }>(HELD, [
    consumer,
    topic,
    keys.map(({ partition }) => partition),
    keys.map(({ key }) => heldKeyOf(key)),
  ]);
  return new Set(rows.map(({ partition, key }) => keyTextOf(partition, key)));
};

const hold = async (
  tx: Transaction,
  { consumer, topic, partition }: Reader,
  keys: readonly Buffer[],
): Promise<void> => {
  if (keys.length > 0) await tx.query(HOLD, [consumer, topic, partition, keys.map(heldKeyOf), keys]);
};

/** Lets a key go if nothing of it waits any more. The caller has taken the `heldLock`. */
export const letGo = async (
  tx: Transaction,
  { consumer, topic, partition }: Reader,
  key: Buffer | null,
): Promise<void> => {
  if (key !== null) await tx.query(LET_GO, [consumer, topic, partition, heldKeyOf(key), key]);
};

const senderColumn = (topic: string, incoming: IncomingMessage): string | null => {
  const sender = senderOf(topic, incoming);
  return sender && senderText(sender);
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
  const incoming = messages.map((message) => message.incoming);
  await tx.query(PARK, [
    consumer,
    topic,
    partition,
    incoming.map(({ offset }) => String(offset)),
    incoming.map(({ key }) => key),
    incoming.map(({ headers }) => storedHeaders(headers, cipher)),
    incoming.map(({ value }) => storedValue(value, cipher)),
    messages.map(() => cipher !== null),
    messages.map(({ reason }) => reason),
    messages.map(({ detail }) => detailText(detail)),
    incoming.map(({ timestampMs }) => timestampMs),
    incoming.map((message) => senderColumn(topic, message)),
  ]);
  await hold(
    tx,
    reader,
    incoming.flatMap(({ key }) => (key === null ? [] : [key])),
  );
};
