import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineEvent, defineTopic, newEvent, type MessageOf } from '#libs/contracts';
import { happened, ignored, refused, type Batch, type Outcome } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { dropDatabase, eventually, freshDatabaseUrl, testBrokers } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Inject, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { IsInt, IsString, IsUUID } from 'class-validator';
import {
  connectKafka,
  ensureTopics,
  EventLog,
  KafkaTransport,
  messaging,
  messagingMigrations,
  On,
  WritePath,
} from '../src/index.js';

const run = randomUUID().slice(0, 8);
const brokers = testBrokers();
const url = freshDatabaseUrl('chain');

class Thing {
  @IsUUID() id!: string;
  @IsString() key!: string;
  @IsInt() number!: number;
}

const topic = (name: string) =>
  defineTopic({
    name: `test.${name}-${run}.v1`,
    writer: 'enrollment',
    partitions: 12,
    retention: { ms: 3_600_000 },
    maxMessageBytes: 1_048_576,
    public: false,
    summary: name,
  });

const event = (name: string) =>
  defineEvent({
    topic: topic(name),
    type: `id.cakupan.enrollment.test-${name}.v1`,
    summary: name,
    payload: Thing,
    key: (thing: Thing) => thing.key,
    subject: (thing: Thing) => `thing/${thing.key}`,
    example: { id: randomUUID(), key: 'a', number: 1 },
  });

const asked = event('asked');
const answered = event('answered');

@Controller()
class Listener {
  constructor(
    @Inject(WritePath) private readonly writes: WritePath,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  @On(asked)
  answer(batch: Batch<MessageOf<typeof asked>>) {
    return this.writes.run(batch, async (tx, items) => {
      await tx.lock(items.map(({ subject }) => subject));
      if (items.some(({ data }) => data.number === 13)) throw new TypeError('thirteen');
      const rows = await tx.query<{ subject: string; last: string }>(
        'select subject, max(sequence) as last from event where subject = any($1) group by subject',
        [items.map(({ subject }) => subject)],
      );
      const last = new Map(rows.map((row) => [row.subject, Number(row.last)]));
      const outcomes = items.map(({ data, subject, sequence }): Outcome<unknown> => {
        if (sequence <= (last.get(subject) ?? 0)) return ignored('redelivery');
        if (data.number < 0) return refused('sequence-gap');
        last.set(subject, sequence);
        return happened(data);
      });
      await this.events.append(
        tx,
        items
          .filter((_, index) => outcomes[index]!.kind === 'happened')
          .map((message) =>
            newEvent(answered, message.data, {
              eventId: randomUUID(),
              sequence: message.sequence,
              recordedAt: message.recordedAt,
              cause: message,
            }),
          ),
      );
      return outcomes;
    });
  }
}

@Module({
  imports: [
    messaging({ service: `chain-${run}`, brokers, database: { url, migrations: messagingMigrations } }),
  ],
  controllers: [Listener],
})
class Chain {}

const ask = (key: string, number: number, sequence: number, value?: string) => {
  const data = { id: randomUUID(), key, number };
  return {
    topic: asked.topic.name,
    key,
    value: value ?? JSON.stringify(data),
    headers: {
      ce_specversion: '1.0',
      ce_id: randomUUID(),
      ce_source: '/test',
      ce_type: asked.type,
      ce_time: '2024-12-17T09:30:00+07:00',
      ce_subject: `thing/${key}`,
      ce_sequence: String(sequence),
      'content-type': 'application/json',
    },
  };
};

describe('from one topic through a service to another', () => {
  const kafka = connectKafka({ brokers, clientId: `chain-test-${run}` });
  const seen: { key: string; number: number; time: string }[] = [];
  const taken = new Map<string, number>();
  /** As every reader does: the client may send a whole request again when one partition of it failed. */
  const takeOnce = (one: (typeof seen)[number], headers: Record<string, Buffer | undefined>) => {
    const sequence = Number(headers['ce_sequence']!.toString());
    if (sequence <= (taken.get(one.key) ?? 0)) return;
    taken.set(one.key, sequence);
    seen.push(one);
  };
  let app: INestApplicationContext & { close(): Promise<void> };
  let database: Database;

  beforeAll(async () => {
    await ensureTopics(brokers, [asked.topic, answered.topic]);
    const nest = await NestFactory.create(Chain, new FastifyAdapter(), { logger: false });
    nest.connectMicroservice({ strategy: nest.get(KafkaTransport) });
    await nest.startAllMicroservices();
    await nest.init();
    app = nest;
    database = nest.get(Database);
    await kafka.consume({
      groupId: `chain-test-${run}`,
      topics: [answered.topic.name],
      positions: async (assigned) => assigned.map(() => 0n),
      receive: ({ messages }) =>
        messages.forEach(({ value, headers }) =>
          takeOnce({ ...JSON.parse(value!.toString()), time: headers['ce_time']!.toString() }, headers),
        ),
      failed: () => undefined,
    });
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await kafka.close();
    await dropDatabase(url);
  }, 30_000);

  it('publishes once what it was asked, in order, with the time it was recorded at', async () => {
    const producer = await kafka.producer();
    const keys = Array.from({ length: 50 }, (_, index) => `key-${index}`);
    for (let sequence = 1; sequence <= 20; sequence += 1) {
      await producer.send(keys.map((key) => ask(key, 100 + sequence, sequence)));
    }
    await eventually(() => seen.length >= 1000);
    await sleep(200);
    expect(seen).toHaveLength(1000);
    for (const key of keys) {
      expect(seen.filter((one) => one.key === key).map(({ number }) => number)).toEqual(
        Array.from({ length: 20 }, (_, index) => 101 + index),
      );
    }
    expect(seen[0]!.time).toBe('2024-12-17T02:30:00.000Z');
  }, 60_000);

  it('parks what cannot be read, what is refused and what makes it fail; holds their keys and no others', async () => {
    const producer = await kafka.producer();
    seen.length = 0;
    await producer.send([
      ask('broken', 1, 1, '{"a":'),
      ask('broken', 2, 2),
      ask('gap', -1, 5),
      ask('gap', 6, 6),
      ask('bug', 13, 1),
      ask('bug', 14, 2),
      ...Array.from({ length: 40 }, (_, index) => ask(`good-${index}`, 1, 1)),
    ]);
    const parked = () =>
      database.query<{ key: string; reason: string }>(
        `select convert_from(key, 'utf8') as key, reason from parked_message order by log_offset`,
      );
    await eventually(async () => (await parked()).length >= 6);
    await eventually(() => seen.length >= 40);
    const reasons = Map.groupBy(await parked(), ({ key }) => key);
    const of = (key: string) => reasons.get(key)!.map(({ reason }) => reason);
    expect(of('broken')).toEqual(['unreadable', 'behind-parked']);
    expect(of('gap')).toEqual(['sequence-gap', 'behind-parked']);
    expect(of('bug')).toEqual(['bug', 'behind-parked']);
    expect(seen).toHaveLength(40);
  }, 60_000);
});
