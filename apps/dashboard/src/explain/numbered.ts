import type { Coverage, Row } from '../api/answers.js';

/** What a number of a figure is. */
export type Metric =
  | 'persons'
  | 'coverage'
  | 'denominator'
  | 'gap'
  | 'needed'
  | 'target'
  | 'share'
  | 'sumOfParts'
  | 'overlap'
  | 'lag'
  | 'applied';

/** A number with the answer that it stands in and, unless it belongs to the answer as a whole, its row. */
export interface Numbered {
  readonly metric: Metric;
  readonly answer: Coverage;
  readonly row: Row | null;
  /** The address that gives it. */
  readonly address: string;
}
