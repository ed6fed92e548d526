import type { Transaction } from '#libs/persistence';
import type { OutgoingMessage } from '../client/kafka-client.js';
import { partitionOf } from '../client/partition-of.js';
import type { Cursor } from './relay-cursor.js';

interface Row {
  transaction_id: string;
  position: string;
  topic: string;
  key: string;
  subject: string;
  sequence: string;
  event_id: string;
  type: string;
  data: string | null;
  recorded_at: Date;
  correlation_id: string;
  causation_id: string;
  traceparent: string | null;
}

/** What is read at once stays small also where events are large; one at least is always read. */
const BATCH_BYTES_MAX = 2 * 1_048_576;

/**
 * Only below the oldest transaction still running: above it an earlier event may yet appear. In the order of
 * (transaction, position): by position alone a late committer's event would be passed over.
 */
const UNSENT = `
  select transaction_id::text, position::text, topic, key, subject, sequence::text, event_id, type, data, recorded_at,
         correlation_id, causation_id, traceparent
  from (
    select *, sum(octet_length(coalesce(data, ''))) over (
             order by transaction_id, position rows between unbounded preceding and 1 preceding) as bytes_before
    from (
      select * from event
      where lane = $1 and (transaction_id, position) > ($2::xid8, $3::bigint)
        and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      order by transaction_id, position
      limit $4) as next) as e
  where coalesce(bytes_before, 0) < ${BATCH_BYTES_MAX}
  order by e.transaction_id, e.position -- with the table's name: the columns above are text, and would sort as such`;

const messageOf = (row: Row, source: string): OutgoingMessage => ({
  topic: row.topic,
  key: row.key,
  partition: partitionOf(row.key),
  value: row.data,
  headers: {
    ce_specversion: '1.0',
    ce_id: row.event_id,
    ce_source: source,
    ce_type: row.type,
    ce_time: row.recorded_at.toISOString(),
    ce_subject: row.subject,
    ce_sequence: row.sequence,
    ce_correlationid: row.correlation_id,
    ce_causationid: row.causation_id,
    'content-type': 'application/json',
    ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
  },
});

export interface Unsent {
  readonly messages: readonly OutgoingMessage[];
  readonly upTo: Cursor;
}

/** The next events of a lane behind the cursor, oldest first, as CloudEvents messages; `null` when there are none. */
export const unsentAfter = async (
  tx: Pick<Transaction, 'query'>,
  given: { lane: number; cursor: Cursor; limit: number; source: string },
): Promise<Unsent | null> => {
  const { lane, cursor, limit, source } = given;
  const rows = await tx.query<Row>(UNSENT, [lane, cursor.transactionId, cursor.position, limit]);
  const last = rows.at(-1);
  if (!last) return null;
  return {
    messages: rows.map((row) => messageOf(row, source)),
    upTo: { transactionId: last.transaction_id, position: last.position },
  };
};
