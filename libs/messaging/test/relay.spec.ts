import { randomUUID } from 'node:crypto';
import { defineEvent, defineTopic, newEvent } from '#libs/contracts';
import { eventually, openTestDatabase, testBrokers, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IsString } from 'class-validator';
import { connectKafka, ensureTopics, EventLog, messagingMigrations, Relay } from '../src/index.js';

class Note {
  @IsString() key!: string;
  @IsString() text!: string;
}

const run = randomUUID().slice(0, 8);
const noted = defineEvent({
  topic: defineTopic({
    name: `test.noted-${run}.v1`,
    writer: 'enrollment',
    partitions: 12,
    retention: 'for-ever',
    maxMessageBytes: 1_048_576,
    public: false,
    summary: 'notes',
  }),
  type: 'id.cakupan.enrollment.test-noted.v1',
  summary: 'a note',
  payload: Note,
  key: (note: Note) => note.key,
  subject: (note: Note) => `note/${note.key}`,
  example: { key: 'a', text: 'b' },
});

describe('the relay', () => {
  const kafka = connectKafka({ brokers: testBrokers(), clientId: `relay-test-${run}` });
  let store: TestDatabase;
  let relay: Relay;

  beforeAll(async () => {
    await ensureTopics(testBrokers(), [noted.topic]);
    store = await openTestDatabase('relay', { migrations: messagingMigrations });
    relay = new Relay(store.database, kafka, '/test');
  });
  afterAll(async () => {
    await relay.stop();
    await kafka.close();
    await store.drop();
  });

  const cause = { eventId: randomUUID(), correlationId: randomUUID(), traceparent: null };
  const append = (texts: readonly string[]) =>
    store.database.transaction((tx) =>
      new EventLog().append(
        tx,
        texts.map((text, index) =>
          newEvent(
            noted,
            { key: 'one key', text },
            { eventId: randomUUID(), sequence: index + 1, recordedAt: '2024-12-17T02:30:00.000Z', cause },
          ),
        ),
      ),
    );

  it('publishes more for one partition than the broker takes in one batch, in order and once', async () => {
    await append(Array.from({ length: 2_500 }, () => 'x'.repeat(1_000)));
    relay.start();
    const seen: number[] = [];
    await kafka.consume({
      groupId: `relay-test-${run}`,
      topics: [noted.topic.name],
      positions: async (assigned) => assigned.map(() => 0n),
      receive: ({ messages }) => seen.push(...messages.map(({ headers }) => Number(headers['ce_sequence']))),
      failed: () => undefined,
    });
    await eventually(() => seen.includes(2_500));
    const first = [...new Set(seen)];
    expect(first).toEqual(Array.from({ length: 2_500 }, (_, index) => index + 1));
    expect(relay.trouble).toBeNull();
  });
});
