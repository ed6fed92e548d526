import { describe, expect, it } from '@jest/globals';
import { OneBehind } from './one-behind.js';

const piece = () => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { work: () => promise, resolve, reject };
};

describe('work that goes on behind', () => {
  it('waits for no piece but the one before', async () => {
    const behind = new OneBehind();
    const [first, second] = [piece(), piece()];
    await behind.begin(first.work);
    let isBegun = false;
    const begun = behind.begin(second.work).then(() => (isBegun = true));
    await new Promise(setImmediate);
    expect(isBegun).toBe(false);
    first.resolve();
    await begun;
    second.resolve();
    await behind.end();
  });

  it('throws what a piece threw to whoever comes next, and begins nothing more', async () => {
    const behind = new OneBehind();
    const failed = new Error('it was in the way');
    await behind.begin(() => Promise.reject(failed));
    let isBegun = false;
    const next = behind.begin(async () => void (isBegun = true));
    await expect(next).rejects.toBe(failed);
    await expect(behind.end()).rejects.toBe(failed);
    await behind.settled();
    expect(isBegun).toBe(false);
  });
});
