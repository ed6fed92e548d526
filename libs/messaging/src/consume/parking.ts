import type { Reason } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import type { IncomingMessage, TopicPartition } from '../client/kafka-client.js';
import { Mask } from '../parked/mask.js';
import { senderOf, senderText } from '../parked/sender.js';
import { storedBytes, storedHeaders } from '../parked/stored-content.js';
import { keyTokenOf, type ParkedCipher } from './parked-cipher.js';
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
  insert into parked_message (consumer, topic, partition, encrypted, key_sealed, log_offset, key, key_token, headers, value,
                              reason, detail, timestamp_ms, sender)
  select $1, $2, $3, $4::boolean, $4::boolean, *
    from unnest($5::bigint[], $6::bytea[], $7::bytea[], $8::json[], $9::bytea[], $10::text[], $11::text[], $12::bigint[],
                $13::text[])
  on conflict (consumer, topic, partition, log_offset) do nothing`;

/** Only behind what waits: a message that comes again after it was settled holds nothing. */
const HOLD = `
  insert into held_key (consumer, topic, partition, key_token)
  select distinct $1::text, $2::text, $3::integer, key_token from parked_message
   where consumer = $1::text and topic = $2::text and partition = $3::integer and key_token = any($4::bytea[])
     and status = 'waiting'
  on conflict do nothing`;

const LET_GO = `
  delete from held_key
   where consumer = $1 and topic = $2 and partition = $3 and key_token = $4
     and not exists (
       select from parked_message
        where consumer = $1 and topic = $2 and partition = $3 and key_token = $4 and status = 'waiting')`;

const DETAIL_MAX = 500;

/** A detail as it is stored: short, without numbers of persons, and without NUL, which PostgreSQL takes in no text. */
export const detailText = (detail: string) =>
  new Mask().hide(detail.replaceAll('\u0000', '')).slice(0, DETAIL_MAX);

/** Asked first: mostly nothing is held, and then no token has to be made. */
const IS_ANY_HELD = `
  select from held_key where consumer = $1 and topic = $2 and partition = any($3::integer[]) limit 1`;

const HELD = `
  select place::integer from unnest($3::integer[], $4::bytea[]) with ordinality as asked (partition, key_token, place)
    join held_key using (partition, key_token)
   where consumer = $1 and topic = $2`;

/** The key of a message, and the partition it lies in. */
export interface PlacedKey {
  readonly partition: number;
  readonly key: Buffer;
}

/** A key of a partition, as text to compare by. */
export const keyTextOf = ({ partition, key }: PlacedKey) => `${partition} ${key.toString('hex')}`;

/** Which of the keys wait behind a parked message, as texts; they are asked for only where any key of the partitions does. */
export const heldAmong = async (
  tx: Transaction,
  { consumer, topic }: TopicReader,
  partitionsOfBatch: readonly number[],
  keysOfBatch: () => readonly PlacedKey[],
  cipher: ParkedCipher | null,
): Promise<Set<string>> => {
  const any = await tx.query(IS_ANY_HELD, [consumer, topic, partitionsOfBatch]);
  if (any.length === 0) return new Set();
  const keys = keysOfBatch();
  const partitions = keys.map(({ partition }) => partition);
  const tokens = keys.map(({ key }) => keyTokenOf(key, cipher));
  const held = await tx.query<{ place: number }>(HELD, [consumer, topic, partitions, tokens]);
  return new Set(held.map(({ place }) => keyTextOf(keys[place - 1]!)));
};

/** Lets a key go if nothing of it waits any more. The caller has taken the `heldLock`. */
export const letGo = async (
  tx: Transaction,
  { consumer, topic, partition }: Reader,
  keyToken: Buffer | null,
): Promise<void> => {
  if (keyToken !== null) await tx.query(LET_GO, [consumer, topic, partition, keyToken]);
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
  const tokens = incoming.map(({ key }) => key && keyTokenOf(key, cipher));
  await tx.query(PARK, [
    consumer,
    topic,
    partition,
    cipher !== null,
    incoming.map(({ offset }) => String(offset)),
    incoming.map(({ key }) => storedBytes(key, cipher)),
    tokens,
    incoming.map(({ headers }) => storedHeaders(headers, cipher)),
    incoming.map(({ value }) => storedBytes(value, cipher)),
    messages.map(({ reason }) => reason),
    messages.map(({ detail }) => detailText(detail)),
    incoming.map(({ timestampMs }) => timestampMs),
    incoming.map((message) => senderColumn(topic, message)),
  ]);
  const held = tokens.filter((token) => token !== null);
  if (held.length > 0) await tx.query(HOLD, [consumer, topic, partition, held]);
};
