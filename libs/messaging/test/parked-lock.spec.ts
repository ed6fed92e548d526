import type { Message } from '#libs/contracts';
import { happened, type Batch, type Outcome } from '#libs/kernel';
import { Database, type Transaction } from '#libs/persistence';
import { eventually, openTestDatabase, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KafkaBatch } from '../src/consume/kafka-batch.js';
import { park } from '../src/consume/parking.js';
import { Tally } from '../src/consume/tally.js';
import { decode, type Listening } from '../src/envelope/decode.js';
import { messagingMigrations, WritePath } from '../src/index.js';
import { SettleParked } from '../src/parked/settle-parked.js';
import { step, stepped } from './parked-app.js';

const reader = { consumer: 'a-service', topic: stepped.topic.name, partition: 0 };
const listening: Listening = { contracts: [stepped as never], known: new Set([stepped.type]) };
const wish = { by: 'an operator', note: null };
const KEY = 'a';

let db: TestDatabase;
/** Steps in the order in which they were applied. */
let applied: number[];

beforeAll(async () => {
  db = await openTestDatabase('parked_lock', { migrations: messagingMigrations });
});
afterAll(() => db.drop());
beforeEach(async () => {
  applied = [];
  await db.database.query('truncate parked_message, held_key, consumer_position');
  await db.database.query('insert into consumer_position values ($1, $2, $3, 1)', Object.values(reader));
  const first = { ...incoming(1, 0n), value: Buffer.from('{"key":"a","number":1}') };
  await db.database.transaction((tx) =>
    park(tx, reader, [{ incoming: first, reason: 'bug', detail: '' }], null),
  );
});

const incoming = (number: number, offset: bigint) => {
  const { key, value, headers } = step(KEY, number);
  return {
    key: Buffer.from(key),
    value: Buffer.from(value),
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
    offset,
    timestampMs: 0,
  };
};

/** The same database for somebody who forgets the lock. */
const withoutLock = (database: Database): Database => {
  const careless = Object.create(database) as Database;
  careless.transaction = (work) =>
    database.transaction((tx: Transaction) => work({ ...tx, lock: async () => undefined }));
  return careless;
};

/** A batch whose transaction has done all of its work, and is not committed before the gate opens. */
const held = (batch: Batch<Message>, gate: { reached: () => void; open: Promise<void> }): Batch<Message> => ({
  items: batch.items,
  open: (tx) => batch.open(tx),
  settle: async (tx, outcomes: readonly Outcome<unknown>[]) => {
    await batch.settle(tx, outcomes);
    gate.reached();
    await gate.open;
  },
});

const newGate = () => {
  const { promise: open, resolve } = Promise.withResolvers<void>();
  const { promise: reached, resolve: arrive } = Promise.withResolvers<void>();
  return { open, reached, gate: { reached: arrive, open }, let: resolve };
};

const write = (database: Database, batch: Batch<Message>) =>
  new WritePath(database, { wake: () => undefined }).run(batch, async (_tx, items) => {
    applied.push(...items.map(({ data }) => (data as { number: number }).number));
    return items.map(({ data }) => happened(data));
  });

/** The consumer takes the next message of the key. */
const consume = (database: Database, wrap = (batch: Batch<Message>) => batch) => {
  const next = incoming(2, 1n);
  const entry = { incoming: next, decoded: decode(next, listening) };
  return write(
    database,
    wrap(new KafkaBatch(reader, [{ partition: reader.partition, entries: [entry], from: 1n, to: 2n }], null)),
  );
};

const settleParked = (database: Database, wrap = (batch: Batch<Message>) => batch) =>
  new SettleParked({
    consumer: reader.consumer,
    database,
    writes: new WritePath(database, { wake: () => undefined }),
    listeners: {
      listeningTo: () => listening,
      hand: async (_topic, batch) => void (await write(database, wrap(batch))),
      tally: new Tally(),
    },
    cipher: null,
    bug: (error) => {
      throw error;
    },
  });

