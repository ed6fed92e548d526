import { randomUUID } from 'node:crypto';
import { refused } from '#libs/kernel';
import { dropDatabase, eventually, freshDatabaseUrl } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Producer } from '../src/index.js';
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

const url = freshDatabaseUrl('held');
const consumer = `held-${randomUUID().slice(0, 8)}`;
const others = Array.from({ length: 10 }, (_, index) => `other-${index}`);
let stepped: Stepped;
let member: Member;
let producer: Producer;

/** Refuses what has a negative number. */
const refuseNegative: Work = async (tx, items) => {
  const good = items.filter(({ data }) => (data as Step).number >= 0);
  const outcomes = new Map((await apply(tx, good)).map((outcome, index) => [good[index], outcome]));
  return items.map((item) => outcomes.get(item) ?? refused('sequence-gap'));
};

beforeAll(async () => {
  stepped = await newSteps('held');
  member = await startMember({ url, consumer, stepped, work: refuseNegative });
  producer = await member.kafka.producer();
});
afterAll(async () => {
  await member.close();
  await dropDatabase(url);
});

const send = (...steps: [key: string, number: number][]) =>
  producer.send(
    steps.map(([key, number]) => ({
      ...stepOf(stepped, key, Math.abs(number), 0),
      value: JSON.stringify({ key, number }),
    })),
  );
/** Messages that are behind this process: applied or parked. */
const settled = () =>
  member.transport.tally
    .entries()
    .filter(([, what]) => what === 'happened' || what.startsWith('parked:'))
    .reduce((sum, [, , count]) => sum + count, 0);
const parked = () =>
  member.database.query<{ key: string; reason: string }>(
    `select convert_from(key, 'utf8') as key, reason from parked_message order by log_offset`,
  );

describe('a key with a parked message', () => {
  it('waits, batch after batch, while the other keys of its partition go on', async () => {
    await send(['held', 1]);
    await eventually(async () => settled() === 1);
    await send(['held', -2], ['other-0', 1]);
    await eventually(async () => settled() === 3);
    for (let number = 3; number <= 12; number += 1) {
      await send(['held', number], ...others.map((key): [string, number] => [key, number]));
      await eventually(async () => settled() === 3 + (number - 2) * 11);
    }
    expect((await parked()).map(({ key, reason }) => `${key} ${reason}`)).toEqual([
      'held sequence-gap',
      ...Array.from({ length: 10 }, () => 'held behind-parked'),
    ]);
    const applied = await appliedIn(member.database);
    expect(applied.get('held')).toEqual([1]);
    for (const key of others)
      expect(applied.get(key)!.filter((number) => number > 2)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(member.transport.progress().map(({ lag }) => lag)).toEqual(Array.from({ length: 12 }, () => 0n));
    expect(member.bugs).toEqual([]);
  });

  it('goes on waiting after its consumer was started anew', async () => {
    await member.close();
    member = await startMember({ url, consumer, stepped, work: refuseNegative });
    producer = await member.kafka.producer();
    await send(['held', 13], ['other-0', 13]);
    await eventually(async () => settled() === 2);
    expect((await parked()).length).toBe(12);
    const applied = await appliedIn(member.database);
    expect(applied.get('held')).toEqual([1]);
    expect(applied.get('other-0')!.at(-1)).toBe(13);
  });
});
