import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Courtesy } from './courtesy.js';

const tookMs = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

describe('courtesy', () => {
  it('waits for whoever asked, until the answer', async () => {
    const courtesy = new Courtesy();
    const answered = courtesy.asks();
    let isOver = false;
    const waiting = courtesy.afterYou().then(() => (isOver = true));
    await sleep(8);
    expect(isOver).toBe(false);
    answered();
    await waiting;
    expect(isOver).toBe(true);
  });

  it('does not wait for ever', async () => {
    const courtesy = new Courtesy();
    courtesy.asks();
    expect(await tookMs(courtesy.afterYou)).toBeGreaterThanOrEqual(24);
  });

  it('forgets who was not answered for long, as those who look at a stream', async () => {
    const courtesy = new Courtesy();
    for (let viewer = 0; viewer < 3; viewer += 1) courtesy.asks();
    await sleep(210);
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    await courtesy.afterYou();
    clearInterval(turning);
    expect(turns).toBeLessThan(5);
  });
});
