import type { Database, Transaction } from '#libs/persistence';

/** How far a lane has published: all events up to and including this one. */
export interface Cursor {
  readonly transactionId: string;
  readonly position: string;
}

/**
 * The database is another one than the cursor speaks of: restored from a copy, or led by a server that was a standby.
 * Transaction ids may have begun anew, and what was published may not be here. docs/relay.md says what to do.
 */
export class ClusterReplaced extends Error {
  override readonly name = 'ClusterReplaced';
}

/** Somebody else has moved the cursor: this process owns the lane no longer. */
export class CursorMoved extends Error {
  override readonly name = 'CursorMoved';
}

/** A restore into another cluster changes the first part, one in place or a fail-over the second. */
export const CLUSTER = `
  (select system_identifier || '/' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) from pg_control_system())`;

const BEGIN = `
  insert into relay_cursor (lane, cluster) values ($1, ${CLUSTER})
  on conflict (lane) do update set cluster = excluded.cluster where relay_cursor.cluster is null`;

/** A cursor ahead of all transactions is another cluster's, too, and would pass over everything that is written here. */
const READ = `
  select transaction_id::text as "transactionId", position::text, cluster = ${CLUSTER} as "isOurs",
         transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) as "isAhead"
  from relay_cursor where lane = $1`;

/**
 * The first event behind the cursor, in its order. Of any event the planner takes it that a third of the table lies there,
 * so that the first one is found soon by reading the table: most often there is none, and it would be read to its end.
 */
const QUIET = `
  select cluster = ${CLUSTER} and transaction_id < pg_snapshot_xmax(pg_current_snapshot()) and (
           select position from event where lane = c.lane and (transaction_id, position) > (c.transaction_id, c.position)
           order by transaction_id, position limit 1
         ) is null as "isQuiet"
  from relay_cursor as c where lane = $1`;

const MOVE = `
  update relay_cursor set transaction_id = $2::xid8, position = $3, moved_at = now()
  where lane = $1 and transaction_id = $4::xid8 and position = $5 returning lane`;

/** Makes a lane's cursor where there is none, and notes the cluster where it is not noted. */
export const beginCursor = async (database: Database, lane: number): Promise<void> => {
  await database.query(BEGIN, [lane]);
};

/**
 * The cursor as it is now; what was read in an earlier transaction is worth nothing, for another process may have owned
 * the lane meanwhile.
 */
export const readCursor = async (tx: Pick<Transaction, 'query'>, lane: number): Promise<Cursor> => {
  const [found] = await tx.query<Cursor & { isOurs: boolean | null; isAhead: boolean }>(READ, [lane]);
  if (found?.isOurs !== true)
    throw new ClusterReplaced('the database was restored or has failed over: do what docs/relay.md says');
  if (found.isAhead)
    throw new ClusterReplaced(
      'the cursor is ahead of all transactions of this cluster: do what docs/relay.md says of another cluster',
    );
  return found;
};

/**
 * Whether all that is committed in a lane is published, asked in one statement: a relay looks ten times a second, and most
 * often there is nothing. A cursor that speaks of another cluster is not quiet, whatever lies behind it.
 */
export const isQuiet = async (database: Pick<Database, 'query'>, lane: number): Promise<boolean> => {
  const [found] = await database.query<{ isQuiet: boolean }>(QUIET, [lane]);
  return found?.isQuiet === true;
};

/** Moves the cursor, if it still stands where it was read. */
export const moveCursor = async (
  tx: Pick<Transaction, 'query'>,
  lane: number,
  from: Cursor,
  to: Cursor,
): Promise<void> => {
  const moved = await tx.query(MOVE, [
    lane,
    to.transactionId,
    to.position,
    from.transactionId,
    from.position,
  ]);
  if (moved.length !== 1) throw new CursorMoved(`lane ${lane} is no longer at ${from.position}`);
};
