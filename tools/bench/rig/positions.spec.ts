import { describe, expect, it } from '@jest/globals';
import { follow } from './positions.js';

const followed = (taken: readonly number[], isDone: () => Promise<boolean> = async () => true) => {
  let look = 0;
  let ms = 0;
  let begunAt = -1;
  const span = follow({
    taken: async () => taken[Math.min(look++, taken.length - 1)]!,
    total: 100,
    isDone,
    begun: () => (begunAt = ms),
    clock: () => (ms += 10),
    withinMs: 1_000,
  });
  return span.then((found) => ({ ...found, begunAt }));
};

describe('following a consumer', () => {
  it('begins with the first look that finds something, and does not count what was taken before', async () => {
    expect(await followed([0, 0, 30, 60, 100])).toEqual({
      fromMs: 40,
      takenAtFirst: 30,
      untilMs: 70,
      begunAt: 40,
    });
  });

  it('goes on until the rest is done, too', async () => {
    let asked = 0;
    const { untilMs } = await followed([10, 100], async () => (asked += 1) > 3);
    expect(asked).toBe(4);
    expect(untilMs).toBeGreaterThan(50);
  });

  it('gives up with how far it came', async () => {
    await expect(followed([0, 40])).rejects.toThrow('40 of 100 were done within 1000 ms');
  });
});