const firstId = async () =>
  (
    await db.database.query<{ id: string }>('select id::text from parked_message order by log_offset limit 1')
  )[0]!.id;

const isSomebodyWaiting = async () =>
  (
    await db.database.query(
      `select from pg_locks join pg_database d on d.oid = database
        where locktype = 'advisory' and not granted and datname = current_database()`,
    )
  ).length > 0;

const stateOfKey = async () => {
  const [state] = await db.database.query<{ waiting: number; held: number }>(
    `select (select count(*)::int from parked_message where status = 'waiting') as waiting,
            (select count(*)::int from held_key) as held`,
  );
  return state!;
};

/** The consumer has put a message behind the parked one and not committed; meanwhile the parked one is retried. */
const retryWhileConsumerAdds = async (retrying: Database) => {
  const { gate, reached, let: open } = newGate();
  const consuming = consume(db.database, (batch) => held(batch, gate));
  await reached;
  let isDone = false;
  const retry = settleParked(retrying)
    .retry(await firstId(), { wish, correction: null })
    .finally(() => (isDone = true));
  await eventually(async () => isDone || (await isSomebodyWaiting()));
  open();
  await consuming;
  return retry;
};

describe('a consumer that adds behind a key while a retry clears the last one', () => {
  it('is waited for: the retry takes what was added, and lets the key go', async () => {
    expect(await retryWhileConsumerAdds(db.database)).toEqual({
      kind: 'retried',
      followed: 1,
      stoppedAt: null,
    });
    expect(applied).toEqual([1, 2]);
    expect(await stateOfKey()).toEqual({ waiting: 0, held: 0 });
  });

  it('would leave a message behind a key that nothing holds, were it not for the lock', async () => {
    expect(await retryWhileConsumerAdds(withoutLock(db.database))).toMatchObject({ followed: 0 });
    expect(await stateOfKey()).toEqual({ waiting: 1, held: 0 });
  });

  it('waits itself when the retry came first, and then has nothing to wait behind', async () => {
    const { gate, reached, let: open } = newGate();
    const retry = settleParked(db.database, (batch) => held(batch, gate)).retry(await firstId(), {
      wish,
      correction: null,
    });
    await reached;
    const consuming = consume(db.database);
    await eventually(isSomebodyWaiting);
    expect(applied).toEqual([1]);
    open();
    await Promise.all([retry, consuming]);
    expect(applied).toEqual([1, 2]);
    expect(await stateOfKey()).toEqual({ waiting: 0, held: 0 });
  });

  it('would overtake or get stuck in that order, too, were it not for the lock', async () => {
    const { gate, reached, let: open } = newGate();
    const retry = settleParked(db.database, (batch) => held(batch, gate)).retry(await firstId(), {
      wish,
      correction: null,
    });
    await reached;
    const consuming = consume(withoutLock(db.database));
    await eventually(
      async () =>
        (
          await db.database.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        ).length > 0,
    );
    open();
    await Promise.all([retry, consuming]);
    expect(applied).toEqual([1]);
    expect(await stateOfKey()).toEqual({ waiting: 1, held: 1 });
  });

  it('waits for a discard just the same', async () => {
    const { gate, reached, let: open } = newGate();
    const consuming = consume(db.database, (batch) => held(batch, gate));
    await reached;
    const discard = settleParked(db.database).discard(await firstId(), wish);
    await eventually(isSomebodyWaiting);
    open();
    await consuming;
    expect(await discard).toEqual({ kind: 'discarded', followed: 1, stoppedAt: null });
    expect(applied).toEqual([2]);
    expect(await stateOfKey()).toEqual({ waiting: 0, held: 0 });
  });

  it('leaves another key alone', async () => {
    await db.database.query(
      `insert into held_key (consumer, topic, partition, key_token) values ($1, $2, $3, 'b')`,
      Object.values(reader),
    );
    await settleParked(db.database).retry(await firstId(), { wish, correction: null });
    expect(await stateOfKey()).toEqual({ waiting: 0, held: 1 });
  });
});
