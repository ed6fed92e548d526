import { eventually } from '#libs/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Rounds } from './rounds.js';

const LONG_MS = 3_600_000;

class Counted extends Rounds {
  count = 0;

  constructor(
    private readonly does: (count: number) => Promise<number>,
    backOffMs = LONG_MS,
  ) {
    super(backOffMs);
  }

  protected override round(): Promise<number> {
    this.count += 1;
    return this.does(this.count);
  }
}

beforeAll(() => Logger.overrideLogger(false));

const ended = async (rounds: Counted, after: number): Promise<number> => {
  rounds.onApplicationBootstrap();
  await eventually(() => rounds.count === after);
  await rounds.beforeApplicationShutdown();
  return rounds.count;
};

class Woken extends Counted {
  wake(): void {
    this.soon();
  }
}

describe('the rounds of a running service', () => {
  it('do not wait when something has become due', async () => {
    const rounds = new Woken(async () => LONG_MS);
    rounds.onApplicationBootstrap();
    await eventually(() => rounds.count === 1);
    rounds.wake();
    await eventually(() => rounds.count === 2);
    await rounds.beforeApplicationShutdown();
    expect(rounds.count).toBe(2);
  });

  it('follow once more on one in which something has become due', async () => {
    const rounds: Woken = new Woken(async (count) => {
      if (count === 1) rounds.wake();
      return LONG_MS;
    });
    expect(await ended(rounds, 2)).toBe(2);
  });

  it('follow each other while something is due, then wait, and end when the service does', async () =>
    expect(await ended(new Counted(async (count) => (count < 4 ? 0 : LONG_MS)), 4)).toBe(4));

  it('are not ended by a database that is away', async () => {
    expect(await ended(new Counted(() => Promise.reject(new Error('away'))), 1)).toBe(1);
    const again = new Counted(
      (count) => (count < 3 ? Promise.reject(new Error('away')) : Promise.resolve(LONG_MS)),
      1,
    );
    expect(await ended(again, 3)).toBe(3);
  });

  it('tell a long one that the service ends', async () => {
    let told: AbortSignal | null = null;
    class Long extends Rounds {
      constructor() {
        super(LONG_MS);
      }

      protected override round(signal: AbortSignal): Promise<number> {
        told = signal;
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      }
    }
    const rounds = new Long();
    rounds.onApplicationBootstrap();
    await eventually(() => told !== null);
    await rounds.beforeApplicationShutdown();
    expect(told).toMatchObject({ aborted: true });
  });

  it('end after the round in hand, and no other begins', async () => {
    const inHand = Promise.withResolvers<number>();
    const rounds = new Counted(() => inHand.promise);
    rounds.onApplicationBootstrap();
    await eventually(() => rounds.count === 1);
    let isEnded = false;
    const ending = rounds.beforeApplicationShutdown().then(() => (isEnded = true));
    await Promise.resolve();
    expect(isEnded).toBe(false);
    inHand.resolve(0);
    await ending;
    expect(rounds.count).toBe(1);
  });
});
