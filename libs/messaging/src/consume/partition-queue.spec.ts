import { eventually } from '#libs/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { IncomingMessage } from '../client/kafka-client.js';
import { PartitionQueue } from './partition-queue.js';

const message = (offset: number, bytes = 1): IncomingMessage => ({
  offset: BigInt(offset),
  key: null,
  value: Buffer.alloc(bytes),
  headers: {},
  timestampMs: 0,
});
const messages = (from: number, count: number, bytes = 1) =>
  Array.from({ length: count }, (_, index) => message(from + index, bytes));

/** A queue whose takes are let through, or answered otherwise, by hand; `turns` is whoever lets it have its turn. */
const queueFrom = (position: number, gatherMs = 0, turns: Promise<void> | null = null) => {
  const taken: { offsets: number[]; from: number; to: number }[] = [];
  const inHand: ((isTaken: boolean) => void)[] = [];
  const told: string[] = [];
  const begin = (atMost = 2_000) => {
    const stretch = queue.begin(atMost);
    if (stretch === null) return null;
    const offsets = stretch.messages.map(({ offset }) => Number(offset));
    taken.push({ offsets, from: Number(stretch.from), to: Number(stretch.to) });
    return new Promise<void>((resolve) =>
      inHand.push((isTaken) => {
        queue.end(isTaken);
        resolve();
      }),
    );
  };
  const queue: PartitionQueue = new PartitionQueue(
    BigInt(position),
    BigInt(position),
    {
      turn: async () => {
        if (turns) await turns;
        await begin();
      },
      over: () => told.push('over'),
      pause: () => told.push('pause'),
      resume: () => told.push('resume'),
    },
    gatherMs,
  );
  const answer = async (isTaken: boolean) => {
    inHand.shift()!(isTaken);
    await turn();
  };
  return { queue, taken, told, inHand, answer, begin };
};

