import { rounded } from '../report/statistics.js';
import type { Cost } from '../report/results.js';
import type { CpuSeconds, Rig } from '../rig/rig.js';
import { peakMbOf } from '../rig/usage.js';

const MILLION = 1_000_000;

/** Watches what a process and the servers beneath it use, from `begin` on. */
export class Meter {
  private before: CpuSeconds | null = null;

  constructor(
    private readonly rig: Rig,
    private readonly who: string,
    private readonly pid: () => number,
  ) {}

  begin(): void {
    this.before = this.rig.cpu(this.who, this.pid());
  }

  /** The cost of so many events since `begin`. */
  end(events: number): Cost {
    const { before } = this;
    if (before === null) throw new Error('the meter was not begun');
    const after = this.rig.cpu(this.who, this.pid());
    const perMillion = Object.entries(after).map(
      ([name, seconds]) => [name, rounded(((seconds - before[name]!) / events) * MILLION, 1)] as const,
    );
    return {
      who: this.who,
      cpuSecondsPerMillion: Object.fromEntries(perMillion),
      peakMb: rounded(peakMbOf(this.pid())),
    };
  }
}
