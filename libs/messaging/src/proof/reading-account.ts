import type { Transaction } from '#libs/persistence';
import type { TopicReader } from '../consume/positions.js';
import { addDigests, packDigests, unpackDigests } from './event-digest.js';
import type { ReadEvent } from './fates.js';

const NOTE = `
  insert into reading_account (consumer, topic, partition, began_at, events, digest, copies, copies_digest)
  select $1, $2, * from unnest($3::integer[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[])
  on conflict (consumer, topic, partition) do update
  set events = reading_account.events + excluded.events, copies = reading_account.copies + excluded.copies,
      digest = add_digests(reading_account.digest, excluded.digest),
      copies_digest = add_digests(reading_account.copies_digest, excluded.copies_digest)`;

const KEPT_TYPES = ['integer', 'bigint[]', 'boolean[]', 'bytea'];

const keepSql = (parts: number): string => {
  const row = (part: number) =>
    KEPT_TYPES.map((type, at) => `$${KEPT_TYPES.length * part + at + 3}::${type}`);
  const rows = Array.from({ length: parts }, (_, part) => `($1, $2, ${row(part).join(', ')})`);
  return `insert into read_events (consumer, topic, partition, offsets, parked, digests) values ${rows.join(', ')}`;
};

/** Adds what a batch read to the account of its reader, in the transaction of the effect. */
export const noteRead = async (
  tx: Pick<Transaction, 'query'>,
  { consumer, topic }: TopicReader,
  read: readonly ReadEvent[],
): Promise<void> => {
  if (read.length === 0) return;
  const parts = [...Map.groupBy(read, ({ partition }) => partition)];
  const events = parts.map(([, ofIt]) => ofIt.filter(({ fate }) => fate !== 'copy'));
  const copies = parts.map(([, ofIt]) => ofIt.filter(({ fate }) => fate === 'copy'));
  await tx.query(NOTE, [
    consumer,
    topic,
    parts.map(([partition]) => partition),
    parts.map(([, ofIt]) => String(ofIt[0]!.offset)),
    events.map((each) => each.length),
    events.map(digestTextOf),
    copies.map((each) => each.length),
    copies.map(digestTextOf),
  ]);
  await keep(
    tx,
    { consumer, topic },
    new Map(parts.map(([partition], place) => [partition, events[place]!])),
  );
};

const digestsOf = (events: readonly ReadEvent[]) => events.map(({ digest }) => digest);
const digestTextOf = (events: readonly ReadEvent[]) => String(addDigests(0n, digestsOf(events)));

/** One row for each partition, of whatever length. */
const keep = async (
  tx: Pick<Transaction, 'query'>,
  { consumer, topic }: TopicReader,
  byPartition: ReadonlyMap<number, readonly ReadEvent[]>,
): Promise<void> => {
  const kept = [...byPartition].filter(([, events]) => events.length > 0);
  if (kept.length === 0) return;
  const rows = kept.flatMap(([partition, events]) => [
    partition,
    events.map(({ offset }) => String(offset)),
    events.map(({ fate }) => fate === 'parked'),
    packDigests(digestsOf(events)),
  ]);
  await tx.query(keepSql(kept.length), [consumer, topic, ...rows]);
};

/** An event that was read and not yet compared. */
export interface UncomparedEvent {
  readonly offset: number;
  readonly digest: bigint;
  readonly isParked: boolean;
}

const UNCOMPARED = `
  select offsets, parked, digests from read_events
  where consumer = $1 and topic = $2 and partition = $3 order by id limit $4`;

/** Rows that were compared whole go; the one in which the comparison ended keeps the rest. */
const FORGET = `
  with counted as (
    select id, sum(cardinality(offsets)) over (order by id) - cardinality(offsets) as before,
           sum(cardinality(offsets)) over (order by id) as upto
    from read_events where consumer = $1 and topic = $2 and partition = $3
  ),
  gone as (delete from read_events using counted where read_events.id = counted.id and upto <= $4::bigint)
  update read_events as each
  set offsets = offsets[$4 - before + 1:], parked = parked[$4 - before + 1:],
      digests = substr(digests, ($4 - before)::integer * 8 + 1)
  from counted where each.id = counted.id and before < $4 and upto > $4`;

interface ReadRow {
  readonly offsets: readonly string[];
  readonly parked: readonly boolean[];
  readonly digests: Buffer;
}

/** So many batches at a time: some thousands of events. */
const BATCHES_MAX = 200;

/** The events of a partition that were read and not yet compared, oldest first; not necessarily all. */
export const uncomparedIn = async (
  tx: Pick<Transaction, 'query'>,
  { consumer, topic, partition }: TopicReader & { readonly partition: number },
): Promise<readonly UncomparedEvent[]> => {
  const rows = await tx.query<ReadRow>(UNCOMPARED, [consumer, topic, partition, BATCHES_MAX]);
  return rows.flatMap(({ offsets, parked, digests }) =>
    unpackDigests(digests).map((digest, place) => ({
      digest,
      offset: Number(offsets[place]),
      isParked: parked[place]!,
    })),
  );
};

/** Forgets so many of them, the oldest: they were compared. */
export const forgetCompared = async (
  tx: Pick<Transaction, 'query'>,
  { consumer, topic, partition }: TopicReader & { readonly partition: number },
  events: number,
): Promise<void> => {
  if (events > 0) await tx.query(FORGET, [consumer, topic, partition, events]);
};
