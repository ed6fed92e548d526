import { setImmediate as othersTurn, setTimeout as sleep } from 'node:timers/promises';

/** So long somebody counts who asked and was not answered: a stream is never answered to its end. */
const COUNTS_MS = 200;
/** So long a turn of work waits for them: however many ask, it goes on, a tenth of the time at least. */
const WAITS_MS = 25;
const LOOK_MS = 2;

/** Lets those go first who asked the service something: what nobody waits for rests until they are answered. */
export class Courtesy {
  private readonly asked = new Set<{ readonly atMs: number }>();
  private hurries = 0;

  /** @param waitsMs how long at most between two turns */
  constructor(private readonly waitsMs = WAITS_MS) {}

  /** Somebody asked something. Call what this returns when they were answered. */
  asks(): () => void {
    const one = { atMs: performance.now() };
    this.asked.add(one);
    return () => void this.asked.delete(one);
  }

  /** Between two turns of work: until those who asked were answered, but not for ever. */
  readonly afterYou = async (): Promise<void> => {
    await othersTurn();
    const until = performance.now() + this.waitsMs;
    while (this.hurries === 0 && this.isSomebodyWaiting && performance.now() < until) await sleep(LOOK_MS);
  };

  /** Work for which others stand still: it lets them have their turns, and waits for nobody. */
  async hurried<T>(work: () => Promise<T>): Promise<T> {
    this.hurries += 1;
    try {
      return await work();
    } finally {
      this.hurries -= 1;
    }
  }

  private get isSomebodyWaiting(): boolean {
    const since = performance.now() - COUNTS_MS;
    for (const one of this.asked) {
      if (one.atMs > since) return true;
      this.asked.delete(one);
    }
    return false;
  }
}
