import type { Day, Reason } from '#libs/kernel';
import type { GraceMonths } from '../domain/coverage/grace.js';
import type { TermsCut, TermsFilter } from '../domain/coverage/labels.js';
import type { Row } from '../domain/figures/row.js';
import type { FigureFreshness } from './freshness.js';
import type { AskedRegions } from './resolve-asked-regions.js';

/** By what an answer is cut into rows. */
export const CUTS = [
  'region',
  'segment',
  'channel',
  'channel-code',
  'programme',
  'payer',
  'occupation',
] as const;
export type Cut = (typeof CUTS)[number];

export { GRACE_MONTHS_MAX, usualGraceOn, type GraceMonths } from '../domain/coverage/grace.js';

/** The measures that can be asked for. */
export const ASKED_MEASURES = ['registered', 'active', 'protected'] as const;
export type AskedMeasure = (typeof ASKED_MEASURES)[number];

/** What is asked. */
export interface CoverageQuestion {
  readonly regions: AskedRegions;
  readonly by: Cut | null;
  readonly asOf: Day;
  /** Null: all that is known. */
  readonly knownOn: Day | null;
  readonly measure: AskedMeasure;
  /** Of those who are protected; 0 with any other measure. */
  readonly graceMonths: GraceMonths;
  readonly filter: TermsFilter;
  /** Null: the default one of each row. */
  readonly denominatorId: string | null;
  /** Null: the one in force for each row. */
  readonly targetId: string | null;
}

/** The sum of an answer. Null where the public may not see it. */
export interface Total {
  readonly persons: number | null;
  readonly sumOfParts: number | null;
  /** Persons who count in several parts, less one each: `sumOfParts` − `persons`. */
  readonly overlap: number | null;
  /** Persons of the answer without a valid region. */
  readonly unmapped: number | null;
  readonly masked?: true;
}

/** Figures, with what they are worth. */
export interface CoverageAnswer {
  readonly rows: readonly Row[];
  readonly total: Total;
  readonly freshness: FigureFreshness;
}

/** The question names something that is not there. */
export interface Unanswerable {
  readonly reason: Reason;
  readonly field: string;
}

/** The cut as terms have it; regions and channel codes are cells of their own. */
export const termsCutOf = (by: Cut | null): TermsCut | null =>
  by === null || by === 'region' || by === 'channel-code' ? null : by;
