import type { Clock, Day, Reason } from '#libs/kernel';
import { cutToEqualDays, isReversed, whyNotComparable, type Period } from '../domain/benefits/period.js';
import type { BenefitCut, Benefits, BenefitSums } from './benefits.js';
import type { ResolveAskedRegions } from './resolve-asked-regions.js';
import { reachesAll, type Reach } from '../domain/regions/reach.js';

export interface AskedBenefits {
  /** Codes, or one `area:CODE`. */
  readonly asked: readonly string[];
  readonly period: Period;
  readonly by: BenefitCut | null;
  /** The period to compare with. */
  readonly compared: Period | null;
  /** Regions that the asker may see. */
  readonly reach: Reach;
}

export type PeriodSums = Period & BenefitSums;

/** Sums of one period, or of two cut to equal days, and whether they are a measure for those of others. */
export interface BenefitsAnswer {
  readonly kind: 'answered';
  /** As the answer calls them: ascending. */
  readonly regions: readonly string[];
  readonly sums: PeriodSums;
  readonly compared: PeriodSums | null;
  /** Null: comparable. */
  readonly reason: Reason | null;
}

export interface BenefitsRefused {
  readonly kind: 'refused';
  readonly reason: Reason;
  readonly field: string;
}

const refused = (reason: Reason, field: string): BenefitsRefused => ({ kind: 'refused', reason, field });

const whyNot = (periods: readonly Period[], today: Day): Reason | null => {
  if (periods.length === 1) return whyNotComparable(periods[0]!, today);
  return periods.every(({ through }) => through < today) ? null : 'period-not-over';
};

/** Adds up what was paid to persons of regions within a period, less what came back. */
export class AddUpBenefits {
  constructor(
    private readonly benefits: Benefits,
    private readonly resolveRegions: ResolveAskedRegions,
    private readonly clock: Clock,
  ) {}

  async handle(question: AskedBenefits): Promise<BenefitsAnswer | BenefitsRefused> {
    const { period, compared, asked } = question;
    if (isReversed(period)) return refused('period-reversed', 'through');
    if (compared !== null && isReversed(compared)) return refused('period-reversed', 'compareThrough');
    const regions = await this.resolveRegions.handle(asked, period.through);
    if ('unknown' in regions) {
      const isArea = regions.unknown.startsWith('area:');
      return refused(isArea ? 'unknown-area' : 'unknown-region', 'region');
    }
    if (!reachesAll(question.reach, regions.counted)) return refused('outside-regions', 'region');
    const periods = compared === null ? [period] : cutToEqualDays(period, compared);
    const sums = await Promise.all(periods.map((each) => this.sums(question, regions.counted, each)));
    const reason = whyNot(periods, this.clock.today());
    return { kind: 'answered', regions: regions.codes, sums: sums[0]!, compared: sums[1] ?? null, reason };
  }

  private async sums({ by }: AskedBenefits, regions: readonly string[], period: Period): Promise<PeriodSums> {
    return { ...period, ...(await this.benefits.sums({ regions, period, by })) };
  }
}
