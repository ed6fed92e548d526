import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineEvent, defineTopic, type Message } from '#libs/contracts';
import { happened, type Batch, type Outcome } from '#libs/kernel';
import { openDatabase, type Database, type Transaction } from '#libs/persistence';
import { outgoing, testBrokers } from '#libs/testing';
import { IsInt, IsString } from 'class-validator';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PositionMoved } from '../src/consume/positions.js';
import {
  connectKafka,
  ensureTopics,
  KafkaTransport,
  messagingMigrations,
  WritePath,
  type KafkaClient,
  type OutgoingMessage,
} from '../src/index.js';

export class Step {
  @IsString() key!: string;
  @IsInt() number!: number;
}

/** Steps on the topic of that name. */
export const stepsOn = (name: string) =>
  defineEvent({
    topic: defineTopic({
      name,
      writer: 'enrollment',
      partitions: 12,
      retention: { ms: 3_600_000 },
      maxMessageBytes: 1_048_576,
      public: false,
      summary: 'steps',
    }),
    type: 'id.cakupan.test.stepped.v1',
    summary: 'a step',
    payload: Step,
    key: ({ key }: Step) => key,
    subject: ({ key }: Step) => `step/${key}`,
    example: { key: 'a', number: 1 },
  });

export type Stepped = ReturnType<typeof stepsOn>;

/** Steps on a topic of its own. */
export const newSteps = async (prefix: string): Promise<Stepped> => {
  const stepped = stepsOn(`test.${prefix}-${randomUUID().slice(0, 8)}.v1`);
  await ensureTopics(testBrokers(), [stepped.topic]);
  return stepped;
};

/** The next step of a key, as it lies in the log; all in one partition where one is given. */
export const stepOf = (
  stepped: Stepped,
  key: string,
  number: number,
  partition?: number,
): OutgoingMessage => {
  const message = outgoing(stepped, { key, number }, { sequence: number });
  return partition === undefined ? message : { ...message, partition };
};

/** Every application of every message leaves a row: nothing here would hide one that is done twice. */
class CreateApplied1700000009000 implements MigrationInterface {
  readonly name = 'CreateApplied1700000009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table applied (
        position bigint generated always as identity, event_id uuid not null, key text not null, number integer not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table applied');
  }
}

export const memberMigrations = [...messagingMigrations, CreateApplied1700000009000];

/** What a member does with a batch inside its transaction. */
export type Work = (tx: Transaction, items: readonly Message[]) => Promise<readonly Outcome<unknown>[]>;

export const apply: Work = async (tx, items) => {
  await tx.query(
    'insert into applied (event_id, key, number) select * from unnest($1::uuid[], $2::text[], $3::integer[])',
    [
      items.map(({ eventId }) => eventId),
      items.map(({ data }) => (data as Step).key),
      items.map(({ data }) => (data as Step).number),
    ],
  );
  return items.map(({ data }) => happened(data));
};

export interface MemberOptions {
  readonly url: string;
  readonly consumer: string;
  readonly stepped: Stepped;
  readonly brokers?: readonly string[];
  readonly work?: Work;
  readonly deadMs?: number;
  /** Stands between the transport and the client or the database. */
  readonly kafka?: (kafka: KafkaClient) => KafkaClient;
  readonly database?: (database: Database) => Database;
}

/** A process of a consumer, inside this one: its own client, connections and transport. */
export const startMember = async ({ url, consumer, stepped, ...given }: MemberOptions) => {
  const database = await openDatabase({ url, migrations: memberMigrations });
  const kafka = connectKafka({ brokers: given.brokers ?? testBrokers(), clientId: `member-${randomUUID()}` });
  const fatal: Error[] = [];
  const bugs: unknown[] = [];
  const seen = given.database?.(database) ?? database;
  const writes = new WritePath(seen, { wake: () => undefined });
  const transport = new KafkaTransport({
    consumer,
    kafka: given.kafka?.(kafka) ?? kafka,
    database: seen,
    writes,
    cipher: null,
    fatal: (error) => void fatal.push(error),
    bug: (error) => void bugs.push(error),
    ...(given.deadMs === undefined ? {} : { deadMs: given.deadMs }),
  });
  const work = given.work ?? apply;
  const handle = async (batch: Batch<Message>) => {
    try {
      await writes.run(batch, work);
      return { done: true };
    } catch (failed) {
      return { failed };
    }
  };
  transport.addHandler(stepped.topic.name, handle, true, { contracts: [stepped] });
  await transport.listen(() => undefined);
  return {
    database,
    kafka,
    transport,
    fatal,
    bugs,
    close: async () => {
      await transport.close();
      await kafka.close();
      await database.close();
    },
  };
};

/** The database, with what is asked of it put in another's hands. */
export const through = (
  database: Database,
  given: Partial<Pick<Database, 'query' | 'transaction'>>,
): Database => Object.assign(Object.create(database) as Database, given);

/** The database; `refused` is told of each batch whose position another had moved. */
export const tellingRefusals = (database: Database, refused: () => void): Database =>
  through(database, {
    transaction: async (work) => {
      try {
        return await database.transaction(work);
      } catch (error) {
        if (error instanceof PositionMoved) refused();
        throw error;
      }
    },
  });

export type Member = Awaited<ReturnType<typeof startMember>>;

/** The numbers that were applied, in order, by key. */
export const appliedIn = async (database: Database): Promise<Map<string, number[]>> => {
  const rows = await database.query<{ key: string; number: number }>(
    'select key, number from applied order by position',
  );
  return new Map(
    [...Map.groupBy(rows, ({ key }) => key)].map(([key, list]) => [key, list.map(({ number }) => number)]),
  );
};

/** How a program among the tests is run in a process of its own. */
export const programAt = (path: string) => {
  const [loader, script] = ['./run-typescript.mjs', path].map((one) =>
    fileURLToPath(new URL(one, import.meta.url)),
  );
  const flags = ['--no-warnings', '--conditions=source', '--import', loader!, script!];
  return { program: process.execPath, flags };
};
