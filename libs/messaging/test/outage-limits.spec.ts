import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { collectGarbage } from '#libs/kernel';
import { dropDatabase, eventually, freshDatabaseUrl, testBrokers } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectKafka, type KafkaClient, type Producer } from '../src/index.js';
import {
  apply,
  newSteps,
  startMember,
  stepOf,
  type Member,
  type Stepped,
  type Work,
} from './transport-kit.js';

const MIB = 1_048_576;
const MESSAGES = 100_000;
/** By then several batches have come and gone. */
const TAKEN = 8_000;
const PADDING = 'x'.repeat(800);
/** What may wait in the queue of a partition, and as much again for the client's own. */
const KEPT_BYTES_MAX = 32 * MIB;
const DEAD_MS = 1_200;

let url: string;
let stepped: Stepped;
let outside: KafkaClient;
let producer: Producer;
const open: Member[] = [];

beforeEach(async () => {
  url = freshDatabaseUrl('limits');
  stepped = await newSteps('limits');
  outside = connectKafka({ brokers: testBrokers(), clientId: 'limits' });
  producer = await outside.producer();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((member) => member.close()));
  await outside.close();
  await dropDatabase(url);
});

const join = async (work: Work, deadMs?: number) => {
  const consumer = `limits-${randomUUID().slice(0, 8)}`;
  const member = await startMember({ url, consumer, stepped, work, ...(deadMs ? { deadMs } : {}) });
  open.push(member);
  return member;
};

const usedBytes = (): number => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

describe('a consumer that is slower than what comes', () => {
  it('keeps no more than its queue holds, however much waits', async () => {
    const some = Array.from({ length: MESSAGES / 20 }, (_, index) => {
      const message = stepOf(stepped, 'a', index + 1, 0);
      return { ...message, headers: { ...message.headers, 'x-padding': PADDING } };
    });
    for (let round = 0; round < 20; round += 1) await producer.send(some);
    const before = usedBytes();
    const member = await join(async (tx, items) => {
      await sleep(300);
      return apply(tx, items);
    });
    const taken = () =>
      Number(member.transport.progress().find(({ partition }) => partition === 0)?.position);
    const kept: number[] = [];
    while (!(taken() >= TAKEN)) {
      kept.push(usedBytes() - before);
      await sleep(200);
    }
    const lag = member.transport.progress().reduce((sum, one) => sum + Number(one.lag), 0);
    const most = Math.max(...kept);
    process.stdout.write(`${lag} messages wait; at most ${(most / MIB).toFixed(1)} MiB kept\n`);
    expect(lag).toBeGreaterThan(50_000);
    expect(most).toBeLessThan(KEPT_BYTES_MAX);
  }, 90_000);
});

describe('a consumer that stands still with work to do', () => {
  it('is ended, although the process answers as ever and other partitions move', async () => {
    const hang = Promise.withResolvers<void>();
    const member = await join(async (tx, items) => {
      if (items.some(({ subject }) => subject === 'step/stuck')) await hang.promise;
      return apply(tx, items);
    }, DEAD_MS);
    await producer.send([stepOf(stepped, 'stuck', 1, 0)]);
    const begun = performance.now();
    for (let number = 1; member.fatal.length === 0 && number < 300; number += 1) {
      await producer.send([stepOf(stepped, 'moves', number, 1)]);
      await sleep(20);
    }
    const endedMs = performance.now() - begun;
    const verdict = member.fatal[0]?.message;
    expect(verdict).toContain(`${stepped.topic.name}/0 has stood still at 0 for ${DEAD_MS} ms`);
    expect(member.transport.dead).toBe(verdict);
    expect(endedMs).toBeGreaterThanOrEqual(DEAD_MS);
    hang.resolve();
  }, 60_000);

  it('is let be while there is nothing to do', async () => {
    const member = await join(apply, DEAD_MS);
    await producer.send([stepOf(stepped, 'a', 1, 0)]);
    await eventually(() => member.transport.progress().some(({ position }) => position === 1n));
    await sleep(2 * DEAD_MS);
    expect([member.fatal, member.transport.dead]).toEqual([[], null]);
  });
});
