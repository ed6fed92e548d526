import type { Asking } from '../asking.js';

/** Oldest first. A prepared transaction has no process. */
const HOLDERS = `
  select pid, datname as database, application_name as application, state, xact_start as since, null as prepared,
         backend_xid::text as "transactionId", age(backend_xid) as age
  from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid()
  union all
  select null, database, '', 'prepared', prepared, gid, transaction::text, age(transaction) from pg_prepared_xacts
  order by age desc limit 1`;

/** A transaction that writes: no relay of the server publishes what was committed after it began to write. */
export interface SnapshotHolder {
  readonly pid: number | null;
  readonly database: string;
  readonly application: string | null;
  /** `active`, `idle in transaction` … of `pg_stat_activity`, or `prepared`. */
  readonly state: string | null;
  /** As application, state and text it is hidden from a role that may not monitor others. */
  readonly since: Date | null;
  readonly transactionId: string;
  /** Its name, if it is prepared for a commit in two phases. */
  readonly prepared: string | null;
}

/** The oldest transaction of the whole server that writes, whichever database it writes to. */
export const snapshotHolder = async (database: Asking): Promise<SnapshotHolder | null> => {
  const [found] = await database.query<SnapshotHolder>(HOLDERS);
  return found ?? null;
};
