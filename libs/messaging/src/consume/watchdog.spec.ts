import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Watchdog } from './watchdog.js';

const DEAD_MS = 120_000;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A consumer of two partitions that is watched. */
const watched = () => {
  const positions: [bigint, bigint] = [0n, 0n];
  const fatal: string[] = [];
  const consumer = { positions, end: 9n, waiting: false, fatal };
  const dog = new Watchdog({
    progress: () =>
      positions.map((position, partition) => ({
        topic: 'a.v1',
        partition,
        position,
        end: consumer.end,
        lag: consumer.end - position,
        stillMs: 0,
      })),
    isWaiting: () => consumer.waiting,
    fatal: ({ message }) => void fatal.push(message),
  });
  return { consumer, dog };
};

describe('the watchdog', () => {
  it('ends a process in which one partition has not moved for two minutes, once', () => {
    const { consumer, dog } = watched();
    for (let position = 1n; position <= 8n; position += 1n) {
      consumer.positions[0] = position;
      jest.advanceTimersByTime(DEAD_MS / 8);
    }
    expect(consumer.fatal).toEqual([]);
    jest.advanceTimersByTime(DEAD_MS);
    expect(consumer.fatal).toEqual([dog.verdict]);
    expect(dog.verdict).toMatch('a.v1/1 has stood still at 0 for 120000 ms with 9 messages to take');
  });

  it('has nothing against one that has nothing to do', () => {
    const { consumer } = watched();
    consumer.end = 0n;
    jest.advanceTimersByTime(10 * DEAD_MS);
    expect(consumer.fatal).toEqual([]);
  });

  it('holds no outage against it: once that is over, two minutes begin anew', () => {
    const { consumer } = watched();
    consumer.waiting = true;
    jest.advanceTimersByTime(10 * DEAD_MS);
    consumer.waiting = false;
    jest.advanceTimersByTime(DEAD_MS - 1_000);
    expect(consumer.fatal).toEqual([]);
    jest.advanceTimersByTime(10_000);
    expect(consumer.fatal).toHaveLength(1);
  });

  it('looks no more when it is stopped', () => {
    const { consumer, dog } = watched();
    dog.stop();
    jest.advanceTimersByTime(10 * DEAD_MS);
    expect(consumer.fatal).toEqual([]);
  });
});
