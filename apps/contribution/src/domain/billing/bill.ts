import {
  addDays,
  addMonths,
  daysBetween,
  type Day,
  type Month,
  type Reason,
  type Segment,
} from '#libs/kernel';
import type { Account } from '../account/account.js';
import type { Membership } from '../account/membership.js';
import { termsOn } from '../account/terms.js';
import type { Amounts } from '../rates/amounts.js';
import type { RiskGroup } from '../rates/monthly-contribution.js';
import { monthsToPay, startedMonths } from './months-due.js';
import { pricing, type PriceOf } from './price.js';

/** A month that can be paid, what it costs, and until when it is to be paid. */
export interface BilledMonth {
  readonly month: Month;
  readonly amounts: Amounts;
  readonly totalRupiah: number;
  readonly dueOn: Day;
}

const DUE_DAY_OF_MONTH = '15';
/** A Monday, to count days of the week from. */
const MONDAY = '2024-01-01';

const nextWorkingDay = (day: Day): Day => {
  const dayOfWeek = ((daysBetween(MONDAY, day) % 7) + 7) % 7;
  return dayOfWeek < 5 ? day : addDays(day, 7 - dayOfWeek);
};

/**
 * Until when a month is to be paid: the self-employed by the 15th of the month itself, wage earners by the 15th of the
 * next one; on a weekend, the Monday after. Public holidays move it further; their calendar is not held here.
 */
export const dueOn = (segment: Segment, month: Month): Day =>
  nextWorkingDay(`${segment === 'PU' ? addMonths(month, 1) : month}-${DUE_DAY_OF_MONTH}`);

/** The unpaid months through the given one, as a payment on that day without stated months would count them. */
export const billOf = (
  account: Account,
  membership: Membership,
  riskGroup: RiskGroup | null,
  asked: { readonly today: Day; readonly through: Month },
): readonly BilledMonth[] | Reason => {
  const payer = termsOn(membership.terms, asked.today).payerKind;
  const priceOf = pricing(membership, payer, riskGroup);
  const { eventCover } = membership;
  if (eventCover)
    return billedMonths(account.eventPaid ? [] : startedMonths(eventCover), asked.through, priceOf);
  return billedMonths(monthsToPay(account, membership, asked.today), asked.through, priceOf);
};

const billedMonths = (
  months: Iterable<Month>,
  through: Month,
  priceOf: PriceOf,
): readonly BilledMonth[] | Reason => {
  const billed: BilledMonth[] = [];
  for (const month of months) {
    if (month > through) break;
    const price = priceOf(month);
    if (price === null) return 'segment-not-billed-yet';
    const { amounts, totalRupiah, terms } = price;
    billed.push({ month, amounts, totalRupiah, dueOn: dueOn(terms.segment, month) });
  }
  return billed;
};
