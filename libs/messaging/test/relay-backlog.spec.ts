import { collectGarbage } from '#libs/kernel';
import { eventually, openTestDatabase, testBrokers, type TestDatabase } from '#libs/testing';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { COUNTED_MAX } from '../src/events/backlog.js';
import { LANES } from '../src/events/lanes.js';
import { RelayTroubles } from '../src/events/relay-troubles.js';
import { RelayWatch } from '../src/events/relay-watch.js';
import { connectKafka, EventLog, messagingMigrations, Relay, type OutgoingMessage } from '../src/index.js';
import {
  around,
  newNoteTopic,
  noteOf,
  TopicReader,
  type NoteContract,
  eventuallyPublished,
} from './relay-kit.js';

const EVENTS = 200_000;
const APPENDED_AT_ONCE = 5_000;
const SUBJECTS = 1_000;
const TEXT = 'x'.repeat(300);
const MIB = 1_048_576;
/** What may be kept of a backlog, however long it is: the batches in hand. */
const KEPT_MAX = 48 * MIB;
const LOOK_MAX_MS = 3_000;
/** Many times what it takes on two cores that nobody else uses. */
const DRAINED_MS = 150_000;

const keptBytes = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

describe('a relay with much to publish', () => {
  const kafka = connectKafka({ brokers: testBrokers(), clientId: 'relay-backlog' });
  let store: TestDatabase;
  let note: NoteContract;

  beforeEach(async () => {
    note = await newNoteTopic();
    store = await openTestDatabase('backlog', { migrations: messagingMigrations });
  });
  afterEach(() => store.drop());
  afterAll(() => kafka.close());

  const relayDuring = async (
    sending: (messages: readonly OutgoingMessage[]) => void,
    work: () => Promise<void>,
  ): Promise<void> => {
    const relay = new Relay(
      store.database,
      around(kafka, async (messages, send) => {
        sending(messages);
        await send();
      }),
      '/test',
    );
    relay.start();
    try {
      await work();
    } finally {
      await relay.stop();
    }
  };
  const published = async (): Promise<number> =>
    (await kafka.ends([note.topic.name])).reduce((sum, { low, high }) => sum + Number(high - low), 0);
  const look = async () => {
    const watch = new RelayWatch(store.database, new RelayTroubles('/test'));
    const began = performance.now();
    await watch.look();
    return { ...watch.figures, tookMs: Math.round(performance.now() - began) };
  };
  const fill = async (): Promise<void> => {
    for (let from = 0; from < EVENTS; from += APPENDED_AT_ONCE) {
      const events = Array.from({ length: APPENDED_AT_ONCE }, (_, index) => {
        const subject = `s${(from + index) % SUBJECTS}`;
        return noteOf(note, { subject, sequence: Math.floor((from + index) / SUBJECTS) + 1, text: TEXT });
      });
      await store.database.transaction((tx) => new EventLog().append(tx, events));
    }
  };

  it('drains 200,000 events once each, with memory that does not grow with them', async () => {
    await fill();
    const kept: number[] = [];
    let sent = 0;
    const began = performance.now();
    await relayDuring(
      (messages) => {
        if (Math.floor((sent + messages.length) / 20_000) > Math.floor(sent / 20_000)) kept.push(keptBytes());
        sent += messages.length;
      },
      async () => {
        const behind = await eventuallyPublished(async () => {
          const figures = await look();
          return figures.unsentEvents === LANES * COUNTED_MAX && figures;
        });
        expect(behind.tookMs).toBeLessThan(LOOK_MAX_MS);
        expect(behind.oldestUnsentMs).toBeGreaterThan(0);
        await eventually(() => sent === EVENTS, DRAINED_MS);
        await eventuallyPublished(async () => (await look()).unsentEvents === 0);
        const perSecond = Math.round(EVENTS / ((performance.now() - began) / 1_000));
        const grownMib = Math.round((Math.max(...kept) - kept[0]!) / MIB);
        process.stdout.write(
          `${perSecond} events/s published; kept at most ${grownMib} MiB more than after the first tenth; a look took ${behind.tookMs} ms\n`,
        );
      },
    );
    expect(sent).toBe(EVENTS);
    expect(await published()).toBe(EVENTS);
    expect(kept.length).toBe(10);
    expect(Math.max(...kept) - kept[0]!).toBeLessThan(KEPT_MAX);
  }, 240_000);

  it('reads large events a few at a time, tombstones among them, in order', async () => {
    const count = 60;
    const large = 400_000;
    const events = Array.from({ length: count }, (_, index) => ({
      ...noteOf(note, { subject: 's', sequence: index + 1, text: 'y'.repeat(large) }),
      ...(index % 3 === 2 ? { data: null } : {}),
    }));
    await store.database.transaction((tx) => new EventLog().append(tx, events));
    const bytes: number[] = [];
    const topic = await TopicReader.open(kafka, note);
    await relayDuring(
      (messages) => void bytes.push(messages.reduce((sum, { value }) => sum + (value?.length ?? 0), 0)),
      async () => void (await eventuallyPublished(() => topic.seen.length === count)),
    );
    expect(topic.seen).toEqual(Array.from({ length: count }, (_, index) => `s#${index + 1}`));
    expect(Math.max(...bytes)).toBeLessThan(2 * MIB + large + 1_000);
  });
});
