import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Courtesy } from './courtesy.js';

const LONG_MS = 60_000;

const isOver = async (work: Promise<unknown>, withinMs: number): Promise<boolean> =>
  Promise.race([work.then(() => true), sleep(withinMs).then(() => false)]);

describe('courtesy', () => {
  it('waits for whoever asked, until the answer', async () => {
    const courtesy = new Courtesy(LONG_MS);
    const answered = courtesy.asks();
    const turn = courtesy.afterYou();
    expect(await isOver(turn, 20)).toBe(false);
    answered();
    expect(await isOver(turn, LONG_MS)).toBe(true);
  });

  it('waits for nobody where nobody asked', async () =>
    expect(await isOver(new Courtesy(LONG_MS).afterYou(), LONG_MS / 2)).toBe(true));

  it('does not wait for ever', async () => {
    const courtesy = new Courtesy();
    courtesy.asks();
    const began = performance.now();
    await courtesy.afterYou();
    expect(performance.now() - began).toBeGreaterThanOrEqual(24);
  });

  it('forgets who was not answered for long, as those who look at a stream', async () => {
    const courtesy = new Courtesy(LONG_MS);
    for (let viewer = 0; viewer < 3; viewer += 1) courtesy.asks();
    await sleep(210);
    expect(await isOver(courtesy.afterYou(), LONG_MS / 2)).toBe(true);
  });

  it('waits for nobody while others stand still for the work', async () => {
    const courtesy = new Courtesy(LONG_MS);
    courtesy.asks();
    expect(await isOver(courtesy.hurried(courtesy.afterYou), LONG_MS / 2)).toBe(true);
    expect(await isOver(courtesy.afterYou(), 20)).toBe(false);
  });
});
