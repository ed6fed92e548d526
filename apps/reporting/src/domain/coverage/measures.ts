import type { GraceMonths } from './grace.js';

/**
 * What steps and cells are kept of. Ends of ordinary cover are apart from all else about active persons, since grace moves
 * them and nothing else; `grace-1` … hold what is still wanting where that is not exact. `joined` serves targets for new
 * members alone: its signature is the latest day of registration, its scope the segment. Positions are stored: append only.
 */
export const MEASURES = [
  'registered',
  'active',
  'joined',
  'cover-end',
  'grace-1',
  'grace-2',
  'grace-3',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Measures with a timeline of their own. */
export const TIMED = ['registered', 'active', 'joined'] as const;
export type Timed = (typeof TIMED)[number];

/** What can be counted on a day. */
export type Counted = Timed | 'protected';

/** Cells that make up an answer together: those of a measure, each so many months after the day that it is kept under. */
export interface Reading {
  readonly measure: Measure;
  readonly graceMonths: GraceMonths;
}

/** The cells whose sum is the number of persons. */
export const readingsOf = (counted: Counted, graceMonths: GraceMonths): readonly Reading[] => {
  if (counted === 'registered' || counted === 'joined') return [{ measure: counted, graceMonths: 0 }];
  const grace = counted === 'protected' ? graceMonths : 0;
  const covered: readonly Reading[] = [
    { measure: 'active', graceMonths: 0 },
    { measure: 'cover-end', graceMonths: grace },
  ];
  return grace === 0 ? covered : [...covered, { measure: `grace-${grace}`, graceMonths: 0 }];
};