describe('the queue of a partition', () => {
  it('takes at once what comes, and what came meanwhile together afterwards', async () => {
    const { queue, taken, answer } = queueFrom(5);
    queue.receive(messages(5, 2), 20n);
    queue.receive(messages(7, 1), 20n);
    queue.receive(messages(8, 2), 20n);
    await answer(true);
    expect(taken).toEqual([
      { offsets: [5, 6], from: 5, to: 7 },
      { offsets: [7, 8, 9], from: 7, to: 10 },
    ]);
    await answer(true);
    expect(queue.position).toBe(10n);
    queue.receive(messages(10, 1), 20n);
    expect(taken).toHaveLength(3);
  });

  it('takes with its batch what came while others had their turn', async () => {
    const { promise, resolve: comes } = Promise.withResolvers<void>();
    const { queue, taken } = queueFrom(5, 0, promise);
    queue.receive(messages(5, 1), 20n);
    queue.receive(messages(6, 2), 20n);
    expect(taken).toEqual([]);
    comes();
    await turn();
    expect(taken).toEqual([{ offsets: [5, 6, 7], from: 5, to: 8 }]);
  });

  it('may be taken along by another, while it gathers, and waits until that has ended', async () => {
    const { queue, taken, answer, begin } = queueFrom(5, 20);
    queue.receive(messages(5, 1), 20n);
    await answer(true);
    queue.receive(messages(6, 3), 20n);
    void begin(2);
    expect(taken.at(-1)).toEqual({ offsets: [6, 7], from: 6, to: 8 });
    expect(queue.begin(9)).toBeNull();
    await sleep(40);
    expect(taken).toHaveLength(2);
    await answer(true);
    expect(queue.position).toBe(8n);
    await eventually(() => taken.length === 3);
    expect(taken.at(-1)).toEqual({ offsets: [8], from: 8, to: 9 });
    await answer(true);
    expect(queue.begin(9)).toBeNull();
  });

  it('gathers what comes in drops, except for the first after a pause', async () => {
    const { queue, taken, answer } = queueFrom(5, 20);
    queue.receive(messages(5, 1), 20n);
    expect(taken).toHaveLength(1);
    queue.receive(messages(6, 1), 20n);
    await answer(true);
    queue.receive(messages(7, 1), 20n);
    expect(taken).toHaveLength(1);
    await eventually(() => taken.length === 2);
    expect(taken.at(-1)).toEqual({ offsets: [6, 7], from: 6, to: 8 });
  });

  it('gathers longer what comes in drops where a turn takes long', async () => {
    const { queue, taken, answer } = queueFrom(5, 20);
    queue.receive(messages(5, 1), 20n);
    await sleep(40);
    await answer(true);
    const answeredAt = performance.now();
    queue.receive(messages(6, 1), 20n);
    await eventually(() => taken.length === 2);
    expect(performance.now() - answeredAt).toBeGreaterThan(3 * 40 - 10);
  });

  it('gathers no longer than usual once as many wait as are worth a turn', async () => {
    const { queue, taken, answer } = queueFrom(5, 20);
    queue.receive(messages(5, 1), 99n);
    await sleep(150);
    await answer(true);
    queue.receive(messages(6, 11), 99n);
    await sleep(60);
    expect(taken).toHaveLength(1);
    queue.receive(messages(17, 1), 99n);
    await sleep(60);
    expect(taken).toHaveLength(2);
    expect(taken.at(-1)!.offsets).toHaveLength(12);
  });

  it('drops what it took over before', async () => {
    const { queue, taken, answer } = queueFrom(5);
    queue.receive(messages(3, 3), 9n);
    queue.receive(messages(4, 4), 9n);
    await answer(true);
    await answer(true);
    expect(taken.flatMap(({ offsets }) => offsets)).toEqual([5, 6, 7]);
  });

  it('moves behind offsets that carry no message, within a stretch, behind it and with nothing else', async () => {
    const { queue, taken, answer } = queueFrom(5);
    queue.receive([message(5), message(8)], 12n, 10n);
    await answer(true);
    queue.receive([], 12n, 12n);
    await answer(true);
    expect(taken).toEqual([
      { offsets: [5, 8], from: 5, to: 10 },
      { offsets: [], from: 10, to: 12 },
    ]);
    expect(queue.isCaughtUp()).toBe(true);
  });

  it('takes 2,000 at once and no more', async () => {
    const { queue, taken, answer } = queueFrom(0);
    queue.receive(messages(0, 2_001), 2_001n);
    await answer(true);
    await answer(true);
    expect(taken.map(({ from, to }) => to - from)).toEqual([2_000, 1]);
  });

  it('pauses at 340 waiting messages, resumes below half of it', async () => {
    const { queue, told, taken, answer } = queueFrom(0);
    queue.receive(messages(0, 1), 10_000n);
    queue.receive(messages(1, 339), 10_000n);
    expect(told).toEqual([]);
    queue.receive(messages(340, 1_750), 10_000n);
    expect(told).toEqual(['pause']);
    await answer(true);
    expect(taken.at(-1)!.offsets).toHaveLength(2_000);
    expect(told).toEqual(['pause', 'resume']);
  });

  it('does not resume while half of what it may hold still waits', async () => {
    const { queue, told, answer } = queueFrom(0);
    queue.receive(messages(0, 1), 10_000n);
    queue.receive(messages(1, 2_250), 10_000n);
    await answer(true);
    expect(told).toEqual(['pause']);
    await answer(true);
    expect(told).toEqual(['pause', 'resume']);
  });

  it('pauses at half a megabyte', async () => {
    const { queue, told, answer } = queueFrom(0);
    queue.receive(messages(0, 1), 10_000n);
    queue.receive(messages(1, 2, 200_000), 10_000n);
    expect(told).toEqual([]);
    queue.receive(messages(3, 1, 200_000), 10_000n);
    expect(told).toEqual(['pause']);
    await answer(true);
    expect(told).toEqual(['pause', 'resume']);
  });

  it('counts headers, which may be as large', async () => {
    const { queue, told, answer } = queueFrom(0);
    const large = { ...message(1), headers: { note: Buffer.alloc(200_000) } };
    queue.receive(messages(0, 1), 10n);
    queue.receive([large, { ...large, offset: 2n }], 10n);
    expect(told).toEqual([]);
    queue.receive([{ ...large, offset: 3n }], 10n);
    expect(told).toEqual(['pause']);
    await answer(true);
    expect(told).toEqual(['pause', 'resume']);
  });

  it('forgets what waits when it is closed, and is closed once the batch in hand is through', async () => {
    const { queue, taken, told, answer } = queueFrom(0);
    queue.receive(messages(0, 1), 9n);
    queue.receive(messages(1, 5), 9n);
    let closed = false;
    const closing = queue.close().then(() => (closed = true));
    await turn();
    expect(closed).toBe(false);
    await answer(true);
    await closing;
    queue.receive(messages(6, 1), 9n);
    expect(taken).toHaveLength(1);
    expect(queue.position).toBe(1n);
    expect(told).toEqual([]);
  });

  it('says that it is over when the position was not its to move, unless it was being closed anyway', async () => {
    const first = queueFrom(0);
    first.queue.receive(messages(0, 1), 9n);
    await first.answer(false);
    expect(first.told).toEqual(['over']);
    expect(first.queue.isClosed()).toBe(true);

    const second = queueFrom(0);
    second.queue.receive(messages(0, 1), 9n);
    const closing = second.queue.close();
    await second.answer(false);
    await closing;
    expect(second.told).toEqual([]);
  });

  it('takes everything once and in order, however it comes', async () => {
    const slices = fc.array(fc.tuple(fc.nat(50), fc.boolean()), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(slices, async (given) => {
        const { queue, taken, inHand, answer } = queueFrom(0);
        let next = 0;
        for (const [count, answers] of given) {
          queue.receive(messages(next, count), BigInt(next + count));
          next += count;
          if (answers && inHand.length > 0) await answer(true);
        }
        while (inHand.length > 0) await answer(true);
        expect(taken.flatMap(({ offsets }) => offsets)).toEqual(
          messages(0, next).map(({ offset }) => Number(offset)),
        );
        expect(queue.isCaughtUp()).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('has what was given back waiting again, before what came meanwhile, and still knows how much that is', async () => {
    const { queue, told, taken, begin } = queueFrom(0, 0, new Promise(() => undefined));
    queue.receive(messages(0, 240), 500n);
    const stretch = queue.begin(200)!;
    queue.receive(messages(240, 120), 500n);
    expect(told).toEqual([]);
    queue.giveBack(stretch);
    expect(told).toEqual(['pause']);
    void begin(360);
    expect(taken).toEqual([
      { offsets: Array.from({ length: 360 }, (_, offset) => offset), from: 0, to: 360 },
    ]);
    expect(told).toEqual(['pause', 'resume']);
  });

  it('forgets what is given back once it is closed, and closes then', async () => {
    const { queue } = queueFrom(0, 0, Promise.resolve());
    queue.receive(messages(0, 2), 2n);
    const stretch = queue.begin(2)!;
    const closed = queue.close();
    queue.giveBack(stretch);
    await closed;
    expect(queue.begin(2)).toBeNull();
  });
});
