import type { Say } from '../../stack/progress.js';
import type { Measured } from '../report/results.js';

/** How a measurement is wanted. */
export interface Wish {
  readonly seed: number;
  /** How often both ways are measured, in turn. */
  readonly rounds: number;
  /** How many events, sign-ups or payments; undefined: as many as a whole measurement takes. */
  readonly events: number | undefined;
  /** How long the naive way, requests or payments go on; undefined: as long as a whole measurement takes. */
  readonly seconds: number | undefined;
  readonly say: Say;
}

export type Measurement = (wish: Wish) => Promise<Measured>;
