import { describe, expect, it } from '@jest/globals';
import { RestBetweenAnswers } from './rest-between-answers.js';

const REST_MS = 60;
/** Timers count whole milliseconds. */
const NEARLY_MS = REST_MS - 2;

const tookMs = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

describe('a rest between answers', () => {
  it('is one for all partitions of an answer', async () => {
    const rest = new RestBetweenAnswers(REST_MS);
    const all = await tookMs(() => Promise.all([rest.after(false), rest.after(false), rest.after(false)]));
    expect(all).toBeGreaterThanOrEqual(NEARLY_MS);
    expect(all).toBeLessThan(2 * NEARLY_MS);
  });

  it('comes after each answer anew', async () => {
    const rest = new RestBetweenAnswers(REST_MS);
    await rest.after(false);
    expect(await tookMs(() => rest.after(false))).toBeGreaterThanOrEqual(NEARLY_MS);
  });

  it('is left out while one of its partitions has more, and only then', async () => {
    const rest = new RestBetweenAnswers(REST_MS);
    expect(await tookMs(() => Promise.all([rest.after(false), rest.after(true)]))).toBeLessThan(NEARLY_MS);
    expect(await tookMs(() => rest.after(false))).toBeGreaterThanOrEqual(NEARLY_MS);
  });
});
