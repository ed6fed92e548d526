import { eventually } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RollUp } from './roll-up.js';
import { RollUpLoop } from './roll-up-loop.js';

const FULL = 2_000;
const FEW = 10;
/** A roll-up that leaves something over takes so long. */
const TAKES_MS = 100;

describe('the loop that rolls up', () => {
  let rolledUp = 0;
  let leftOver = false;
  let rounds: { beganMs: number; endedMs: number }[] = [];
  let loop: RollUpLoop;

  beforeEach(async () => {
    rolledUp = 0;
    leftOver = false;
    rounds = [];
    const once = async () => {
      const beganMs = performance.now();
      if (leftOver) await sleep(TAKES_MS);
      rounds.push({ beganMs, endedMs: performance.now() });
      return { version: (rolledUp += 1), leftOver };
    };
    loop = new RollUpLoop({
      rollUp: { once } as unknown as RollUp,
      failed: (error) => {
        throw error;
      },
    });
    loop.onApplicationBootstrap();
    await eventually(() => rolledUp > 0); // what a process that ended may have left
  });
  afterEach(() => loop.beforeApplicationShutdown());

  const restsMs = () => rounds.slice(1).map(({ beganMs }, place) => beganMs - rounds[place]!.endedMs);
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];

  it('takes what is fresh at once', async () => {
    const before = rolledUp;
    loop.wake(FEW);
    await sleep(200);
    expect(rolledUp).toBeGreaterThan(before);
  });

  it('gathers for up to three seconds behind a backlog, and no longer once that is over', async () => {
    const before = rolledUp;
    loop.wake(FULL);
    await sleep(1_000);
    expect(rolledUp).toBe(before);
    loop.wake(FEW);
    await eventually(() => rolledUp > before, 1_000);
    loop.wake(FULL);
    const began = performance.now();
    const then = rolledUp;
    await eventually(() => rolledUp > then);
    expect(performance.now() - began).toBeGreaterThan(2_000);
  });

  it('goes on at once behind a backlog while something is left over and nothing else comes', async () => {
    leftOver = true;
    loop.wake(FULL);
    await eventually(() => rolledUp > 1, 4_000);
    rounds = []; // the first one gathered
    await eventually(() => rounds.length >= 6, 10_000);
    expect(middle(restsMs())).toBeLessThan(TAKES_MS / 2);
  });

  it('looks for what others did as often as ever once a full batch, the last one, is rolled up', async () => {
    const before = rolledUp;
    loop.wake(FULL);
    await eventually(() => rolledUp > before);
    const then = rolledUp;
    await eventually(() => rolledUp >= then + 4, 10_000);
  });

  it('rests about as long as each roll-up took while something is left over and more comes', async () => {
    leftOver = true;
    const arriving = setInterval(() => loop.wake(FULL), 10);
    try {
      await eventually(() => rounds.length > 1);
      rounds = []; // those that began with nothing left over
      await eventually(() => rounds.length >= 5, 10_000);
    } finally {
      clearInterval(arriving);
    }
    expect(Math.min(...restsMs())).toBeGreaterThan(0.9 * TAKES_MS);
  });
});
