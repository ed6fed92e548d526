import type { Transaction } from '#libs/persistence';
import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROLL_UP_FUNNEL } from './funnel/journey-sums.js';
import { RollUp } from './roll-up.js';

const SLOW_MS = 2_050;

it('asks for less after what took too long for the database, and so is not refused the same for ever', async () => {
  const asked: unknown[] = [];
  const tx = {
    query: async (sql: string, parameters: readonly unknown[]) => {
      if (!parameters) return [];
      if (sql === ROLL_UP_FUNNEL) {
        asked.push(parameters[0]);
        await sleep(SLOW_MS);
        throw new Error('canceling statement due to statement timeout');
      }
      return [{ mine: true }];
    },
  } as unknown as Transaction;
  const rollUp = new RollUp({ transaction: (work) => work(tx) });
  await expect(rollUp.once()).rejects.toThrow('timeout');
  await expect(rollUp.once()).rejects.toThrow('timeout');
  expect(asked).toEqual([8, 4]);
});
