import { describe, expect, it } from '@jest/globals';
import { ReadingPlaces, type PartitionReading, type RolledUp } from './freshness.js';
import { WatchTheReading } from './watch-the-reading.js';

class Log extends ReadingPlaces {
  position = 3;
  end = 3;
  version = 1;
  waitingMs = 0;
  trouble: Error | null = null;

  override async rolledUp(): Promise<RolledUp> {
    return { recordedThrough: null, lagMs: 12, applied: 7 };
  }

  override async addingUp() {
    const { version, waitingMs } = this;
    return { version, waitingMs };
  }

  override async partitions(): Promise<readonly PartitionReading[]> {
    if (this.trouble) throw this.trouble;
    const { position, end } = this;
    return [{ topic: 'members', partition: 0, position, end, lag: end - position }];
  }
}

const watched = () => {
  const log = new Log();
  let now = 1_000;
  const failures: unknown[] = [];
  const watch = new WatchTheReading(
    log,
    () => now,
    (error) => failures.push(error),
  );
  return {
    failures,
    log,
    watch,
    /** A look after so many seconds. */
    after: async (seconds: number) => {
      now += seconds * 1_000;
      return (await watch.handle()).hasTurned;
    },
    pass: (seconds: number) => void (now += seconds * 1_000),
    mark: async () => (await watch.ofFigures()).reading,
  };
};

describe('the mark that every figure carries', () => {
  it('is unknown until the log has answered once', async () => {
    const { after, mark } = watched();
    expect(await mark()).toBe('unknown');
    expect(await after(1)).toBe(true);
    expect(await mark()).toBe('current');
    expect(await after(1)).toBe(false);
  });

  it('turns when the consumer stands still, and back when it moves', async () => {
    const { log, after, mark } = watched();
    await after(1);
    log.end = 8;
    expect(await after(1)).toBe(true);
    expect(await mark()).toBe('behind');
    expect(await after(9)).toBe(false);
    expect(await after(1)).toBe(true);
    expect(await mark()).toBe('standing-still');
    log.position = 5;
    expect(await after(1)).toBe(true);
    expect(await mark()).toBe('behind');
  });

  it('turns when what is read is not added up, and back when it is', async () => {
    const { log, after, mark } = watched();
    await after(1);
    log.waitingMs = 10_000;
    expect(await after(10)).toBe(true);
    expect(await mark()).toBe('behind');
    log.waitingMs = 60_000;
    expect(await after(50)).toBe(true);
    expect(await mark()).toBe('standing-still');
    log.version += 1;
    expect(await after(1)).toBe(true);
    expect(await mark()).toBe('behind');
    log.waitingMs = 0;
    expect(await after(1)).toBe(true);
    expect(await mark()).toBe('current');
  });

  it('is unknown once the log has not answered for fifteen seconds', async () => {
    const { log, after, mark, pass, failures } = watched();
    await after(1);
    log.trouble = Object.assign(new Error('nobody answers'), { name: 'DependencyUnavailable' });
    expect(await after(15)).toBe(false);
    expect(await mark()).toBe('current');
    pass(0.001);
    expect(await mark()).toBe('unknown');
    expect(failures).toEqual([]);
    log.trouble = new Error('a bug');
    await after(1);
    expect(failures).toEqual([log.trouble]);
    log.trouble = null;
    await after(1);
    expect(await mark()).toBe('current');
  });

  it('stands beside what is in the figures, and says of each topic how much is read', async () => {
    const { log, watch, after } = watched();
    log.end = 5;
    await after(1);
    await after(12);
    expect(await watch.ofFigures()).toMatchObject({ lagMs: 12, applied: 7 });
    expect(watch.ofTopics(await watch.ofReading())).toEqual([
      { topic: 'members', position: 3, end: 5, lag: 2, stillMs: 12_000 },
    ]);
  });
});
