import { randomUUID } from 'node:crypto';
import { defineEvent, defineTopic, newEvent, type MessageOf } from '#libs/contracts';
import {
  happened,
  ignored,
  leavesGap,
  ParkedMessages,
  refused,
  type Batch,
  type Outcome,
} from '#libs/kernel';
import { Database } from '#libs/persistence';
import { dropDatabase, eventually, freshDatabaseUrl, testBrokers } from '#libs/testing';
import { Controller, Inject, Module, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { IsInt, IsString } from 'class-validator';
import {
  connectKafka,
  ensureTopics,
  EventLog,
  KafkaTransport,
  messaging,
  messagingMigrations,
  On,
  ParkedCipher,
  ParkedKeeper,
  WritePath,
} from '../src/index.js';

const run = randomUUID().slice(0, 8);
const secret = Buffer.from('a secret of the tests, 32 bytes and more');
const secrets = { sealing: secret, tokens: secret };
/** What the service keeps its parked messages under. */
export const cipher = new ParkedCipher(secrets);

class Step {
  @IsString() key!: string;
  @IsInt() number!: number;
}

class Letter {
  @IsString() letterId!: string;
  @IsString() nik!: string;
}

const topic = (name: string, writer: 'enrollment' | 'channels') =>
  defineTopic({
    name: `test.${name}-${run}.v1`,
    writer,
    partitions: 12,
    retention: { ms: 3_600_000 },
    maxMessageBytes: 1_048_576,
    public: false,
    summary: name,
  });

/** An event of another service: it has a sequence, and its key is the contract's. */
export const stepped = defineEvent({
  topic: topic('steps', 'enrollment'),
  type: 'id.cakupan.test.stepped.v1',
  summary: 'a step',
  payload: Step,
  key: ({ key }: Step) => key,
  subject: ({ key }: Step) => `step/${key}`,
  example: { key: 'a', number: 1 },
});

/** A message from outside. */
export const letterSent = defineEvent({
  topic: topic('letters', 'channels'),
  type: 'id.cakupan.test.letter-sent.v1',
  summary: 'a letter',
  payload: Letter,
  key: ({ letterId }: Letter) => letterId,
  subject: ({ letterId }: Letter) => `letter/${letterId}`,
  example: { letterId: 'a', nik: '1' },
});

const walked = defineEvent({
  ...stepped,
  topic: topic('walked', 'enrollment'),
  type: 'id.cakupan.test.walked.v1',
});

/** What the service has in its program: numbers that make it fail. */
export const bugs = new Set<number>();
/** Letters as the service took them, in order. */
export const letters: Letter[] = [];

@Controller()
class Listener {
  constructor(
    @Inject(WritePath) private readonly writes: WritePath,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  @On(stepped)
  step(batch: Batch<MessageOf<typeof stepped>>) {
    return this.writes.run(batch, async (tx, items) => {
      await tx.lock(items.map(({ subject }) => subject));
      if (items.some(({ data }) => bugs.has(data.number))) throw new TypeError('a bug');
      const rows = await tx.query<{ subject: string; last: string }>(
        'select subject, max(sequence) as last from event where subject = any($1) group by subject',
        [items.map(({ subject }) => subject)],
      );
      const last = new Map(rows.map((row) => [row.subject, Number(row.last)]));
      const outcomes = items.map((item): Outcome<unknown> => {
        const { data, subject, sequence } = item;
        const before = last.get(subject) ?? 0;
        if (sequence <= before) return ignored('redelivery');
        if (leavesGap(item, before)) return refused('sequence-gap');
        last.set(subject, sequence);
        return happened(data);
      });
      const taken = items.filter((_, index) => outcomes[index]!.kind === 'happened');
      await this.events.append(
        tx,
        taken.map((cause) => {
          const { sequence, recordedAt } = cause;
          return newEvent(walked, cause.data, { eventId: randomUUID(), sequence, recordedAt, cause });
        }),
      );
      return outcomes;
    });
  }

  @On(letterSent)
  read(batch: Batch<MessageOf<typeof letterSent>>) {
    return this.writes.run(batch, async (_tx, items) => {
      letters.push(...items.map(({ data }) => data));
      return items.map(({ data }) => happened(data));
    });
  }
}

const silent: LoggerService = {
  log: () => undefined,
  error: () => undefined,
  warn: () => undefined,
};

/** A service that hears both topics, with a log that can be replaced. */
export const startParkedApp = async (logger: LoggerService = silent) => {
  const brokers = testBrokers();
  const url = freshDatabaseUrl('parked');
  await ensureTopics(brokers, [stepped.topic, letterSent.topic, walked.topic]);
  const service = `parked-${run}`;
  class ParkedModule {}
  Module({
    imports: [
      messaging({
        service,
        brokers,
        database: { url, migrations: messagingMigrations },
        parking: secrets,
      }),
    ],
    controllers: [Listener],
  })(ParkedModule);
  const app = await NestFactory.create(ParkedModule, new FastifyAdapter(), { logger });
  app.connectMicroservice({ strategy: app.get(KafkaTransport) });
  await app.startAllMicroservices();
  await app.init();
  const kafka = connectKafka({ brokers, clientId: `parked-test-${run}` });
  const database = app.get(Database);
  const parkedOf = (key: string) =>
    database.query<{ id: string; reason: string; status: string; note: string | null }>(
      'select id::text, reason, status, note from parked_message where key_token = $1 order by log_offset',
      [cipher.tokenOf(Buffer.from(key))],
    );
  return {
    consumer: service,
    database,
    parked: app.get(ParkedMessages),
    keeper: app.get(ParkedKeeper),
    transport: app.get(KafkaTransport),
    producer: await kafka.producer(),
    parkedOf,
    /** The parked messages of a key, once there are so many. */
    parkedWhen: (key: string, count: number) =>
      eventually(async () => {
        const rows = await parkedOf(key);
        return rows.length >= count ? rows : null;
      }),
    isHeld: async (key: string) =>
      (await database.query('select from held_key where key_token = $1', [cipher.tokenOf(Buffer.from(key))]))
        .length > 0,
    /** What became of the steps of a key, in the order of the log. */
    walkedOf: async (key: string) => {
      const rows = await database.query<{ data: string }>(
        'select data from event where key = $1 order by position',
        [key],
      );
      return rows.map(({ data }) => (JSON.parse(data) as Step).number);
    },
    close: async () => {
      await app.close();
      await kafka.close();
      await dropDatabase(url);
    },
  };
};

const headersOf = (type: string, more: Record<string, string>) => ({
  ce_specversion: '1.0',
  ce_id: randomUUID(),
  ce_source: '/test',
  ce_type: type,
  ce_time: '2024-12-17T09:30:00+07:00',
  'content-type': 'application/json',
  ...more,
});

/** A step of a key; `underKey` is the key that the message bears, if it is another. */
export const step = (
  key: string,
  number: number,
  { sequence = number, underKey = key, value = '' } = {},
) => ({
  topic: stepped.topic.name,
  key: underKey,
  partition: 0,
  value: value || JSON.stringify({ key, number }),
  headers: headersOf(stepped.type, { ce_subject: `step/${key}`, ce_sequence: String(sequence) }),
});

export const letter = (letterId: string, nik: string, value = '') => ({
  topic: letterSent.topic.name,
  key: letterId,
  value: value || JSON.stringify({ letterId, nik }),
  headers: headersOf(letterSent.type, { ce_comment: `about ${nik}` }),
});
