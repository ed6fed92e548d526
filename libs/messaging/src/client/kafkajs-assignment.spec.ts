import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { TopicPartition } from './kafka-client.js';
import { KafkajsAssignment } from './kafkajs-assignment.js';

type Answer = readonly (bigint | null)[];

const at = (partition: number): TopicPartition => ({ topic: 't', partition });

/** An assignment whose questions for positions are answered by hand. */
const assigned = () => {
  const told: string[] = [];
  const asked: {
    partitions: number[];
    rebalanced: boolean;
    answer: (positions: Answer) => void;
    fail: () => void;
  }[] = [];
  const list = (given: { topic: string; partitions?: number[] }[]) =>
    given.flatMap(({ partitions }) => partitions ?? []).join();
  const assignment = new KafkajsAssignment(
    {
      pause: (given) => told.push(`pause ${list(given)}`),
      resume: (given) => told.push(`resume ${list(given)}`),
      seek: ({ partition, offset }) => told.push(`seek ${partition} to ${offset}`),
    },
    (partitions, rebalanced) =>
      new Promise((resolve, reject) =>
        asked.push({
          partitions: partitions.map(({ partition }) => partition),
          rebalanced,
          answer: resolve,
          fail: () => reject(new Error('away')),
        }),
      ),
  );
  return { assignment, told, asked };
};

describe('what a member of a group has', () => {
  it('is paused in the join itself, sought, and only then resumed', async () => {
    const { assignment, told, asked } = assigned();
    const joined = assignment.joined({ t: [0, 1] });
    expect(told).toEqual(['pause 0,1']);
    expect(asked[0]).toMatchObject({ partitions: [0, 1], rebalanced: true });
    asked[0]!.answer([7n, 9n]);
    await joined;
    expect(told).toEqual(['pause 0,1', 'seek 0 to 7', 'seek 1 to 9', 'resume 0,1']);
  });

  it('is asked for again until there is an answer', async () => {
    const { assignment, told, asked } = assigned();
    const joined = assignment.joined({ t: [0] });
    asked[0]!.fail();
    await sleep(250);
    asked[1]!.answer([7n]);
    await joined;
    expect(told).toEqual(['pause 0', 'seek 0 to 7', 'resume 0']);
  });

  it('is void when the group was divided anew before the answer came', async () => {
    const { assignment, told, asked } = assigned();
    const first = assignment.joined({ t: [0] });
    const second = assignment.joined({ t: [1] });
    asked[0]!.answer([7n]);
    asked[1]!.answer([9n]);
    await Promise.all([first, second]);
    expect(told).toEqual(['pause 0', 'pause 1', 'seek 1 to 9', 'resume 1']);
  });

  it('is void once the client has stopped: nothing is sought, and nobody asks for ever', async () => {
    const { assignment, told, asked } = assigned();
    const answered = assignment.joined({ t: [0] });
    assignment.lost();
    asked[0]!.answer([7n]);
    await answered;
    const failing = assignment.joined({ t: [0] });
    asked[1]!.fail();
    assignment.lost();
    await failing;
    assignment.pause(at(0));
    assignment.resume(at(0));
    await assignment.rearm(at(0));
    expect(told).toEqual(['pause 0', 'pause 0']);
    expect(asked).toHaveLength(2);
  });

  it('stays paused where there is nothing to go on from', async () => {
    const { assignment, told, asked } = assigned();
    const joined = assignment.joined({ t: [0, 1] });
    asked[0]!.answer([null, 9n]);
    await joined;
    assignment.resume(at(0));
    expect(told).toEqual(['pause 0,1', 'seek 1 to 9', 'resume 1']);
    expect(assignment.goOn(at(0), 0n, 1n)).toBe(false);
  });

  it('goes on where it stopped, stretch by stretch', async () => {
    const { assignment, asked } = assigned();
    const joined = assignment.joined({ t: [0] });
    expect(assignment.goOn(at(0), 7n, 8n)).toBe(false);
    asked[0]!.answer([7n]);
    await joined;
    expect(assignment.goOn(at(0), 7n, 10n)).toBe(true);
    expect(assignment.goOn(at(0), 10n, 11n)).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['the log has lost its beginning', 20n],
    ['the log is another one', 0n],
  ])('asks for the position again, once, when %s', async (_what, from) => {
    const { assignment, told, asked } = assigned();
    const joined = assignment.joined({ t: [0] });
    asked[0]!.answer([7n]);
    await joined;
    expect(assignment.goOn(at(0), from, from + 1n)).toBe(false);
    expect(assignment.goOn(at(0), from, from + 1n)).toBe(false);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({ partitions: [0], rebalanced: false });
    asked[1]!.answer([null]);
    await turn();
    expect(told).toEqual(['pause 0', 'seek 0 to 7', 'resume 0', 'pause 0']);
  });

  it('is not armed again for a partition that has gone', async () => {
    const { assignment, told, asked } = assigned();
    const joined = assignment.joined({ t: [0] });
    asked[0]!.answer([7n]);
    await joined;
    await assignment.rearm(at(3));
    expect(asked).toHaveLength(1);
    expect(told).not.toContain('pause 3');
  });
});
