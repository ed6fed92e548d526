import type { Segment } from '#libs/kernel';
import { ALWAYS, type Dated } from '../calculation.js';

/** What a death outside work pays, in rupiah. */
export interface DeathBenefit extends Dated {
  readonly grantRupiah: number;
  /** Paid at once: so many times so much. */
  readonly periodicTimes: number;
  readonly periodicRupiah: number;
  readonly funeralRupiah: number;
  readonly rule: string;
}

/** Paragraphs 1.1 and 1.2; for deaths before the first entry an adjuster enters the amount. */
export const DEATH_BENEFITS: readonly DeathBenefit[] = [
  {
    from: '2019-12-02',
    grantRupiah: 20_000_000,
    periodicTimes: 24,
    periodicRupiah: 500_000,
    funeralRupiah: 10_000_000,
    rule: 'JKM amounts of PP 82/2019, for deaths from 2 December 2019',
  },
];

/** How many months of contributions in a row a segment needs for the grant. */
export interface Waiting extends Dated {
  readonly segments: readonly Segment[];
  readonly months: number;
}

/** Paragraph 1.3. */
export const WAITING: readonly Waiting[] = [{ from: ALWAYS, segments: ['BPU'], months: 3 }];

/** Paragraph 5.3: months of contributions, in a row or not, after which a death outside work pays scholarships. */
export const SCHOLARSHIP_MONTHS: readonly (Dated & { readonly months: number })[] = [
  { from: ALWAYS, months: 36 },
];
