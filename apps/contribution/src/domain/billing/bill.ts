import { dueOn, type Day, type Month, type Reason } from '#libs/kernel';
import type { Account } from '../account/account.js';
import type { Membership } from '../account/membership.js';
import { termsOn } from '../account/terms.js';
import type { RiskGroup } from '../rates/monthly-contribution.js';
import { lateFeeFor, lateFeesDue, lateFeesFor, type LateFee } from './late-fee.js';
import { arrearsMonths, monthsToPay, startedMonths } from './months-due.js';
import { pricing, type MonthPrice, type PriceOf } from './price.js';

/** A month that can be paid, what it costs, and until when it is to be paid. */
export interface BilledMonth extends Pick<MonthPrice, 'month' | 'amounts' | 'totalRupiah' | 'steps'> {
  readonly dueOn: Day;
  /** What paying it today would be charged for being late; null: it is in time, or no fee is charged. */
  readonly lateFee: LateFee | null;
}

/** What there is to pay. */
export interface Billed {
  /** Whole unpaid months before this one, counted to three: three are not charged any more. None for an event. */
  readonly arrearsMonths: number;
  readonly months: readonly BilledMonth[];
  readonly monthsRupiah: number;
  /** Fees of months that were paid late before and of those here; they are paid with months, never alone. */
  readonly lateFeesRupiah: number;
}

/** Months with their fees, or months alone: either may be paid, and fees that are not stay owed. */
export const amountsOf = ({ monthsRupiah, lateFeesRupiah }: Billed): readonly number[] => [
  monthsRupiah,
  monthsRupiah + lateFeesRupiah,
];

/** The unpaid months through the given one, as a payment on that day without stated months would count them. */
export const billOf = (
  account: Account,
  membership: Membership,
  riskGroup: RiskGroup | null,
  asked: { readonly today: Day; readonly through: Month },
): Billed | Reason => {
  const payer = termsOn(membership.terms, asked.today).payerKind;
  const priceOf = pricing(membership, payer, riskGroup);
  const prices = pricesThrough(asked.through, payableMonths(account, membership, asked.today), priceOf);
  if (prices === null) return 'segment-not-billed-yet';
  const arrears = membership.eventCover ? 0 : arrearsMonths(account, membership, asked.today);
  return { arrearsMonths: arrears, ...billed(prices, account, asked.today) };
};

const payableMonths = (account: Account, membership: Membership, today: Day): Iterable<Month> => {
  const { eventCover } = membership;
  if (!eventCover) return monthsToPay(account, membership, today);
  return account.eventPaid ? [] : startedMonths(eventCover);
};

const pricesThrough = (
  through: Month,
  months: Iterable<Month>,
  priceOf: PriceOf,
): readonly MonthPrice[] | null => {
  const prices: MonthPrice[] = [];
  for (const month of months) {
    if (month > through) break;
    const price = priceOf(month);
    if (price === null) return null;
    prices.push(price);
  }
  return prices;
};

const billed = (
  prices: readonly MonthPrice[],
  { lateFeesOwedRupiah }: Account,
  today: Day,
): Omit<Billed, 'arrearsMonths'> => ({
  months: prices.map((price) => {
    const { month, amounts, totalRupiah, steps, terms } = price;
    const lateFee = lateFeeFor(price, today);
    return { month, amounts, totalRupiah, steps, dueOn: dueOn(terms.segment, month), lateFee };
  }),
  monthsRupiah: prices.reduce((rupiah, { totalRupiah }) => rupiah + totalRupiah, 0),
  lateFeesRupiah: lateFeesDue(lateFeesOwedRupiah, lateFeesFor(prices, today)),
});
