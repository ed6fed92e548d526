import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#libs/persistence';
import { dropDatabase, eventually, freshDatabaseUrl } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PositionMoved } from '../src/consume/positions.js';
import { startLoad, stepsInLog } from './rebalance-load.js';
import {
  appliedIn,
  newSteps,
  startMember,
  type Member,
  type MemberOptions,
  type Stepped,
} from './transport-kit.js';

const PARTITIONS = 12;
const PER_SECOND = 1_500;

let url: string;
let consumer: string;
let stepped: Stepped;
let refused: number;
const open = new Set<Member>();

beforeEach(async () => {
  url = freshDatabaseUrl('rebalance');
  consumer = `rebalance-${randomUUID().slice(0, 8)}`;
  stepped = await newSteps('rebalance');
  refused = 0;
});
afterEach(async () => {
  await Promise.all([...open].map(leave));
  await dropDatabase(url);
});

/** The database, with what is asked of it put in another's hands. */
const through = (database: Database, given: Partial<Pick<Database, 'query' | 'transaction'>>): Database =>
  Object.assign(Object.create(database) as Database, given);

const countingRefusals = (database: Database): Database =>
  through(database, {
    transaction: async (work) => {
      try {
        return await database.transaction(work);
      } catch (error) {
        if (error instanceof PositionMoved) refused += 1;
        throw error;
      }
    },
  });

const join = async (given: Partial<MemberOptions> = {}) => {
  const member = await startMember({ url, consumer, stepped, database: countingRefusals, ...given });
  open.add(member);
  return member;
};
const leave = async (member: Member) => {
  open.delete(member);
  await member.close();
};
const owned = (member: Member) => member.transport.progress().length;
const caughtUp = (...members: Member[]) => {
  const progress = members.flatMap(({ transport }) => transport.progress());
  return progress.length === PARTITIONS && progress.every(({ lag }) => lag === 0n);
};

/** Positions that are read late, or not at the first time. */
const trouble: ((database: Database) => Database)[] = [
  countingRefusals,
  (database) =>
    through(countingRefusals(database), {
      query: async (sql, params) => {
        await sleep(40);
        return database.query(sql, params);
      },
    }),
  (database) =>
    through(countingRefusals(database), {
      query: async (sql, params) => {
        if (Math.random() < 0.3) throw new Error('the position could not be read');
        return database.query(sql, params);
      },
    }),
];

describe('a group that is divided anew again and again', () => {
  it('applies every message once and in the order of its key', async () => {
    const first = await join();
    await eventually(() => owned(first) === PARTITIONS);
    const load = await startLoad(first.kafka, stepped, PER_SECOND);
    const joinedMs: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const begun = performance.now();
      const second = await join({ database: trouble[round % trouble.length]! });
      await eventually(() => owned(second) > 0);
      joinedMs.push(Math.round(performance.now() - begun));
      await sleep(200);
      await leave(second);
      await eventually(() => owned(first) === PARTITIONS);
    }
    const { sent, perSecond } = await load.stop();
    await eventually(() => caughtUp(first));
    process.stdout.write(
      `20 rebalances at ${perSecond} messages/s: ${sent} sent, ${refused} stale commits refused, joined in ${joinedMs.toSorted((a, b) => a - b)[5]} ms (median)\n`,
    );
    const log = await stepsInLog(first.kafka, stepped);
    expect([...log.values()].reduce((sum, { length }) => sum + length, 0)).toBeGreaterThanOrEqual(sent);
    expect(await appliedIn(first.database)).toEqual(log);
    expect([first.fatal, first.bugs]).toEqual([[], []]);
  });
});
