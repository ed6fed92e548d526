import type { Database, Transaction } from '#libs/persistence';
import { describe, expect, it } from '@jest/globals';
import type { RollUp } from '../roll-up.js';
import { whileStandingStill } from './stand-still.js';

const PORTION = 8;

/** A database in which so many batches wait whenever somebody looks, and what was done in it, in order. */
const openWith = (...waiting: readonly number[]) => {
  const [left, done] = [[...waiting], [] as string[]];
  const tx = { query: async () => [], lock: async () => void done.push('lock') } as unknown as Transaction;
  const database = {
    query: async () => [{ batches: String(left.shift()) }],
    transaction: (work: (tx: Transaction) => Promise<unknown>) => work(tx),
  } as unknown as Database;
  const rollUp = { once: async () => void done.push('roll up'), portion: PORTION } as unknown as RollUp;
  return {
    done,
    stand: () => whileStandingStill(database, rollUp, async () => void done.push('work')),
  };
};

describe('standing still', () => {
  it('begins while one portion is left, since more always comes, and works when nothing is', async () => {
    const { done, stand } = openWith(PORTION + 1, PORTION, PORTION, 1, 0);
    await stand();
    expect(done).toEqual(['roll up', 'lock', 'roll up', 'roll up', 'work']);
  });

  it('begins at once where nothing is left', async () => {
    const { done, stand } = openWith(0, 0);
    await stand();
    expect(done).toEqual(['lock', 'work']);
  });
});
