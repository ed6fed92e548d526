import type { Clock } from '#libs/kernel';
import { percentText } from '../domain/event/conversion.js';
import type { Budgets, Sponsor, SponsoredCounts } from './budgets.js';

/** How many of those whom a sponsor paid for went on by themselves. */
export interface SponsoredConversion extends SponsoredCounts {
  readonly sponsor: string;
  /** Of those whose months are over, cut to two decimals; `null` while there are none. */
  readonly conversionText: string | null;
}

/** Who pays for others, and how many person-months of the grant are left. */
export class LookUpSponsor {
  constructor(
    private readonly budgets: Budgets,
    private readonly clock: Clock,
  ) {}

  /** `null` when nobody entered it. */
  find(code: string): Promise<Sponsor | null> {
    return this.budgets.find(code);
  }

  async conversionOf(sponsor: string): Promise<SponsoredConversion> {
    const counts = await this.budgets.countsOf(sponsor, this.clock.today());
    return { sponsor, ...counts, conversionText: percentText(counts.wentOn, counts.monthsOver) };
  }
}
