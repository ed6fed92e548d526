import { checkpointOfTopic } from '#libs/contracts';
import { UuidV7Ids } from '#libs/kernel';
import type { Database, Transaction } from '#libs/persistence';
import { partitionOf } from '../client/partition-of.js';
import type { EventLog } from '../events/event-log.js';
import { eventDigest } from './event-digest.js';
import {
  checkpointEvents,
  goOn,
  type MovedAccount,
  type PartitionAccount,
  type SaidEvent,
} from './log-account.js';

/** A few hundred milliseconds of work, also where most events belong to no account. */
export const EVENTS_MAX = 10_000;
/** First half of the advisory lock of a lane's accounts; the second is its number. */
const LOCK_CLASS = 7_263;

const OWN = 'select pg_try_advisory_xact_lock($1, $2) as mine';

const BEGIN = 'insert into log_cursor (lane) values ($1) on conflict do nothing';

const CURSOR = 'select transaction_id::text, position::text from log_cursor where lane = $1';

/**
 * In the order in which the relay publishes, and only what it could publish: see `unsent.ts`. The cursor, one of its own,
 * is given as values: joined, all that was ever said would be read each time.
 */
const SAID = `
  select transaction_id::text as "transactionId", position::text, topic, key, subject, sequence::text,
         event_id as "eventId", type, recorded_at as "recordedAt", digest::text,
         case when digest is null then coalesce(data, '') end as data
  from event as e
  where lane = $1 and (transaction_id, position) > ($2::xid8, $3::bigint)
    and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
  order by e.transaction_id, e.position limit $4 -- with the table's name: the columns above are text`;

const MOVE = 'update log_cursor set transaction_id = $2::xid8, position = $3 where lane = $1';

const ACCOUNTS = `
  select topic, partition, events::integer, digest::text, checkpoints::integer, recorded_through as "recordedThrough"
  from log_account`;

const NOTE = `
  insert into log_account (topic, partition, events, digest, checkpoints, recorded_through)
  select * from unnest($1::text[], $2::integer[], $3::bigint[], $4::bigint[], $5::bigint[], $6::timestamptz[])
  on conflict (topic, partition) do update
  set events = excluded.events, digest = excluded.digest, checkpoints = excluded.checkpoints,
      recorded_through = excluded.recorded_through`;

interface SaidRow {
  readonly transactionId: string;
  readonly position: string;
  readonly topic: string;
  readonly key: string;
  readonly subject: string;
  readonly sequence: string;
  readonly eventId: string;
  readonly type: string;
  readonly recordedAt: Date;
  /** Null where the event was said before accounts were kept: then the content stands beside it. */
  readonly digest: string | null;
  readonly data: string | null;
}

type AccountRow = Omit<PartitionAccount, 'digest' | 'recordedThrough'> & {
  readonly digest: string;
  readonly recordedThrough: Date;
};

const saidOf = (row: SaidRow): SaidEvent => {
  const recordedAt = row.recordedAt.toISOString();
  const digest =
    row.digest === null ? eventDigest({ ...row, recordedAt, data: row.data! }) : BigInt(row.digest);
  return { topic: row.topic, partition: partitionOf(row.key), digest, recordedAt };
};

const accountOf = (row: AccountRow): PartitionAccount => ({
  ...row,
  digest: BigInt(row.digest),
  recordedThrough: row.recordedThrough.toISOString(),
});

const note = async (tx: Transaction, moved: readonly MovedAccount[]): Promise<void> => {
  const accounts = moved.map(({ account }) => account);
  await tx.query(NOTE, [
    accounts.map(({ topic }) => topic),
    accounts.map(({ partition }) => partition),
    accounts.map(({ events }) => events),
    accounts.map(({ digest }) => String(digest)),
    accounts.map(({ checkpoints }) => checkpoints),
    accounts.map(({ recordedThrough }) => recordedThrough),
  ]);
};

/**
 * Keeps a service's account of what it has said, and publishes it: beside the relay, which it shares no cursor with, so
 * that what the relay loses is missed by somebody.
 */
export class Accountant {
  private readonly ids = new UuidV7Ids();

  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  /**
   * Goes on with one lane, unless another process is at it; answers with how many events. They are `EVENTS_MAX` at most:
   * then there may be more.
   */
  async goOn(lane: number): Promise<number> {
    await this.database.query(BEGIN, [lane]);
    return this.database.transaction(async (tx) => {
      const [owner] = await tx.query<{ mine: boolean }>(OWN, [LOCK_CLASS, lane]);
      if (owner?.mine !== true) return 0;
      const [cursor] = await tx.query<{ transaction_id: string; position: string }>(CURSOR, [lane]);
      const { transaction_id, position } = cursor!;
      const rows = await tx.query<SaidRow>(SAID, [lane, transaction_id, position, EVENTS_MAX]);
      const last = rows.at(-1);
      if (last === undefined) return 0;
      await this.account(tx, rows.filter(({ topic }) => checkpointOfTopic(topic) !== undefined).map(saidOf));
      await tx.query(MOVE, [lane, last.transactionId, last.position]);
      return rows.length;
    });
  }

  private async account(tx: Transaction, said: readonly SaidEvent[]): Promise<void> {
    if (said.length === 0) return;
    const moved = goOn((await tx.query<AccountRow>(ACCOUNTS)).map(accountOf), said);
    await note(tx, moved);
    await this.events.append(
      tx,
      moved.flatMap((each) => checkpointEvents(each, () => this.ids.next())),
    );
  }
}
