import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { testBrokers } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { connectKafka, EventLog, Relay } from '../src/index.js';
import { messagingProbes } from '../src/health.js';
import {
  newNoteTopic,
  noteOf,
  openAsOrdinaryRole,
  TopicReader,
  type NoteContract,
  eventuallyPublished,
} from './relay-kit.js';

/** Longer than a hiccup, which readiness passes over. */
const NEWS_MS = 6_000;
/** The transactions of another cluster, of which there were more. */
const FAR_AHEAD = 1_000_000;
const SUBJECTS = ['a', 'b', 'c', 'd'];

const restoring = async (): Promise<string> => {
  const page = await readFile(new URL('../../../docs/relay.md', import.meta.url), 'utf8');
  return /```sql restored-from-a-dump\n(.*?)```/s.exec(page)![1]!;
};

describe('a relay whose database is another one than its cursor speaks of', () => {
  const kafka = connectKafka({ brokers: testBrokers(), clientId: 'relay-restore' });
  let store: Awaited<ReturnType<typeof openAsOrdinaryRole>>;
  let note: NoteContract;
  let topic: TopicReader;
  let relay: Relay;

  beforeEach(async () => {
    Logger.overrideLogger(false);
    note = await newNoteTopic();
    store = await openAsOrdinaryRole('restore');
    topic = await TopicReader.open(kafka, note);
    relay = new Relay(store.database, kafka, '/test');
  });
  afterEach(async () => {
    await relay.stop();
    await kafka.close();
    await store.drop();
  });

  const appended = (sequence: number) =>
    store.database.transaction((tx) =>
      new EventLog().append(
        tx,
        SUBJECTS.map((subject) => noteOf(note, { subject, sequence })),
      ),
    );
  const readiness = () =>
    messagingProbes({ progress: () => [], waiting: null, dead: null }, relay)
      .find(({ name }) => name === 'relay')!
      .ready();
  const published = async (count: number) => {
    await eventuallyPublished(() => topic.seen.length >= count);
    await sleep(300);
    return topic.seen.toSorted();
  };
  const all = (...sequences: number[]) =>
    SUBJECTS.flatMap((subject) => sequences.map((sequence) => `${subject}#${sequence}`));

  it('needs no more than the rights of an ordinary role, stops, says why and what to do, and goes on', async () => {
    const [role] = await store.database.query<{ rolsuper: boolean }>(
      'select rolsuper from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ rolsuper: false });
    await appended(1);
    relay.start();
    expect(await published(4)).toEqual(all(1));
    await store.database.query(`update relay_cursor set cluster = '7298112233445566778/00000001'`);
    await appended(2);
    relay.wake();
    await sleep(NEWS_MS);
    expect(topic.seen.toSorted()).toEqual(all(1));
    expect(readiness()).toMatchObject({
      ok: false,
      detail: 'database: the database was restored or has failed over: do what docs/relay.md says',
    });

    await store.database.query('update relay_cursor set cluster = null');
    expect(await published(8)).toEqual(all(1, 2));
    expect(readiness()).toMatchObject({ ok: true });
  });

  it('restored from a dump, passes over nothing and repeats nothing once the cursor was set right', async () => {
    await appended(1);
    relay.start();
    expect(await published(4)).toEqual(all(1));
    await relay.stop();
    await appended(2);
    // what a dump carries over: ids of the other cluster, in rows of this one
    await store.database.query(
      `update event set transaction_id = (transaction_id::text::bigint + ${FAR_AHEAD})::text::xid8`,
    );
    await store.database.query(
      `update relay_cursor set cluster = 'another', transaction_id = (transaction_id::text::bigint + ${FAR_AHEAD})::text::xid8`,
    );
    await appended(3);
    relay = new Relay(store.database, kafka, '/test');
    relay.start();
    await eventuallyPublished(() => relay.trouble?.detail.includes('was restored'));
    await store.database.query('update relay_cursor set cluster = null');
    await eventuallyPublished(() => relay.trouble?.detail.includes('ahead of all transactions'));
    await relay.stop();
    expect(topic.seen.toSorted()).toEqual(all(1));

    await store.database.dataSource.query(await restoring());
    relay = new Relay(store.database, kafka, '/test');
    relay.start();
    expect(await published(12)).toEqual(all(1, 2, 3));
    for (const subject of SUBJECTS)
      expect(topic.of(`${subject}#`)).toEqual([1, 2, 3].map((sequence) => `${subject}#${sequence}`));
    expect(relay.trouble).toBeNull();
  });
});
