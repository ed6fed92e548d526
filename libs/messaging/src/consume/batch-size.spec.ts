import { describe, expect, it } from '@jest/globals';
import { BATCH_LEAST, BATCH_MAX, BatchSize } from './batch-size.js';

const after = (...ends: readonly boolean[]): number => {
  const size = new BatchSize();
  for (const isThrough of ends) size.ended(isThrough);
  return size.most;
};

describe('how many messages a transaction takes', () => {
  it('is all there is room for at the beginning, and while all goes well', () => {
    expect(after()).toBe(BATCH_MAX);
    expect(after(true, true)).toBe(BATCH_MAX);
  });

  it('is half as many behind one that failed', () => {
    expect(after(false)).toBe(1_000);
    expect(after(false, false)).toBe(500);
  });

  it('never falls below a quarter of a thousand', () => {
    expect(after(false, false, false)).toBe(BATCH_LEAST);
    expect(after(false, false, false, false)).toBe(BATCH_LEAST);
  });

  it('grows again, step by step, up to where it was', () => {
    expect(after(false, true)).toBe(1_100);
    expect(after(false, ...Array.from({ length: 9 }, () => true))).toBe(1_900);
    expect(after(false, ...Array.from({ length: 11 }, () => true))).toBe(BATCH_MAX);
  });
});
