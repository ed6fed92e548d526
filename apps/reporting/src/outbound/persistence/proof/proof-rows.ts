import { unpackDigests } from '#libs/messaging';
import type { Transaction } from '#libs/persistence';
import { nothingProven, type Flaw, type Proven, type Statement } from '../../../domain/proof/compare.js';

/** A partition of a topic that is proven. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
}

const PROVEN = `
  select events::integer, digest::text, strangers::integer, log_offset::integer as "offset",
         recorded_through as "recordedThrough", flaw
  from proven_partition where topic = $1 and partition = $2`;

const KEEP_PROVEN = `
  insert into proven_partition (topic, partition, events, digest, strangers, log_offset, recorded_through, flaw)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (topic, partition) do update
  set events = excluded.events, digest = excluded.digest, strangers = excluded.strangers,
      log_offset = excluded.log_offset, recorded_through = excluded.recorded_through, flaw = excluded.flaw`;

const STATEMENTS = `
  select after::integer, count::integer, digest::text, digests, recorded_through as "recordedThrough"
  from owner_statement where topic = $1 and partition = $2 order by after, count limit $3`;

const FORGET_STATEMENTS = 'delete from owner_statement where topic = $1 and partition = $2 and count <= $3';

/** So many stretches of a partition at a time: some thousands of events. */
const STATEMENTS_MAX = 20;

export interface ProvenRow {
  readonly events: number;
  readonly digest: string;
  readonly strangers: number;
  readonly offset: number | null;
  readonly recordedThrough: Date | null;
  readonly flaw: Flaw | null;
}

/** How far a partition is proven, as a row has it. */
export const provenOf = (row: ProvenRow): Proven => ({
  ...row,
  digest: BigInt(row.digest),
  recordedThrough: row.recordedThrough?.toISOString() ?? null,
});

/** How far a partition is proven. */
export const loadProven = async (tx: Transaction, { topic, partition }: Place): Promise<Proven> => {
  const [row] = await tx.query<ProvenRow>(PROVEN, [topic, partition]);
  return row === undefined ? nothingProven : provenOf(row);
};

/** Keeps how far it is proven, and forgets what was said of that. */
export const keepProven = async (
  tx: Transaction,
  { topic, partition }: Place,
  proven: Proven,
): Promise<void> => {
  const { events, digest, strangers, offset, recordedThrough, flaw } = proven;
  const shown = flaw === null ? null : JSON.stringify(flaw);
  await tx.query(KEEP_PROVEN, [
    topic,
    partition,
    events,
    String(digest),
    strangers,
    offset,
    recordedThrough,
    shown,
  ]);
  await tx.query(FORGET_STATEMENTS, [topic, partition, events]);
};

/** The owner's next statements about a partition, in order. */
export const loadStatements = async (
  tx: Transaction,
  { topic, partition }: Place,
): Promise<readonly Statement[]> => {
  const rows = await tx.query<
    Omit<Statement, 'digest' | 'digests' | 'recordedThrough'> & {
      readonly digest: string;
      readonly digests: Buffer;
      readonly recordedThrough: Date;
    }
  >(STATEMENTS, [topic, partition, STATEMENTS_MAX]);
  return rows.map((row) => ({
    ...row,
    digest: BigInt(row.digest),
    digests: unpackDigests(row.digests),
    recordedThrough: row.recordedThrough.toISOString(),
  }));
};
