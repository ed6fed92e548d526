import { describe, expect, it } from '@jest/globals';
import { inTurns } from './in-turns.js';

const busyForMs = (ms: number) => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe('work in turns', () => {
  it('is done for each item, in order', async () => {
    const done: number[] = [];
    await inTurns([3, 1, 2], (item) => done.push(item));
    expect(done).toEqual([3, 1, 2]);
  });

  it('lets others have a turn while it goes on', async () => {
    let done = 0;
    let doneBefore = -1;
    setImmediate(() => (doneBefore = done));
    await inTurns(Array.from({ length: 10 }), () => {
      busyForMs(2);
      done += 1;
    });
    expect(done).toBe(10);
    expect(doneBefore).toBeGreaterThan(0);
    expect(doneBefore).toBeLessThan(10);
  });

  it('throws what the work throws, and does no more of it', async () => {
    const failed = new Error('the third cannot be done');
    const done: number[] = [];
    const work = (item: number) => {
      if (item === 3) throw failed;
      done.push(item);
    };
    await expect(inTurns([1, 2, 3, 4], work)).rejects.toBe(failed);
    expect(done).toEqual([1, 2]);
  });
});
