import { randomUUID } from 'node:crypto';
import { happened, ignored, type Outcome } from '#libs/kernel';
import { dropDatabase, eventually, freshDatabaseUrl } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectKafka, type KafkaClient } from '../src/index.js';
import { openProxy, type Proxy } from './client-proxy.js';
import { stepsInLog } from './rebalance-load.js';
import {
  appliedIn,
  apply,
  newSteps,
  startMember,
  stepOf,
  type Member,
  type Step,
  type Stepped,
  type Work,
} from './transport-kit.js';

const KEYS = Array.from({ length: 30 }, (_, index) => `key-${index}`);
const STEPS = 5;

let url: string;
let stepped: Stepped;
let member: Member;
let proxy: Proxy;
let client: KafkaClient;
/** Whether the answer to the next request to produce is lost, and the connection with it. */
let losesAnswer = false;

/** Takes a step of a key once, as services do: by its sequence. */
const takeOnce: Work = async (tx, items) => {
  const rows = await tx.query<{ key: string; last: number }>(
    'select key, max(number) as last from applied group by key',
  );
  const last = new Map(rows.map((row) => [row.key, row.last]));
  const outcomes = items.map(({ data, sequence }): Outcome<unknown> => {
    const { key } = data as Step;
    if (sequence <= (last.get(key) ?? 0)) return ignored('redelivery');
    last.set(key, sequence);
    return happened(data);
  });
  await apply(
    tx,
    items.filter((_, index) => outcomes[index]!.kind === 'happened'),
  );
  return outcomes;
};

const PRODUCE = 0;

beforeEach(async () => {
  url = freshDatabaseUrl('duplicates');
  stepped = await newSteps('duplicates');
  proxy = await openProxy((request) => {
    if (!losesAnswer || request.readInt16BE(4) !== PRODUCE) return;
    losesAnswer = false;
    proxy.silence();
    setTimeout(() => proxy.open(), 300);
  });
  client = connectKafka({ brokers: proxy.brokers, clientId: 'duplicates' });
  member = await startMember({
    url,
    stepped,
    consumer: `duplicates-${randomUUID().slice(0, 8)}`,
    work: takeOnce,
  });
});
afterEach(async () => {
  await member.close();
  await client.close();
  await proxy.close();
  await dropDatabase(url);
});

const steps = Array.from({ length: STEPS }, (_, index) => index + 1);
const messages = () => steps.flatMap((number) => KEYS.map((key) => stepOf(stepped, key, number)));

describe('what is stored twice', () => {
  it.each([
    [
      'by whoever sends, who was not sure and sends all again',
      async () => {
        const producer = await client.producer();
        const batch = messages();
        await producer.send(batch);
        await producer.send(batch);
      },
    ],
    [
      'by the client, to which the answer was lost',
      async () => {
        const producer = await client.producer();
        losesAnswer = true;
        await producer.send(messages());
      },
    ],
  ])('is taken once and in order (%s)', async (_by, send) => {
    await send();
    const log = await stepsInLog(member.kafka, stepped);
    const stored = [...log.values()].flat().length;
    expect(stored).toBeGreaterThanOrEqual(2 * STEPS * KEYS.length);
    const settled = () => member.transport.tally.entries().reduce((sum, [, , count]) => sum + count, 0);
    await eventually(() => settled() === stored);
    expect(await appliedIn(member.database)).toEqual(new Map(KEYS.map((key) => [key, steps])));
    expect(member.bugs).toEqual([]);
    process.stdout.write(`${stored} stored, ${STEPS * KEYS.length} taken\n`);
  });

  it('is rejected instead by a client that may send only once', async () => {
    const producer = await client.producer({ once: true });
    losesAnswer = true;
    await expect(producer.send(messages())).rejects.toBeInstanceOf(Error);
    const log = await stepsInLog(member.kafka, stepped);
    expect([...log.values()].flat()).toHaveLength(STEPS * KEYS.length);
  });
});
