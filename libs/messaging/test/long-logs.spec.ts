import { openTestDatabase, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backlogOf } from '../src/events/backlog.js';
import { unsentAfter } from '../src/events/unsent.js';
import { Accountant, EventLog, messagingMigrations } from '../src/index.js';

const EVENTS = 100_000;
/** A few, where what was said before is not read again. */
const READ_MAX = 1_000;
const LANE = 0;

/** Of a topic whose events are accounted for, as `EventLog` writes them. */
const SAY = `
  insert into event (lane, topic, key, subject, sequence, event_id, type, data, recorded_at, correlation_id, causation_id, digest)
  select ${LANE}, 'enrollment.members.v1', 'key', 'subject', number, gen_random_uuid(), 'type', '{}', now(), 'a', 'a', number
    from generate_series($1::bigint, $2::bigint) as number`;

/** What parallel workers read is told when they have ended, which may be after the answer; in any connection from now on. */
const ALONE = `
  do $$ begin execute format('alter database %I set max_parallel_workers_per_gather = 0', current_database()); end $$`;

const READ = `select idx_tup_fetch::integer + seq_tup_read::integer as read from pg_stat_user_tables where relname = 'event'`;

describe('a log that has become long', () => {
  let store: TestDatabase;
  let accountant: Accountant;

  const catchUp = async () => {
    while (await accountant.goOn(LANE));
    await store.database.query(
      `insert into relay_cursor (lane, transaction_id, position) select lane, transaction_id, position from log_cursor
       on conflict (lane) do update set transaction_id = excluded.transaction_id, position = excluded.position`,
    );
  };
  /** How many events a step reads of those that stand in the log; told by the one connection that there is. */
  const readBy = async (step: () => Promise<unknown>): Promise<number> => {
    const read = async () => {
      await store.database.query('select pg_stat_force_next_flush()');
      const [row] = await store.database.query<{ read: number }>(READ);
      return row!.read;
    };
    const before = await read();
    await step();
    return (await read()) - before;
  };

  beforeAll(async () => {
    store = await openTestDatabase('long_log', { migrations: messagingMigrations, poolSize: 1 });
    await store.database.query(ALONE);
    await store.database.query('set max_parallel_workers_per_gather = 0');
    accountant = new Accountant(store.database, new EventLog());
    await store.database.query(SAY, [1, EVENTS]);
    await catchUp();
    await store.database.query('analyze'); // as it happens by itself: a plan may change with what is known of a table
    await store.database.query(SAY, [EVENTS + 1, EVENTS + 10]);
  });
  afterAll(() => store.drop());

  it('is read once by the account', async () => {
    expect(await readBy(() => accountant.goOn(LANE))).toBeLessThan(READ_MAX);
    const [row] = await store.database.query<{ events: string }>(
      `select sum(events) as events from log_account where topic = 'enrollment.members.v1'`,
    );
    expect(Number(row!.events)).toBe(EVENTS + 10);
  });

  it('is not read again to look for what is unsent', async () => {
    const [cursor] = await store.database.query<{ transactionId: string; position: string }>(
      'select transaction_id::text as "transactionId", position::text from relay_cursor where lane = $1',
      [LANE],
    );
    const look = () =>
      unsentAfter(store.database, { lane: LANE, cursor: cursor!, limit: 1_000, source: '/test' });
    expect(await readBy(look)).toBeLessThan(READ_MAX);
  });

  it('is not read again to say how much is unsent', async () => {
    expect(await readBy(() => backlogOf(store.database))).toBeLessThan(READ_MAX);
  });

  it('would be noticed if it was', async () => {
    expect(await readBy(() => store.database.query('select sum(position) from event'))).toBeGreaterThan(
      EVENTS,
    );
  });
});
