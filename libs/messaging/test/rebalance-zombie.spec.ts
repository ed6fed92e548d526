import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Database } from '#libs/persistence';
import { eventually } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Group, owned, owns, PARTITIONS } from './rebalance-group.js';
import { startLoad } from './rebalance-load.js';
import { appliedIn, programAt, stepOf, through, type Member } from './transport-kit.js';

/** PostgreSQL ends a transaction that says nothing for five seconds; then a position has to be read and a batch taken. */
const TAKEN_OVER_MS = 9_000;

const RIVALS_MAX = 5;
const STOPS_MAX = 4;

let group: Group;
const children: ChildProcess[] = [];
beforeEach(async () => {
  group = await Group.open();
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await group.close();
});

/** A member in a process of its own, and what it has written. */
const joinAsProcess = () => {
  const { program, flags } = programAt('./rebalance-process.ts');
  const child = spawn(program, [...flags, group.url, group.consumer, group.stepped.topic.name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const output: string[] = [];
  child.stdout.on('data', (bytes: Buffer) => output.push(bytes.toString()));
  const said = (word: 'taken' | 'refused') => output.join('').split(word).length - 1;
  return { child, said };
};

/** Lets a process stand still until its partitions are another's, who has nearly caught up; how long that took, ms. */
const stopUntilTakenOver = async (child: ChildProcess, owner: Member): Promise<number> => {
  child.kill('SIGSTOP');
  const stopped = performance.now();
  await eventually(() => owned(owner) === PARTITIONS, 60_000);
  await eventually(() => owner.transport.progress().every(({ lag }) => lag < 500n), 60_000);
  child.kill('SIGCONT');
  return Math.round(performance.now() - stopped);
};

type Where = 'before its work' | 'behind its work';

/** The database, in which the first transaction stands still until it is let go. */
const stopping = (where: Where) => {
  const [reached, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let isFirst = true;
  const stop = async (at: Where) => {
    if (at !== where) return;
    reached.resolve();
    await letGo.promise;
  };
  const database = (given: Database) =>
    through(given, {
      transaction: (work) => {
        if (!isFirst) return given.transaction(work);
        isFirst = false;
        return given.transaction(async (tx) => {
          await stop('before its work');
          const answer = await work(tx);
          await stop('behind its work');
          return answer;
        });
      },
    });
  return { reached: reached.promise, letGo: letGo.resolve, database };
};

/** A member that stands still in the transaction for two messages of one key. */
const stopped = async (where: Where) => {
  const { reached, letGo, database } = stopping(where);
  const slow = await group.join({ database });
  await eventually(() => owned(slow) === PARTITIONS);
  const producer = await slow.kafka.producer();
  await producer.send([stepOf(group.stepped, 'a', 1, 0), stepOf(group.stepped, 'a', 2, 0)]);
  await reached;
  return { slow, letGo };
};

/** Others join until one of them has the partition; whom the group gives it to is chance. */
const takeOver = async (): Promise<Member> => {
  const rivals: Member[] = [];
  const newOwner = () => rivals.find((rival) => owns(rival, 0));
  while (!newOwner() && rivals.length < RIVALS_MAX) {
    const rival = await group.join();
    rivals.push(rival);
    await eventually(() => owned(rival) > 0);
  }
  return newOwner()!;
};

describe('a member that wakes up when its partitions are long another’s', () => {
  it('is refused: a process that was stopped for longer than its session lasts', async () => {
    const owner = await group.join();
    const { child, said } = joinAsProcess();
    await eventually(() => owned(owner) === PARTITIONS / 2, 60_000);
    const load = await startLoad(owner.kafka, group.stepped, 1_000);
    await eventually(() => owner.transport.tally.entries().some(([, , count]) => count > 500));
    const takenOverMs: number[] = [];
    // it may have been between two batches, and then has nothing that could be refused
    while (said('refused') === 0 && takenOverMs.length < STOPS_MAX) {
      const takenBefore = said('taken');
      await eventually(() => said('taken') > takenBefore);
      takenOverMs.push(await stopUntilTakenOver(child, owner));
      await eventually(() => owned(owner) === PARTITIONS / 2, 60_000);
    }
    expect(said('refused')).toBeGreaterThan(0);
    const { sent } = await load.stop();
    const { inLog, log, applied, errors } = await group.settled(owner);
    expect(inLog).toBeGreaterThanOrEqual(sent);
    expect(applied).toEqual(log);
    expect(errors).toEqual([]);
    process.stdout.write(
      `stopped, taken over after ${takenOverMs.join(' and ')} ms, woken: ${said('refused')} of its batches refused; ${sent} sent, each applied once\n`,
    );
  }, 300_000);

  it('is refused: a transaction that had not begun to write', async () => {
    const { slow, letGo } = await stopped('before its work');
    const rival = await takeOver();
    await eventually(async () => (await appliedIn(rival.database)).get('a')?.length === 2);
    expect(group.refused).toBe(0);
    letGo();
    await eventually(() => group.refused === 1);
    const { applied, errors } = await group.settled(slow);
    expect(applied).toEqual(new Map([['a', [1, 2]]]));
    expect(errors).toEqual([]);
  }, 60_000);

  it('is not refused when it commits after all: then the new owner is, which had read the position before', async () => {
    const { slow, letGo } = await stopped('behind its work');
    await takeOver();
    letGo();
    await eventually(() => group.refused === 1);
    const { applied, errors } = await group.settled(slow);
    expect(applied).toEqual(new Map([['a', [1, 2]]]));
    expect(errors).toEqual([]);
  }, 60_000);

  it('holds up the new owner for no longer than PostgreSQL lets a transaction say nothing', async () => {
    const { slow, letGo } = await stopped('behind its work');
    const begun = performance.now();
    const rival = await takeOver();
    await eventually(async () => (await appliedIn(rival.database)).get('a')?.length === 2);
    const heldUpMs = Math.round(performance.now() - begun);
    expect(heldUpMs).toBeLessThan(TAKEN_OVER_MS);
    letGo();
    await eventually(() => slow.transport.waiting === null);
    const { applied, errors } = await group.settled(slow);
    expect(applied).toEqual(new Map([['a', [1, 2]]]));
    expect(errors).toEqual([]);
    process.stdout.write(`an idle transaction held up the new owner for ${heldUpMs} ms\n`);
  }, 60_000);
});
