import { setTimeout as sleep } from 'node:timers/promises';

/** Holds inputs back to so many a second; null lets them go as they come. */
export class Pace {
  private readonly begunAt = performance.now();
  private passed = 0;

  constructor(private readonly perSecond: number | null) {}

  /** Resolves when the next input may go. */
  async next(): Promise<void> {
    this.passed += 1;
    if (this.perSecond === null) return;
    const dueMs = (this.passed / this.perSecond) * 1_000;
    const aheadMs = dueMs - (performance.now() - this.begunAt);
    if (aheadMs > LEAST_SLEEP_MS) await sleep(aheadMs);
  }
}

/** Timers are no finer. */
const LEAST_SLEEP_MS = 5;
