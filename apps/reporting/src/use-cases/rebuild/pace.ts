import { setTimeout as sleep } from 'node:timers/promises';

/** How fast something is read since it began, and no faster than it may. */
export class Pace {
  private readonly beganAt = performance.now();
  private count = 0;

  /** @param perSecondMax null: as fast as it goes */
  constructor(private readonly perSecondMax: number | null) {}

  /** So many more were read; waits as long as that was too fast. */
  async after(more: number, signal: AbortSignal): Promise<void> {
    this.count += more;
    if (this.perSecondMax === null) return;
    const waitMs = (this.count / this.perSecondMax) * 1_000 - this.elapsedMs;
    if (waitMs > 1) await sleep(waitMs, undefined, { signal });
  }

  get perSecond(): number {
    return Math.round((this.count / Math.max(this.elapsedMs, 1)) * 1_000);
  }

  private get elapsedMs(): number {
    return performance.now() - this.beganAt;
  }
}
