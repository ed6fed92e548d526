import { firstDayOf, type Month, type PayerKind } from '#libs/kernel';
import type { Membership } from '../account/membership.js';
import { termsOn, type Terms } from '../account/terms.js';
import { totalRupiah, type Amounts } from '../rates/amounts.js';
import type { Step } from '../rates/calculation.js';
import { contributionFor, type RiskGroup } from '../rates/monthly-contribution.js';

/** What one month of a membership costs, by the terms in force at its beginning. */
export interface MonthPrice {
  readonly month: Month;
  readonly terms: Terms;
  readonly amounts: Amounts;
  readonly totalRupiah: number;
  /** They add up to the amounts. */
  readonly steps: readonly Step[];
}

/** Tells the price of a month; null when the project holds no tariff for it. */
export type PriceOf = (month: Month) => MonthPrice | null;

/** A membership in the first month counts with the terms of the day on which it starts. */
const dayOfTerms = (month: Month, startsOn: string) =>
  firstDayOf(month) < startsOn ? startsOn : firstDayOf(month);

/** The prices of a membership's months when such a payer pays. */
export const pricing =
  (membership: Membership, payer: PayerKind, riskGroup: RiskGroup | null): PriceOf =>
  (month) => {
    const terms = termsOn(membership.terms, dayOfTerms(month, membership.startsOn));
    const calculation = contributionFor({ ...terms, riskGroup }, payer, month);
    return calculation && { month, terms, totalRupiah: totalRupiah(calculation.amounts), ...calculation };
  };
