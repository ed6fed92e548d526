import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from '../client/kafka-client.js';
import { BATCH_MAX } from './batch-size.js';
import { beginTogether } from './begin-together.js';
import { PartitionQueue } from './partition-queue.js';

const message = (offset: number, bytes: number): IncomingMessage => ({
  offset: BigInt(offset),
  key: null,
  value: Buffer.alloc(bytes),
  headers: {},
  timestampMs: 0,
});

/** A queue in which so many messages wait, and which never has its turn by itself. */
const waiting = (count: number, bytes = 0): PartitionQueue => {
  const queue = new PartitionQueue(0n, 0n, {
    turn: () => new Promise(() => undefined),
    over: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
  });
  queue.receive(
    Array.from({ length: count }, (_, index) => message(index, bytes)),
    BigInt(count),
  );
  return queue;
};

const sizes = (first: PartitionQueue, others: readonly PartitionQueue[]) =>
  beginTogether(first, others, BATCH_MAX).map(({ stretch }) => stretch.messages.length);

describe('queues that begin a batch together', () => {
  it('give all that they have, the one whose turn it is first', () =>
    expect(sizes(waiting(3), [waiting(1), waiting(0), waiting(5)])).toEqual([3, 1, 5]));

  it('give no more than one transaction takes', () => {
    expect(sizes(waiting(1_500), [waiting(400), waiting(400), waiting(1)])).toEqual([1_500, 400, 100]);
    expect(sizes(waiting(2_500), [waiting(1)])).toEqual([2_000]);
  });

  it('take nobody along beyond what is large enough', () =>
    expect(sizes(waiting(1, 1_500_000), [waiting(1, 700_000), waiting(1)])).toEqual([1, 1]));

  it('give nothing when the one whose turn it is was taken along by another', () => {
    const first = waiting(3);
    const other = waiting(2);
    beginTogether(other, [first], BATCH_MAX);
    expect(sizes(first, [waiting(1)])).toEqual([]);
  });

  it('leave out who has something in hand, and the one whose turn it is when it stands among the others', () => {
    const [first, busy] = [waiting(3), waiting(2)];
    busy.begin(1);
    expect(sizes(first, [busy, first])).toEqual([3]);
  });
});
