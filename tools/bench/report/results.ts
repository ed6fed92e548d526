/** What a read model holds, or should hold. */
export interface Digest {
  readonly count: number;
  /** Of what there is to add up: persons, rupiah; 0 where there is nothing. */
  readonly sum: number;
  readonly hash: string;
}

/** What the program under test made of the inputs, beside what an independent fold of the same inputs gives. */
export interface Proof {
  readonly what: string;
  readonly expected: Digest;
  readonly found: Digest;
}

/** What a round cost: seconds of CPU, user and system together, for a million events, and the peak of resident memory. */
export interface Cost {
  readonly who: string;
  readonly cpuSecondsPerMillion: Readonly<Record<string, number>>;
  readonly peakMb: number;
}

/** What one measurement found. */
export interface Measured {
  readonly name: string;
  /** What was done, and on how much, in sentences. */
  readonly conditions: readonly string[];
  /** Each figure in each of its rounds. */
  readonly figures: Readonly<Record<string, readonly number[]>>;
  readonly proofs: readonly Proof[];
  readonly costs: readonly Cost[];
}

/** The same program before the measurements and after each: how fast the machine was meanwhile. */
export interface Calibration {
  readonly cpuSeconds: number;
  readonly syncsPerSecond: number;
}

/** When the machine was calibrated first. */
export const BEFORE = 'before';

/** What the machine was like, and when: `before`, or after the measurement of that name. */
export interface Calibrated extends Calibration {
  readonly when: string;
}

/** A whole run. */
export interface BenchReport {
  readonly commit: string;
  readonly seed: number;
  readonly measuredAt: string;
  readonly tookSeconds: number;
  readonly command: string;
  /** Shortened by `--events` or `--seconds`: to see that it works, not how fast. */
  readonly isShort: boolean;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly calibrations: readonly Calibrated[];
  readonly measurements: readonly Measured[];
  /** Measurements that broke off, and why. */
  readonly failures: readonly string[];
}
