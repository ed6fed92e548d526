import { setTimeout as sleep } from 'node:timers/promises';
import { Metrics } from '#libs/observability';
import { openDatabase, type Database } from '#libs/persistence';
import { dropDatabase, freshDatabaseUrl, testBrokers } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Tally } from '../src/consume/tally.js';
import { RelayTroubles } from '../src/events/relay-troubles.js';
import { RelayWatch } from '../src/events/relay-watch.js';
import { connectKafka, EventLog, Relay } from '../src/index.js';
import { messagingFigures } from '../src/metrics.js';
import {
  holdTransaction,
  newNoteTopic,
  noteOf,
  openAsOrdinaryRole,
  TopicReader,
  type Held,
  type NoteContract,
  eventuallyPublished,
} from './relay-kit.js';

/** Long enough to be told from what lasts as long as any batch. */
const HELD_MS = 1_500;

describe('the alarms of a relay', () => {
  const kafka = connectKafka({ brokers: testBrokers(), clientId: 'relay-watch' });
  let store: Awaited<ReturnType<typeof openAsOrdinaryRole>>;
  let elsewhereUrl: string;
  let elsewhere: Database;
  let note: NoteContract;
  let topic: TopicReader;
  let relay: Relay;

  beforeEach(async () => {
    note = await newNoteTopic();
    store = await openAsOrdinaryRole('watched');
    elsewhereUrl = freshDatabaseUrl('elsewhere');
    elsewhere = await openDatabase({ url: elsewhereUrl, migrations: [], poolSize: 2 });
    topic = await TopicReader.open(kafka, note);
    relay = new Relay(store.database, kafka, '/test');
  });
  afterEach(async () => {
    await relay.stop();
    await kafka.close();
    await store.drop();
    await elsewhere.close();
    await dropDatabase(elsewhereUrl);
  });

  const append = (sequence: number) =>
    store.database.transaction((tx) => new EventLog().append(tx, [noteOf(note, { subject: 'a', sequence })]));
  const watchOn = (database: Database) => new RelayWatch(database, new RelayTroubles('/test'));
  const writer = async (): Promise<Held> => {
    const held = await holdTransaction(elsewhere);
    await held.tx.query('select pg_current_xact_id()');
    return held;
  };
  const lookUntil = (watch: RelayWatch, isSeen: (figures: RelayWatch['figures']) => boolean) =>
    eventuallyPublished(async () => {
      await watch.look();
      return isSeen(watch.figures) && watch.figures;
    });
  const scraped = async (watch: RelayWatch) => {
    const metrics = new Metrics('test');
    messagingFigures(
      metrics,
      { progress: () => [], tally: new Tally() },
      {
        source: '/test',
        trouble: null,
        figures: watch.figures,
      },
    );
    const text = await metrics.registry.metrics();
    const valueOf = (name: string) => Number(new RegExp(`^${name}{.*} (.*)$`, 'm').exec(text)![1]);
    return {
      unsentMs: valueOf('relay_oldest_unsent_ms'),
      unsent: valueOf('relay_unsent_events'),
      transactionMs: valueOf('relay_oldest_transaction_ms'),
    };
  };

  it('tell of a writer that idles in another database, behind which events wait, and of their age', async () => {
    const watched = watchOn(store.database);
    relay.start();
    await append(1);
    await eventuallyPublished(() => topic.seen.length === 1);
    const held = await writer();
    const name = new URL(elsewhereUrl).pathname.slice(1);
    await append(2);
    await append(3);
    relay.wake();
    await lookUntil(watched, ({ heldBy }) => heldBy === name);
    await sleep(HELD_MS);
    await watched.look();

    expect(topic.seen).toEqual(['a#1']);
    const figures = await scraped(watched);
    expect(figures.unsent).toBe(2);
    expect(figures.unsentMs).toBeGreaterThanOrEqual(HELD_MS);
    expect(figures.transactionMs).toBeGreaterThanOrEqual(HELD_MS);
    expect(watched.figures.stillMs).toBeGreaterThanOrEqual(HELD_MS);

    await held.commit();
    await eventuallyPublished(() => topic.seen.length === 3);
    const after = await lookUntil(
      watched,
      ({ heldBy, unsentEvents }) => heldBy !== name && unsentEvents === 0,
    );
    expect(after).toMatchObject({ oldestUnsentMs: 0, stillMs: 0 });
    expect(await scraped(watched)).toMatchObject({ unsentMs: 0, unsent: 0 });
  });

  it('know when it began also without the right to see it, and from whoever may monitor exactly', async () => {
    const held = await writer();
    const name = new URL(elsewhereUrl).pathname.slice(1);
    await sleep(HELD_MS);
    const blind = watchOn(store.database);
    const first = await lookUntil(blind, ({ heldBy }) => heldBy === name);
    expect(first.oldestTransactionMs).toBeLessThan(HELD_MS); // first seen just now
    await store.admin.query(`grant pg_read_all_stats to ${new URL(store.url).username}`);
    const seeing = await lookUntil(watchOn(store.database), ({ heldBy }) => heldBy === name);
    expect(seeing.oldestTransactionMs).toBeGreaterThanOrEqual(HELD_MS);
    await held.commit();
  });

  it('pass over a transaction that only reads', async () => {
    const reading = await holdTransaction(elsewhere);
    await reading.tx.query('select count(*) from pg_class');
    relay.start();
    await append(1);
    await eventuallyPublished(() => topic.seen.length > 0);
    expect(topic.seen).toEqual(['a#1']);
    await reading.commit();
  });
});
