import { ALWAYS, type Dated } from '../calculation.js';
import type { SchoolLevel } from '../findings.js';

/** Paragraph 5; as printed in 2026 without a first day, so for all days until earlier amounts are found. */
export interface ScholarshipRules extends Dated {
  readonly levels: Readonly<Record<SchoolLevel, { readonly yearRupiah: number; readonly yearsMax: number }>>;
  readonly childrenMax: number;
  /** For all children together, over all years. */
  readonly ceilingRupiah: number;
  readonly endsAtAge: number;
  readonly yearsBackMax: number;
  /** Month and day on which a school year begins. */
  readonly yearBegins: string;
}

export const SCHOLARSHIP_RULES: readonly ScholarshipRules[] = [
  {
    from: ALWAYS,
    levels: {
      kindergarten: { yearRupiah: 1_500_000, yearsMax: 2 },
      primary: { yearRupiah: 1_500_000, yearsMax: 6 },
      'lower-secondary': { yearRupiah: 2_000_000, yearsMax: 3 },
      'upper-secondary': { yearRupiah: 3_000_000, yearsMax: 3 },
      higher: { yearRupiah: 12_000_000, yearsMax: 5 },
    },
    childrenMax: 2,
    ceilingRupiah: 174_000_000,
    endsAtAge: 23,
    yearsBackMax: 3,
    yearBegins: '07-01',
  },
];
