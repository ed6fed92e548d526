import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase, Database, type Transaction } from '#libs/persistence';
import { openTestDatabase, testBrokers, type TestDatabase } from '#libs/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { moveCursor, readCursor } from '../src/events/relay-cursor.js';
import { LANES, laneOf } from '../src/events/lanes.js';
import { connectKafka, EventLog, messagingMigrations, Relay, type KafkaClient } from '../src/index.js';
import {
  around,
  newNoteTopic,
  noteOf,
  TopicReader,
  type NoteContract,
  eventuallyPublished,
} from './relay-kit.js';

const LANE_LOCK_CLASS = 7_262;
/** As many events as a relay sends at once. */
const BATCH_MAX = 1_000;
const SUBJECTS = 20;
/** Some polls of an idle relay. */
const POLLS_MS = 500;
/** One that lies in lane 0, so that there is one batch after the other. */
const KEY = Array.from({ length: 100 }, (_, number) => `key-${number}`).find((key) => laneOf(key) === 0)!;

/** The same database, in which a transaction stands still after the statement that matches, until it is let go. */
class StoppingDatabase extends Database {
  readonly stopped = Promise.withResolvers<void>();
  readonly letGo = Promise.withResolvers<void>();

  constructor(
    database: Database,
    private readonly after: RegExp,
  ) {
    super(database.dataSource);
  }

  override transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return super.transaction((tx) => work({ ...tx, query: (sql, params) => this.stopping(tx, sql, params) }));
  }

  private async stopping<Row>(tx: Transaction, sql: string, params?: readonly unknown[]): Promise<Row[]> {
    const rows = await tx.query<Row>(sql, params);
    if (this.after.test(sql) && rows.length > 0) {
      this.stopped.resolve();
      await this.letGo.promise;
    }
    return rows;
  }
}

