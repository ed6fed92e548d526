import { firstDayOf, type Month, type PayerKind } from '#libs/kernel';
import type { Membership } from '../account/membership.js';
import { termsOn, type Terms } from '../account/terms.js';
import { totalRupiah, type Amounts } from '../rates/amounts.js';
import { contributionFor, type RiskGroup } from '../rates/monthly-contribution.js';

/** What one month of a membership costs, by the terms in force at its beginning. */
export interface MonthPrice {
  readonly month: Month;
  readonly terms: Terms;
  readonly amounts: Amounts;
  readonly totalRupiah: number;
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
    const amounts = contributionFor({ ...terms, riskGroup }, payer, month);
    return amounts && { month, terms, amounts, totalRupiah: totalRupiah(amounts) };
  };
