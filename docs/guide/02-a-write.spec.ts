/**
 * A write.
 *
 * Every change takes one road, whether it came from a topic, over HTTP or in a file, and it goes in batches. A use case
 * (`apps/<service>/src/use-cases`, one sentence a file) gives its store a batch of commands and the decision. The store
 * (`outbound/persistence`) puts both on the write path: one transaction in which it
 *
 * 1. locks the aggregates that the commands name, and loads them;
 * 2. decides each command on what those before it left behind;
 * 3. writes the rows, and appends what is to be said of it to the table `event`.
 *
 * So the state and what is said of it are there together or not at all. Nobody publishes from a use case: the relay
 * reads the table in the order of the transactions and sends what it finds to Kafka, as CloudEvents in binary mode. When
 * the broker is away, writes go on, and what they say is sent when it is back.
 *
 * The example is the register of channels, in enrollment.
 */
import { randomUUID } from 'node:crypto';
import { channelRecorded, eventByType, registerEntriesTopic, registersTopic } from '#libs/contracts';
import { StoryClock, UuidV7Ids, type Batch } from '#libs/kernel';
import { connectKafka, ensureTopics, EventLog, Relay, WritePath } from '#libs/messaging';
import { batchOf, eventually, openTestDatabase, testBrokers, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { migrations } from '../../apps/enrollment/src/outbound/persistence/migrations/index.js';
import { PostgresRegisters } from '../../apps/enrollment/src/outbound/persistence/postgres-registers.js';
import { RecordRegisterEntry } from '../../apps/enrollment/src/use-cases/record-register-entry.js';
import type { RegisterCommand } from '../../apps/enrollment/src/use-cases/registers.js';
import { headersOf } from '../../tools/message-map/asyncapi/headers.js';
import { hear } from './kit/heard.js';

const brokers = testBrokers();
const kafka = connectKafka({ brokers, clientId: 'guide-write' });
let db: TestDatabase;
let relay: Relay;
let recordEntry: RecordRegisterEntry;

beforeAll(async () => {
  await ensureTopics(brokers, [registersTopic, registerEntriesTopic]);
  db = await openTestDatabase('guide_write', { migrations });
  relay = new Relay(db.database, kafka, '/cakupan/enrollment');
  const writes = new WritePath(db.database, relay);
  const clock = new StoryClock('2024-12-17');
  const registers = new PostgresRegisters(writes, new EventLog(), { clock, ids: new UuidV7Ids() });
  recordEntry = new RecordRegisterEntry(registers);
}, 60_000);
afterAll(async () => {
  await relay.stop();
  await kafka.close();
  await db.drop();
}, 30_000);

const newCode = () => `CH-${randomUUID()}`;
const command = (code: string, kind: 'association' | 'bank' = 'association'): RegisterCommand => ({
  kind: 'channel',
  code,
  entry: { kind, name: 'Paguyuban PKL Manahan' },
  recordedAt: '2024-12-16T09:30:00+07:00',
  eventId: randomUUID(),
  correlationId: randomUUID(),
  traceparent: null,
});

/** The entry as it is, and what is to be said of it, with the transaction that wrote each. */
const written = async (code: string) => ({
  rows: await db.database.query<{ kind: string; tx: string }>(
    `select entry ->> 'kind' as kind, xmin::text as tx from register where code = $1`,
    [code],
  ),
  events: await db.database.query<{ sequence: number; tx: string }>(
    'select sequence::int as sequence, xmin::text as tx from event where key = $1 order by sequence',
    [code],
  ),
});

describe('a write', () => {
  it('leaves the state and what is said of it, by one transaction', async () => {
    const code = newCode();
    const outcomes = await recordEntry.handle(batchOf(command(code)));
    expect(outcomes).toMatchObject([{ kind: 'happened', events: [{ type: 'EntryRecorded', code }] }]);
    const { rows, events } = await written(code);
    expect(rows).toMatchObject([{ kind: 'association' }]);
    expect(events).toMatchObject([{ sequence: 1, tx: rows[0]!.tx }]);
  });

  it('decides each command of a batch on what those before it left behind', async () => {
    const code = newCode();
    const commands = [command(code), command(code), command(code, 'bank')];
    const outcomes = await recordEntry.handle(batchOf(...commands));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['happened', 'ignored', 'happened']);
    const { rows, events } = await written(code);
    expect(rows).toMatchObject([{ kind: 'bank' }]);
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('leaves nothing when the batch cannot be settled: its source then brings it again', async () => {
    const code = newCode();
    const unsettled: Batch<RegisterCommand> = {
      ...batchOf(command(code)),
      settle: async () => {
        throw new Error('somebody else moved the position');
      },
    };
    await expect(recordEntry.handle(unsettled)).rejects.toThrow('somebody else');
    expect(await written(code)).toEqual({ rows: [], events: [] });
    expect(await recordEntry.handle(batchOf(command(code)))).toMatchObject([{ kind: 'happened' }]);
  });
});

describe('what was written', () => {
  it('is published by the relay, with the headers that docs/asyncapi.json promises', async () => {
    const code = newCode();
    const said = command(code);
    await recordEntry.handle(batchOf(said));
    relay.start();
    const heard = await hear(kafka, registersTopic.name, `register/${code}`);
    await eventually(() => heard.length > 0);
    const [{ key, headers, data }] = heard as [(typeof heard)[number]];
    expect({ key, data }).toEqual({ key: code, data: { code, kind: 'association' } });
    expect(headers).toMatchObject({
      ce_time: '2024-12-16T02:30:00.000Z',
      ce_sequence: '1',
      ce_causationid: said.eventId,
      ce_correlationid: said.correlationId,
    });
    const ajv = new Ajv({ strict: false });
    formats.default(ajv);
    expect([ajv.validate(headersOf(eventByType(channelRecorded.type)!), headers), ajv.errors]).toEqual([
      true,
      null,
    ]);
  }, 60_000);
});