describe('two relays of one service', () => {
  const kafka = connectKafka({ brokers: testBrokers(), clientId: 'relay-takeover' });
  const opened: Database[] = [];
  const relays: Relay[] = [];
  const children: ChildProcess[] = [];
  let store: TestDatabase;
  let note: NoteContract;
  let topic: TopicReader;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    note = await newNoteTopic();
    store = await openTestDatabase('takeover', { migrations: messagingMigrations });
    topic = await TopicReader.open(kafka, note);
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await Promise.all(relays.splice(0).map((relay) => relay.stop()));
    await Promise.all(opened.splice(0).map((database) => database.close()));
    await store.drop();
  });
  afterAll(() => kafka.close());

  const pool = async (): Promise<Database> => {
    const database = await openDatabase({ url: store.url, migrations: [], poolSize: 4 });
    opened.push(database);
    return database;
  };
  const started = (database: Database, client: KafkaClient): Relay => {
    const relay = new Relay(database, client, '/test');
    relays.push(relay);
    relay.start();
    return relay;
  };
  const append = (from: number, through: number, keyOf = (subject: string) => subject) =>
    store.database.transaction((tx) =>
      new EventLog().append(
        tx,
        Array.from({ length: (through - from + 1) * SUBJECTS }, (_, index) => {
          const subject = `s${index % SUBJECTS}`;
          const sequence = from + Math.floor(index / SUBJECTS);
          return noteOf(note, { subject, sequence, key: keyOf(subject) });
        }),
      ),
    );
  const endSessions = async (where: string) =>
    store.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and ${where}`,
    );
  /** What PostgreSQL does by itself when the owner of a lane has been silent for too long. */
  const endOwner = async () => {
    const ended = await endSessions(
      `pid in (select pid from pg_locks where locktype = 'advisory' and classid = ${LANE_LOCK_CLASS} and granted)`,
    );
    expect(ended.length).toBeGreaterThan(0);
  };
  const cursors = () => store.database.query('select * from relay_cursor order by lane');
  /** Every event is there; at its first occurrence in order; answers how often one was there again. */
  const duplicates = async (through: number): Promise<number> => {
    await eventuallyPublished(() => new Set(topic.seen).size === through * SUBJECTS);
    await sleep(POLLS_MS);
    const first = [...new Set(topic.seen)];
    for (let number = 0; number < SUBJECTS; number += 1) {
      const ofSubject = first.filter((event) => event.startsWith(`s${number}#`));
      expect(ofSubject).toEqual(Array.from({ length: through }, (_, index) => `s${number}#${index + 1}`));
    }
    return topic.seen.length - first.length;
  };

  it('take turns: never do both send of one lane, and nothing is sent twice', async () => {
    const spans: { by: number; lane: number; began: number; ended: number }[] = [];
    for (const by of [0, 1])
      started(
        await pool(),
        around(kafka, async (messages, send) => {
          const began = performance.now();
          await send();
          spans.push({ by, lane: laneOf(messages[0]!.key), began, ended: performance.now() });
        }),
      );
    const senders = () => new Set(spans.map(({ by }) => by)).size;
    let parts = 0;
    for (; parts < 40 || (senders() < 2 && parts < 400); parts += 1)
      await append(parts * 10 + 1, parts * 10 + 10);
    expect(await duplicates(parts * 10)).toBe(0);
    expect(senders()).toBe(2);
    for (let lane = 0; lane < LANES; lane += 1) {
      const ofLane = spans.filter((span) => span.lane === lane).sort((a, b) => a.began - b.began);
      expect(ofLane.length).toBeGreaterThan(1);
      for (const [index, { began }] of ofLane.entries())
        expect(began).toBeGreaterThanOrEqual(ofLane[index - 1]?.ended ?? 0);
    }
  });

  it('go on without one that stopped between reading and sending; awake, it sends nothing and moves nothing', async () => {
    await append(1, 100, () => KEY);
    const sent: number[] = [];
    const sleeper = new StoppingDatabase(await pool(), /bytes_before/);
    started(
      sleeper,
      around(kafka, async (messages) => void sent.push(messages.length)),
    );
    await sleeper.stopped.promise;
    started(await pool(), kafka);
    await sleep(POLLS_MS);
    expect(topic.seen).toEqual([]); // the lane is not free yet
    await endOwner();
    expect(await duplicates(100)).toBe(0);
    const before = await cursors();

    sleeper.letGo.resolve();
    await sleep(POLLS_MS);
    expect(sent).toEqual([]);
    expect(await cursors()).toEqual(before);
  });

  it('repeat one batch at most when one stopped behind the acknowledgement; awake, it moves no cursor', async () => {
    await append(1, 200, () => KEY);
    const acknowledged = Promise.withResolvers<void>();
    const awake = Promise.withResolvers<void>();
    started(
      await pool(),
      around(kafka, async (_, send) => {
        await send();
        acknowledged.resolve();
        await awake.promise;
      }),
    );
    await acknowledged.promise;
    await endOwner();
    started(await pool(), kafka);
    expect(await duplicates(200)).toBe(BATCH_MAX);
    const before = await cursors();

    awake.resolve();
    await sleep(POLLS_MS);
    expect(await cursors()).toEqual(before);
    expect(await duplicates(200)).toBe(BATCH_MAX);
  });

  it('send again what the broker did not take, and move no cursor before it has', async () => {
    await append(1, 100, () => KEY);
    let refused = 0;
    const relay = started(
      await pool(),
      around(kafka, async (_, send) => {
        refused += 1;
        if (refused <= 2) throw new Error('not enough replicas');
        await send();
      }),
    );
    await eventuallyPublished(() => relay.trouble?.detail === 'broker: not enough replicas');
    expect(await cursors()).toMatchObject([{ position: '0' }, { position: '0' }]);
    expect(await duplicates(100)).toBe(0);
    expect(relay.trouble).toBeNull();
  });

  it('move the cursor only from where it was read', async () => {
    await append(1, 1, () => KEY);
    started(await pool(), kafka);
    await duplicates(1);
    const now = await store.database.transaction((tx) => readCursor(tx, 0));
    const stale = { ...now, position: '0' };
    const moved = store.database.transaction((tx) => moveCursor(tx, 0, stale, { ...now, position: '1' }));
    await expect(moved).rejects.toMatchObject({ name: 'CursorMoved' });
    expect(await store.database.transaction((tx) => readCursor(tx, 0))).toEqual(now);
  });

  it('lose nothing when processes are killed and stopped in turn, and repeat a batch at most each time', async () => {
    const start = (name: string): ChildProcess => {
      const url = new URL(store.url);
      url.searchParams.set('application_name', name);
      const [loader, program] = ['./run-typescript.mjs', './relay-process.ts'].map((path) =>
        fileURLToPath(new URL(path, import.meta.url)),
      );
      const args = ['--conditions=source', '--no-warnings', '--import', loader!, program!, url.toString()];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
      children.push(child);
      return child;
    };
    const running = new Map(['relay-0', 'relay-1'].map((name) => [name, start(name)]));
    const rounds = 4;
    await append(1, 5);
    await eventuallyPublished(() => topic.seen.length === 5 * SUBJECTS);
    for (let round = 0; round < rounds; round += 1) {
      const name = `relay-${round >> 1}`; // each is stopped, then killed
      const victim = running.get(name)!;
      await append(round * 100 + 6, round * 100 + 105);
      await eventuallyPublished(() => topic.seen.length > (round * 100 + 20) * SUBJECTS);
      if (round % 2 === 1) {
        victim.kill('SIGKILL');
        running.set(name, start(name));
      } else {
        victim.kill('SIGSTOP');
        await endSessions(`application_name = '${name}'`);
        await sleep(POLLS_MS);
        victim.kill('SIGCONT');
      }
    }
    const repeated = await duplicates(rounds * 100 + 5);
    process.stdout.write(`${rounds} times killed or stopped: ${repeated} events were published twice\n`);
    expect(repeated).toBeLessThanOrEqual(rounds * LANES * BATCH_MAX);
  }, 180_000);
});
