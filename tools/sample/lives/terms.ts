import { addDays, addMonths, firstDayOf, lastDayOf, monthsBetween, type Month } from '#libs/kernel';
import { Lots, type Chance } from '../chance/chance.js';
import { PAYROLL, SELF_GATEWAYS } from '../money/gateways.js';
import { inJakarta, STORY_ENDS_AT, type Seconds } from '../instants.js';
import type { Term } from './life.js';

/** How many months people pay at once, by how many they still need. */
const LENGTHS: readonly (readonly [needed: number, lots: Lots<number>])[] = [
  [
    18,
    new Lots([
      [24, 84],
      [12, 16],
    ]),
  ],
  [
    10,
    new Lots([
      [12, 96],
      [6, 4],
    ]),
  ],
  [
    5,
    new Lots([
      [12, 70],
      [6, 30],
    ]),
  ],
  [
    3,
    new Lots([
      [12, 42],
      [6, 40],
      [3, 18],
    ]),
  ],
  [
    0,
    new Lots([
      [12, 34],
      [6, 30],
      [3, 28],
      [1, 8],
    ]),
  ],
];

/** How many months someone pays for at once who needs so many. */
export const lengthFor = (needed: number, chance: Chance): number =>
  LENGTHS.find(([least]) => needed >= least)![1].draw(chance);

const BY_NIK_SHARE = 0.5;
const LATE_REPORT_SHARE = 0.03;
const DAY_SECONDS = 86_400;
const YEAR = 12;
/** From so many days before the first month begins to so many after; the due day is the 15th. */
const EARLIEST_DAYS = -12;
const LATEST_DAYS = 14;

const after = ({ from, months }: Term): Month => addMonths(from, months);

const atMost = (at: Seconds): Seconds => Math.min(at, STORY_ENDS_AT - 60);

/** When the gateway tells of a payment: within minutes, now and then a day or two later. */
export const reportedAt = (settledAt: Seconds, chance: Chance): Seconds => {
  const delay = chance.between(2, 600);
  const late = chance.happens(LATE_REPORT_SHARE) ? chance.between(1, 2) * DAY_SECONDS : 0;
  return Math.max(settledAt, Math.min(settledAt + delay + late, STORY_ENDS_AT));
};

/** A payment for `months` months from `from` on; self-employed people pay for themselves unless said otherwise. */
export const term = (
  chance: Chance,
  stated: Pick<Term, 'from' | 'months' | 'settledAt'> & Partial<Term>,
): Term => {
  const gateway = stated.gateway ?? SELF_GATEWAYS.draw(chance);
  const settledAt = atMost(stated.settledAt);
  return {
    gateway,
    recordedAt: reportedAt(settledAt, chance),
    statesMonths: true,
    byNik: gateway.asksForNik && chance.happens(BY_NIK_SHARE),
    surplusRupiah: 0,
    reversedAt: null,
    ...stated,
    settledAt,
  };
};

/** The same payment, but not before `least`. */
const notBefore = (least: Seconds, paid: Term): Term => {
  const settledAt = atMost(Math.max(paid.settledAt, least));
  return { ...paid, settledAt, recordedAt: Math.max(paid.recordedAt, settledAt) };
};

/** A payment at about the time when its first month begins. */
export const termInSeason = (
  chance: Chance,
  from: Month,
  months: number,
  stated: Partial<Term> = {},
): Term => {
  const on = addDays(firstDayOf(from), chance.between(months > YEAR ? 0 : EARLIEST_DAYS, LATEST_DAYS));
  const settledAt = inJakarta(on, chance.between(7, 20), chance.between(0, 59));
  return term(chance, { from, months, settledAt, ...stated });
};

const FIRST_PAYMENT_WITHIN_DAYS = 3;
/** Some leave the months to the rule: it must come to the months that they mean. */
const MONTHS_UNSTATED_SHARE = 0.3;

/** The first payment: soon after signing up, and before the first month is over. */
export const firstTerm = (chance: Chance, signedUpAt: Seconds, from: Month, months: number): Term => {
  const soon = signedUpAt + chance.between(300, FIRST_PAYMENT_WITHIN_DAYS * DAY_SECONDS);
  const settledAt = Math.min(soon, inJakarta(lastDayOf(from), 22));
  const first = term(chance, { from, months, settledAt: Math.max(settledAt, signedUpAt + 60) });
  return first.byNik ? first : { ...first, statesMonths: !chance.happens(MONTHS_UNSTATED_SHARE) };
};

/** Payments one after the other from `first` on until `until` is paid for, or exactly so far where `exact`. */
export const termsUntil = (chance: Chance, first: Term, until: Month, exact = false): Term[] => {
  const terms = [first];
  for (let last = first, next = after(last); next <= until; next = after(last)) {
    const needed = monthsBetween(next, until) + 1;
    const length = lengthFor(needed, chance);
    last = notBefore(
      last.recordedAt + 60,
      termInSeason(chance, next, exact ? Math.min(length, needed) : length),
    );
    terms.push(last);
  }
  return terms;
};

/** An employer pays for one worker alone, from one month to another, a year at a time at most. */
export const payrollTerms = (chance: Chance, signedUpAt: Seconds, from: Month, until: Month): Term[] => {
  const terms: Term[] = [];
  for (let next = from; next <= until; next = addMonths(next, YEAR)) {
    const months = Math.min(YEAR, monthsBetween(next, until) + 1);
    const least = (terms.at(-1)?.recordedAt ?? signedUpAt) + 3_600;
    terms.push(notBefore(least, termInSeason(chance, next, months, { gateway: PAYROLL, byNik: false })));
  }
  return terms;
};
