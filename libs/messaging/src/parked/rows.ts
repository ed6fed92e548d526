import type { ParkedMessage, ParkedSummary, Reason } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import type { ParkedCipher } from '../consume/parked-cipher.js';
import type { Reader } from '../consume/parking.js';
import { shownKey, Mask } from './mask.js';
import { openedContent, type Content } from './stored-content.js';

/** What is known of a parked message without opening it. */
export interface ParkedHead extends Reader {
  readonly id: string;
  readonly key: Buffer | null;
  readonly offset: bigint;
  readonly timestampMs: number;
  readonly reason: Reason;
  readonly detail: string;
  readonly status: ParkedMessage['status'];
  readonly parkedAt: Date;
  readonly retries: number;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly note: string | null;
}

/** A parked message, opened. */
export interface ParkedRow extends ParkedHead {
  readonly content: Content;
  readonly correction: (Content & { readonly by: string; readonly at: Date }) | null;
}

const HEAD = `
  id::text, consumer, topic, partition, log_offset::text as "offset", key, reason, detail, status,
  parked_at as "parkedAt", retries, settled_at as "settledAt", settled_by as "settledBy", note,
  coalesce(timestamp_ms, extract(epoch from parked_at) * 1000)::text as "timestampMs"`;

const ONE = `
  select ${HEAD}, headers, value, encrypted, corrected_key, corrected_headers, corrected_value, corrected_by,
         corrected_at
    from parked_message where consumer = $1 and id = $2`;

const WAITING = `
  select ${HEAD} from parked_message
   where consumer = $1 and status = 'waiting' and id > $2 and ($3::text is null or sender = $3)
   order by parked_message.id limit $4 -- with the table's name: the column above is text, and would sort as such`;

type HeadRow = Omit<ParkedHead, 'offset' | 'timestampMs'> & { offset: string; timestampMs: string };

interface OneRow extends HeadRow {
  readonly headers: unknown;
  readonly value: Buffer | null;
  readonly encrypted: boolean;
  readonly corrected_key: Buffer | null;
  readonly corrected_headers: unknown;
  readonly corrected_value: Buffer | null;
  readonly corrected_by: string | null;
  readonly corrected_at: Date | null;
}

const headOf = <Row extends HeadRow>(row: Row) => ({
  ...row,
  offset: BigInt(row.offset),
  timestampMs: Math.round(Number(row.timestampMs)),
});

const correctionOf = (row: OneRow, cipher: ParkedCipher | null): ParkedRow['correction'] => {
  if (row.corrected_at === null || row.corrected_by === null) return null;
  const stored = { key: row.corrected_key, headers: row.corrected_headers, value: row.corrected_value };
  return { ...openedContent(stored, row.encrypted, cipher), by: row.corrected_by, at: row.corrected_at };
};

/** One parked message, not opened. */
export const headOfParked = async (
  database: Database,
  consumer: string,
  id: string,
): Promise<ParkedHead | null> => {
  const [row] = await database.query<HeadRow>(
    `select ${HEAD} from parked_message where consumer = $1 and id = $2`,
    [consumer, id],
  );
  return row ? headOf(row) : null;
};

/** One parked message with its contents. */
export const openParked = async (
  database: Pick<Database, 'query'>,
  consumer: string,
  id: string,
  cipher: ParkedCipher | null,
): Promise<ParkedRow | null> => {
  const [row] = await database.query<OneRow>(ONE, [consumer, id]);
  if (!row) return null;
  return {
    ...headOf(row),
    content: openedContent(row, row.encrypted, cipher),
    correction: correctionOf(row, cipher),
  };
};

/** The parked messages that wait, oldest first. */
export const waitingFrom = async (
  database: Database,
  consumer: string,
  page: { after: string | null; limit: number; sender: string | null },
): Promise<ParkedHead[]> => {
  const rows = await database.query<HeadRow>(WAITING, [consumer, page.after ?? '0', page.sender, page.limit]);
  return rows.map(headOf);
};

/** How one is listed: without contents. */
export const summaryOf = (row: ParkedHead): ParkedSummary => ({
  id: row.id,
  topic: row.topic,
  partition: row.partition,
  offset: Number(row.offset),
  key: shownKey(row.key),
  reason: row.reason,
  detail: new Mask().hide(row.detail),
  parkedAt: row.parkedAt.toISOString(),
});
