import type { Database } from '#libs/persistence';

/** A count of millions would cost seconds, and says no more than that there are many. */
export const COUNTED_MAX = 10_000;

const BACKLOG = `
  select first.event_id as "firstId", (select count(*)::integer from (
           select from event as e
           where e.lane = c.lane and (e.transaction_id, e.position) > (c.transaction_id, c.position)
           limit ${COUNTED_MAX}) as counted) as count,
         extract(epoch from clock_timestamp() - c.moved_at)::float8 * 1000 as "movedMsAgo"
  from relay_cursor as c
  cross join lateral (
    select event_id from event as e
    where e.lane = c.lane and (e.transaction_id, e.position) > (c.transaction_id, c.position)
    order by e.transaction_id, e.position limit 1) as first`;

/** Transactions of other roles show their id to everybody, and their beginning only to those who may monitor. */
const HOLDER = `
  select pg_snapshot_xmin(s)::text as "transactionId", a.datname as database,
         extract(epoch from clock_timestamp() - a.xact_start)::float8 * 1000 as "ageMs"
  from pg_current_snapshot() as s
  left join pg_stat_activity as a on a.backend_xid = pg_snapshot_xmin(s)::xid
  where a.pid is not null or pg_snapshot_xmin(s) < pg_snapshot_xmax(s)
  limit 1`;

interface LaneRow {
  firstId: string;
  count: number;
  movedMsAgo: number;
}

/** The oldest transaction that writes, wherever in the cluster: nothing that was begun later is published before it ends. */
export interface Holder {
  readonly transactionId: string;
  /** `null` for a prepared transaction. */
  readonly database: string | null;
  /** `null` when this role may not see it. */
  readonly ageMs: number | null;
}

/** Event ids are UUIDv7: they begin with the milliseconds since 1970 at which they were made. Of others nothing is known. */
const madeMsAgo = (eventId: string): number | null => {
  if (eventId[14] !== '7') return null;
  return Math.max(Date.now() - Number.parseInt(eventId.slice(0, 8) + eventId.slice(9, 13), 16), 0);
};

/** What stands behind the cursors. An event's own `recordedAt` would not do: a story's clock stands elsewhere. */
export const readBacklog = async (database: Database) => {
  const rows = await database.query<LaneRow>(BACKLOG);
  const ages = rows.map(({ firstId, movedMsAgo }) => {
    const oldestMs = madeMsAgo(firstId) ?? movedMsAgo;
    return { oldestMs, stillMs: Math.min(oldestMs, Math.max(movedMsAgo, 0)) };
  });
  return {
    oldestUnsentMs: Math.max(0, ...ages.map(({ oldestMs }) => oldestMs)),
    unsentEvents: rows.reduce((sum, { count }) => sum + count, 0),
    stillMs: Math.max(0, ...ages.map(({ stillMs }) => stillMs)),
  };
};

export const readHolder = async (database: Database): Promise<Holder | null> => {
  const [holder] = await database.query<Holder>(HOLDER);
  return holder ?? null;
};
