import type { CoverageAnswer, Row } from '../api/coverage-answer.js';
import type { Reference } from './number.js';

/** A number with the answer that it stands in and, unless it belongs to the answer as a whole, its row. */
export interface Numbered {
  readonly reference: Reference;
  readonly answer: CoverageAnswer;
  readonly row: Row | null;
}
