import {
  addMonths,
  firstDayOf,
  lastDayOf,
  type Day,
  type Month,
  type PayerKind,
  type Reason,
} from '#libs/kernel';
import type { Account } from '../account/account.js';
import type { EventDays, Membership } from '../account/membership.js';
import type { Contribution } from '../account/contribution.js';
import { isPaid } from '../account/paid-months.js';
import { NO_LATE_FEES, type LateFees } from '../account/late-fees.js';
import { added, totalRupiah } from '../rates/amounts.js';
import type { RiskGroup } from '../rates/monthly-contribution.js';
import { lateFeesDue, lateFeesFor } from './late-fee.js';
import { isDue, monthsToPay, startedMonths } from './months-due.js';
import { pricing, type MonthPrice, type PriceOf } from './price.js';

/** Money that is to be for one membership. */
export interface Paying {
  readonly payerKind: PayerKind;
  readonly amountRupiah: number;
  /** The Jakarta day on which the gateway settled it: this decides, not the day on which it is heard of. */
  readonly settledOn: Day;
  /** The months that it is stated to be for; null: to be counted. Event cover needs none. */
  readonly months: readonly Month[] | null;
}

/** A contribution that has no id yet. */
export type NewContribution = Omit<Contribution, 'contributionId'>;

/** What the money covers, all of it; or why it covers nothing. */
export type Cover =
  | {
      readonly kind: 'covers';
      readonly contributions: readonly NewContribution[];
      readonly lateFees: LateFees;
    }
  | { readonly kind: 'refused'; readonly reason: Reason };

const refusal = (reason: Reason): Cover => ({ kind: 'refused', reason });

/** Which months or days a payment covers, one contribution for each run of months in a row. */
export const coverOf = (
  paying: Paying,
  account: Account,
  membership: Membership,
  riskGroup: RiskGroup | null,
): Cover => {
  const priceOf = pricing(membership, paying.payerKind, riskGroup);
  if (membership.eventCover) return eventCover(paying, account, membership.eventCover, priceOf);
  return paying.months === null
    ? countedMonths(paying, account, membership, priceOf)
    : namedMonths(paying, paying.months, account, membership, priceOf);
};

const totalOf = (prices: readonly MonthPrice[]): number =>
  prices.reduce((sum, price) => sum + price.totalRupiah, 0);

const namedMonths = (
  paying: Paying,
  months: readonly Month[],
  account: Account,
  membership: Membership,
  priceOf: PriceOf,
): Cover => {
  if (new Set(months).size < months.length) return refusal('month-repeated');
  if (!months.every((month) => isDue(membership, month))) return refusal('month-not-due');
  if (months.some((month) => isPaid(account.paid, month))) return refusal('month-already-paid');
  const prices = [...months].sort().map(priceOf);
  if (!prices.every((price) => price !== null)) return refusal('segment-not-billed-yet');
  const lateFees = feesPaidIn(paying, prices, account);
  return lateFees ? covers(prices, membership, lateFees) : refusal('amount-does-not-fit');
};

/**
 * The fees of the months when the amount is theirs, with all fees that are due or without any: then they stay owed and are
 * paid with a later month. Null when it is neither.
 */
const feesPaidIn = (
  { amountRupiah, settledOn }: Paying,
  prices: readonly MonthPrice[],
  { lateFeesOwedRupiah }: Account,
): LateFees | null => {
  const beyond = amountRupiah - totalOf(prices);
  const chargedRupiah = lateFeesFor(prices, settledOn);
  const isFees = beyond === 0 || beyond === lateFeesDue(lateFeesOwedRupiah, chargedRupiah);
  return isFees ? { chargedRupiah, paidRupiah: beyond } : null;
};

/** As many months as the amount pays exactly; where it pays no number of months, as many as it pays with the fees due. */
const countedMonths = (paying: Paying, account: Account, membership: Membership, priceOf: PriceOf): Cover => {
  const prices: MonthPrice[] = [];
  let withFees: Cover | null = null;
  for (const month of monthsToPay(account, membership, paying.settledOn)) {
    const price = priceOf(month);
    if (price === null) return refusal('segment-not-billed-yet');
    if (totalOf(prices) + price.totalRupiah > paying.amountRupiah) break;
    prices.push(price);
    const lateFees = feesPaidIn(paying, prices, account);
    if (lateFees?.paidRupiah === 0) return covers(prices, membership, lateFees);
    if (lateFees) withFees ??= covers(prices, membership, lateFees);
  }
  if (withFees) return withFees;
  const nothingDue = monthsToPay(account, membership, paying.settledOn).next().done === true;
  return refusal(nothingDue ? 'month-not-due' : 'amount-does-not-fit');
};

/** One month's contribution for each calendar month that the event touches. */
const eventCover = (paying: Paying, account: Account, days: EventDays, priceOf: PriceOf): Cover => {
  if (account.eventPaid) return refusal('month-already-paid');
  const prices = startedMonths(days).map(priceOf);
  if (!prices.every((price) => price !== null)) return refusal('segment-not-billed-yet');
  const contribution = { ...merged(prices), ...days, months: [] };
  if (contribution.amountRupiah !== paying.amountRupiah) return refusal('amount-does-not-fit');
  return { kind: 'covers', contributions: [contribution], lateFees: NO_LATE_FEES };
};

const covers = (prices: readonly MonthPrice[], { startsOn }: Membership, lateFees: LateFees): Cover => ({
  kind: 'covers',
  lateFees,
  contributions: inRuns(prices).map((run) => {
    const months = run.map(({ month }) => month);
    const firstDay = firstDayOf(months[0]!);
    return {
      ...merged(run),
      months,
      from: firstDay < startsOn ? startsOn : firstDay,
      through: lastDayOf(months.at(-1)!),
    };
  }),
});

const merged = (prices: readonly MonthPrice[]) => {
  const amounts = prices.map((price) => price.amounts).reduce(added);
  const { segment, programmes } = prices[0]!.terms;
  return { segment, programmes, amounts, amountRupiah: totalRupiah(amounts) };
};

/** Cuts where a month is missing, and where segment or programmes change: a contribution states one set of them. */
const inRuns = (prices: readonly MonthPrice[]): MonthPrice[][] => {
  const runs: MonthPrice[][] = [];
  for (const price of prices) {
    const before = runs.at(-1)?.at(-1);
    if (before && addMonths(before.month, 1) === price.month && sameProgrammes(before, price)) {
      runs.at(-1)!.push(price);
    } else runs.push([price]);
  }
  return runs;
};

const sameProgrammes = ({ terms: a }: MonthPrice, { terms: b }: MonthPrice) =>
  a === b || (a.segment === b.segment && a.programmes.join() === b.programmes.join());
