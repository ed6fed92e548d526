import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from '../client/kafka-client.js';
import { LogTail } from './log-tail.js';

const signal = new AbortController().signal;

const messages = (from: number, to: number): IncomingMessage[] =>
  Array.from({ length: to - from }, (_, place) => ({
    offset: BigInt(from + place),
    key: null,
    value: null,
    headers: {},
    timestampMs: 0,
  }));

describe('what waits of a partition', () => {
  let told: string[];
  let tail: LogTail;
  beforeEach(() => {
    told = [];
    tail = new LogTail(10n, { pause: () => told.push('pause'), resume: () => told.push('resume') });
  });
  const read = async (upTo: number): Promise<number[]> => {
    const offsets: number[] = [];
    for (
      let portion = await tail.next(BigInt(upTo), signal);
      portion;
      portion = await tail.next(BigInt(upTo), signal)
    )
      offsets.push(...portion.map(({ offset }) => Number(offset)));
    return offsets;
  };

  it('is read up to an offset and no further, each message once', async () => {
    tail.receive(messages(8, 15), undefined);
    expect(await read(13)).toEqual([10, 11, 12]);
    expect(await read(13)).toEqual([]);
    tail.receive(messages(14, 17), undefined);
    expect(await read(17)).toEqual([13, 14, 15, 16]);
  });

  it('ends behind offsets that carry no message', async () => {
    tail.receive(messages(10, 12), 15n);
    expect(await read(15)).toEqual([10, 11]);
  });

  it('is waited for', async () => {
    const reading = read(12);
    tail.receive(messages(10, 12), undefined);
    expect(await reading).toEqual([10, 11]);
  });

  it('comes again from what was not read, when the group is divided anew', async () => {
    tail.receive(messages(10, 14), undefined);
    expect(await read(12)).toEqual([10, 11]);
    expect(tail.beginAgain()).toBe(12n);
    tail.receive(messages(12, 14), undefined);
    expect(await read(14)).toEqual([12, 13]);
  });

  it('pauses at once as long as nobody reads it, and goes on when somebody does', async () => {
    tail.receive(messages(10, 12), undefined);
    expect(told).toEqual(['pause']);
    expect(await read(12)).toEqual([10, 11]);
    expect(told).toEqual(['pause', 'resume']);
    tail.receive(messages(12, 13), undefined);
    expect(told).toEqual(['pause', 'resume', 'pause']);
  });

  it('runs six thousand ahead of whoever reads it, and goes on below half of them', async () => {
    const reading = tail.next(20_000n, signal);
    tail.receive(messages(10, 11), undefined);
    expect(await reading).toHaveLength(1);
    tail.receive(messages(11, 6_010), undefined);
    expect(told).toEqual([]);
    tail.receive(messages(6_010, 6_011), undefined);
    expect(told).toEqual(['pause']);
    expect(
      [await tail.next(2_011n, signal), await tail.next(3_011n, signal)].map((each) => each?.length),
    ).toEqual([2_000, 1_000]);
    expect(told).toEqual(['pause']);
    expect(await tail.next(3_012n, signal)).toHaveLength(1);
    expect(told).toEqual(['pause', 'resume']);
  });

  it('runs no more than sixteen megabytes ahead, and goes on below half of them', async () => {
    const reading = tail.next(20_000n, signal);
    tail.receive(messages(10, 11), undefined);
    await reading;
    const large = messages(11, 27).map((each) => ({ ...each, value: Buffer.alloc(1024 * 1024) }));
    tail.receive(large.slice(0, 15), undefined);
    expect(told).toEqual([]);
    tail.receive(large.slice(15), undefined);
    expect(told).toEqual(['pause']);
    expect(await tail.next(19n, signal)).toHaveLength(8);
    expect(told).toEqual(['pause']);
    expect(await tail.next(20n, signal)).toHaveLength(1);
    expect(told).toEqual(['pause', 'resume']);
  });

  it('is given up with the reader, or when whoever waits gives up', async () => {
    const giving = new AbortController();
    const waiting = tail.next(11n, giving.signal);
    giving.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    const reading = tail.next(11n, signal);
    tail.fail(new Error('gone'));
    await expect(reading).rejects.toThrow('gone');
  });
});
