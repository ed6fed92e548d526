import { setTimeout as sleep } from 'node:timers/promises';
import type { Transaction } from '#libs/persistence';
import { openTestDatabase, testBrokers, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectKafka, EventLog, messagingMigrations, Relay } from '../src/index.js';
import { followingPositions, followingPositionsBelowXmin } from './naive-relays.js';
import {
  holdTransaction,
  newNoteTopic,
  noteOf,
  TopicReader,
  type NoteContract,
  eventuallyPublished,
} from './relay-kit.js';

const WRITERS = 6;
const BATCHES_EACH = 50;
const SUBJECTS = 5;
/** Some polls of an idle relay. */
const POLLS_MS = 400;

const idOf = async (tx: Transaction): Promise<bigint> =>
  BigInt((await tx.query<{ id: string }>('select pg_current_xact_id()::text as id'))[0]!.id);

const idIfAny = async (tx: Transaction): Promise<string | null> =>
  (await tx.query<{ id: string | null }>('select pg_current_xact_id_if_assigned()::text as id'))[0]!.id;

/** The same numbers each time. */
const numbersFrom = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

describe('what a relay can lose or turn round', () => {
  const kafka = connectKafka({ brokers: testBrokers(), clientId: 'relay-races' });
  const log = new EventLog();
  let store: TestDatabase;
  let relay: Relay;
  let note: NoteContract;
  let topic: TopicReader;

  beforeAll(async () => {
    note = await newNoteTopic();
    store = await openTestDatabase('races', { migrations: messagingMigrations });
    await store.database.query('create table request (id bigint generated always as identity, batch text)');
    topic = await TopicReader.open(kafka, note);
    relay = new Relay(store.database, kafka, '/test');
    relay.start();
  });
  afterAll(async () => {
    await relay.stop();
    await kafka.close();
    await store.drop();
  });

  const append = (tx: Transaction, subject: string, sequence: number, key = subject) =>
    log.append(tx, [noteOf(note, { subject, sequence, key })]);
  const wrote = (tx: Transaction, batch: string) =>
    tx.query('insert into request (batch) values ($1)', [batch]);
  const lastOf = async (tx: Transaction, subject: string) => {
    const [row] = await tx.query<{ last: string | null }>(
      'select max(sequence)::text as last from event where subject = $1',
      [subject],
    );
    return Number(row!.last ?? 0);
  };

  it('a cursor on the position passes over who commits late; ours waits, and publishes both', async () => {
    const naive = await followingPositions(store.database);
    const early = await holdTransaction(store.database);
    await append(early.tx, 'late/first', 1, 'late');
    const late = await holdTransaction(store.database);
    await append(late.tx, 'late/second', 1, 'late');
    await late.commit();

    expect(await naive.round()).toEqual(['late/second#1']);
    await sleep(POLLS_MS);
    expect(topic.of('late/')).toEqual([]);
    await early.commit();

    expect(await naive.round()).toEqual(['late/second#1']); // late/first#1 is lost
    await eventuallyPublished(() => topic.of('late/').length >= 2);
    await sleep(POLLS_MS);
    expect(topic.of('late/')).toEqual(['late/first#1', 'late/second#1']);
  });

  it('below xmin, a cursor on the position still passes over the lower position of a later transaction', async () => {
    const naive = await followingPositionsBelowXmin(store.database);
    const older = await holdTransaction(store.database);
    const olderId = await idOf(older.tx);
    const younger = await holdTransaction(store.database);
    await append(younger.tx, 'lower/younger', 1, 'lower');
    expect(await idOf(younger.tx)).toBeGreaterThan(olderId);
    await append(older.tx, 'lower/older', 1, 'lower');
    await older.commit();

    expect(await eventuallyPublished(async () => (await naive.round()).length > 0 && naive.taken)).toEqual([
      'lower/older#1',
    ]);
    await eventuallyPublished(() => topic.of('lower/').length > 0);
    expect(topic.of('lower/')).toEqual(['lower/older#1']);
    await younger.commit();

    await eventuallyPublished(() => topic.of('lower/').length >= 2); // so the naive one could see it, too
    expect(await naive.round()).toEqual(['lower/older#1']); // lower/younger#1 is lost
    await sleep(POLLS_MS);
    expect(topic.of('lower/')).toEqual(['lower/older#1', 'lower/younger#1']);
  });

  it('the order of transactions turns an aggregate round whose lock was taken after a write', async () => {
    const first = await holdTransaction(store.database);
    await wrote(first.tx, 'first'); // takes the older id, before the lock
    const second = await holdTransaction(store.database);
    await second.tx.lock(['turned/b']);
    await append(second.tx, 'turned/b', (await lastOf(second.tx, 'turned/b')) + 1);
    await second.commit();
    await first.tx.lock(['turned/a', 'turned/b']);
    await append(first.tx, 'turned/b', (await lastOf(first.tx, 'turned/b')) + 1);
    await first.commit();

    await eventuallyPublished(() => topic.of('turned/').length >= 2);
    expect(topic.of('turned/')).toEqual(['turned/b#2', 'turned/b#1']);
  });

  it('locked before anything is written, two batches that share an aggregate keep its order', async () => {
    const first = await holdTransaction(store.database);
    await first.tx.lock(['kept/a', 'kept/b']);
    expect(await idIfAny(first.tx)).toBeNull();
    await wrote(first.tx, 'first');
    const second = await holdTransaction(store.database);
    const secondDone = (async () => {
      await second.tx.lock(['kept/b']);
      await append(second.tx, 'kept/b', (await lastOf(second.tx, 'kept/b')) + 1);
      await second.commit();
    })();
    const isDone = await Promise.race([secondDone.then(() => true), sleep(POLLS_MS).then(() => false)]);
    await append(first.tx, 'kept/b', (await lastOf(first.tx, 'kept/b')) + 1);
    await first.commit();
    await secondDone;

    await eventuallyPublished(() => topic.of('kept/').length >= 2);
    expect(topic.of('kept/')).toEqual(['kept/b#1', 'kept/b#2']);
    expect(isDone).toBe(false);
  });

  it('publishes everything once and in order of many writers at a time, some of which give up', async () => {
    const writer = async (number: number) => {
      const below = numbersFrom(number + 1);
      for (let batch = 0; batch < BATCHES_EACH; batch += 1) {
        const subjects = [...new Set([0, 1, 2].map(() => `many/${below(SUBJECTS)}`))];
        const givesUp = below(8) === 0;
        await store.database
          .transaction(async (tx) => {
            await tx.lock(subjects);
            await wrote(tx, `${number}/${batch}`);
            for (const subject of subjects) await append(tx, subject, (await lastOf(tx, subject)) + 1);
            await sleep(below(4));
            if (givesUp) throw new RangeError('gave up');
          })
          .catch((error: unknown) => expect(error).toBeInstanceOf(RangeError));
        relay.wake();
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
    const kept = await store.database.query<{ event: string }>(
      `select subject || '#' || sequence as event from event where subject like 'many/%' order by subject, sequence`,
    );
    expect(kept.length).toBeGreaterThan(WRITERS * BATCHES_EACH);
    await eventuallyPublished(() => topic.of('many/').length >= kept.length);
    await sleep(POLLS_MS);
    const inOrder = Array.from({ length: SUBJECTS }, (_, number) => topic.of(`many/${number}#`)).flat();
    expect(inOrder).toEqual(kept.map(({ event }) => event));
  });
});
