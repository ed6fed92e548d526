import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#libs/persistence';
import { eventually } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Group, owned, PARTITIONS } from './rebalance-group.js';
import { startLoad } from './rebalance-load.js';
import { through } from './transport-kit.js';

const PER_SECOND = 1_500;
const ROUNDS = 10;

let group: Group;
beforeEach(async () => {
  group = await Group.open();
});
afterEach(() => group.close());

/** Positions that are read at once, late, or not at the first time. */
const READING: ((database: Database) => Database)[] = [
  (database) => database,
  (database) =>
    through(database, {
      query: async (sql, params) => {
        await sleep(40);
        return database.query(sql, params);
      },
    }),
  (database) =>
    through(database, {
      query: async (sql, params) => {
        if (Math.random() < 0.3) throw new Error('the position could not be read');
        return database.query(sql, params);
      },
    }),
];

describe('a group that is divided anew again and again', () => {
  it('applies every message once and in the order of its key', async () => {
    const first = await group.join();
    await eventually(() => owned(first) === PARTITIONS);
    const load = await startLoad(first.kafka, group.stepped, PER_SECOND);
    const joinedMs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      const second = await group.join({ database: READING[round % READING.length]! });
      await eventually(() => owned(second) > 0);
      joinedMs.push(Math.round(performance.now() - begun));
      await sleep(200);
      await group.leave(second);
      await eventually(() => owned(first) === PARTITIONS);
    }
    const { sent, perSecond } = await load.stop();
    const median = joinedMs.toSorted((a, b) => a - b)[ROUNDS / 2]!;
    process.stdout.write(
      `${2 * ROUNDS} rebalances at ${perSecond} messages/s: ${sent} sent, ${group.refused} batches refused, joined in ${median} ms (median)\n`,
    );
    expect(perSecond).toBeGreaterThan(1_000);
    const { inLog, log, applied, errors } = await group.settled(first);
    expect(inLog).toBeGreaterThanOrEqual(sent);
    expect(applied).toEqual(log);
    expect(errors).toEqual([]);
  });
});
