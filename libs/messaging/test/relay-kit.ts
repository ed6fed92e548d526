import { randomUUID } from 'node:crypto';
import { defineEvent, defineTopic, newEvent, type EventContract, type NewEvent } from '#libs/contracts';
import { UuidV7Ids } from '#libs/kernel';
import { openDatabase, type Database, type Transaction } from '#libs/persistence';
import { eventually, freshDatabaseUrl, testBrokers, type TestDatabase } from '#libs/testing';
import { IsString } from 'class-validator';
import { ensureTopics, messagingMigrations, type KafkaClient, type OutgoingMessage } from '../src/index.js';

class Note {
  @IsString() key!: string;
  @IsString() subject!: string;
  @IsString() text!: string;
}

export type NoteContract = EventContract<string, Note>;

/** Notes of many subjects, on a topic of this test run's own. */
export const newNoteTopic = async (): Promise<NoteContract> => {
  const name = `test.note-${randomUUID().slice(0, 8)}.v1`;
  const topic = defineTopic({
    name,
    writer: 'enrollment',
    partitions: 12,
    retention: { ms: 3_600_000 },
    maxMessageBytes: 1_048_576,
    public: false,
    summary: 'notes',
  });
  const contract = defineEvent({
    topic,
    type: 'id.cakupan.enrollment.test-note.v1',
    summary: 'a note',
    payload: Note,
    key: (note: Note) => note.key,
    subject: (note: Note) => note.subject,
    example: { key: 'k', subject: 's', text: 't' },
  });
  await ensureTopics(testBrokers(), [topic]);
  return contract;
};

const ids = new UuidV7Ids();
const cause = { eventId: randomUUID(), correlationId: randomUUID(), traceparent: null };

/** The event that is so-and-so many-th of its subject. */
export const noteOf = (
  contract: NoteContract,
  given: { subject: string; sequence: number; key?: string; text?: string },
): NewEvent =>
  newEvent(
    contract,
    { key: given.key ?? given.subject, subject: given.subject, text: given.text ?? '' },
    { eventId: ids.next(), sequence: given.sequence, recordedAt: '2024-12-17T02:30:00.000Z', cause },
  );

type Send = (messages: readonly OutgoingMessage[], send: () => Promise<void>) => Promise<void>;

/** The same broker, with something done around each send. */
export const around = (kafka: KafkaClient, work: Send): KafkaClient => ({
  ...kafka,
  producer: async (options) => {
    const producer = await kafka.producer(options);
    return { ...producer, send: (messages) => work(messages, () => producer.send(messages)) };
  },
});

/** Whoever writes anywhere in the cluster holds a relay up; `drop database` does so until a checkpoint is through. */
const PUBLISHED_MS = 50_000;

/** Waits until what was asked for is published. */
export const eventuallyPublished = <T>(ask: () => T | Promise<T>) => eventually(ask, PUBLISHED_MS);

/** A transaction that a test holds open between its statements. */
export interface Held {
  readonly tx: Transaction;
  commit(): Promise<void>;
}

/** As long as any test takes: what it holds open is its own affair. */
const HELD_MS = 60_000;

export const holdTransaction = async (database: Database): Promise<Held> => {
  const begun = Promise.withResolvers<Transaction>();
  const asked = Promise.withResolvers<void>();
  const done = database.transaction(async (tx) => {
    await tx.query(`select set_config('idle_in_transaction_session_timeout', $1, true)`, [String(HELD_MS)]);
    begun.resolve(tx);
    await asked.promise;
  });
  done.catch(begun.reject);
  const tx = await begun.promise;
  return {
    tx,
    commit: async () => {
      asked.resolve();
      await done;
    },
  };
};

/** What lies in the topic, first to last within each partition, as `subject#sequence`. */
export class TopicReader {
  readonly seen: string[] = [];

  static async open(kafka: KafkaClient, contract: NoteContract): Promise<TopicReader> {
    const reader = new TopicReader();
    const positions = Promise.withResolvers<void>();
    await kafka.consume({
      groupId: `${contract.topic.name}-reader`,
      topics: [contract.topic.name],
      positions: async (assigned) => {
        positions.resolve();
        return assigned.map(() => 0n);
      },
      receive: ({ messages }) => {
        for (const { headers } of messages)
          reader.seen.push(`${String(headers['ce_subject'])}#${String(headers['ce_sequence'])}`);
      },
      failed: positions.reject,
    });
    await positions.promise;
    return reader;
  }

  /** Of the subjects that begin so. */
  of(prefix: string): string[] {
    return this.seen.filter((event) => event.startsWith(prefix));
  }
}

/** A database of a role that may do nothing but work in it, as a service's role should be. */
export const openAsOrdinaryRole = async (prefix: string): Promise<TestDatabase & { admin: Database }> => {
  const admin = await openDatabase({ url: process.env['CAKUPAN_TEST_DATABASE']!, migrations: [] });
  const url = new URL(freshDatabaseUrl(prefix));
  const role = url.pathname.slice(1);
  url.username = role;
  url.password = randomUUID();
  await admin.query(
    `create role ${role} login password '${url.password}' nosuperuser nocreatedb nocreaterole noreplication`,
  );
  await admin.query(`create database ${role} owner ${role}`);
  const database = await openDatabase({ url: url.toString(), migrations: messagingMigrations });
  return {
    database,
    admin,
    url: url.toString(),
    drop: async () => {
      await database.close();
      await admin.query(`drop database if exists ${role} with (force)`);
      await admin.query(`drop role ${role}`);
      await admin.close();
    },
  };
};
