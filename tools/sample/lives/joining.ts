import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
  type Day,
  type Month,
} from '#libs/kernel';
import { Lots, type Chance } from '../chance/chance.js';
import { dayBetween, dayOf, inJakarta, STORY_DAY, type Seconds } from '../instants.js';
import { enrolment, type Enrolment } from './life.js';
import { firstTerm, lengthFor, termsUntil } from './terms.js';

/** The month whose 17th the figures speak about. */
export const STORY_MONTH: Month = monthOf(STORY_DAY);
/** Sign-ups end a day before the story does, so that every first payment still falls into it. */
const LAST_SIGN_UP_ON: Day = addDays(STORY_DAY, -1);

const months = (from: Month, through: Month): Month[] =>
  Array.from({ length: monthsBetween(from, through) + 1 }, (_, index) => addMonths(from, index));

/** When the self-employed of the story joined: many late in 2022, then about as many each month, more towards the end. */
export const JOIN_MONTHS = new Lots<Month>([
  ...months('2022-10', '2022-12').map((month) => [month, 7] as const),
  ...months('2023-01', '2023-12').map((month) => [month, 2.5] as const),
  ...months('2024-01', '2024-11').map((month) => [month, 3.4] as const),
  ['2024-12', 2],
]);

/** A time of day at which someone signs up. */
export const signUpOn = (chance: Chance, day: Day): Seconds =>
  inJakarta(day, chance.between(7, 20), chance.between(0, 59), chance.between(0, 59));

/** A sign-up on some day of the month. */
export const signUpIn = (chance: Chance, month: Month): Seconds => {
  const last = lastDayOf(month) < LAST_SIGN_UP_ON ? lastDayOf(month) : LAST_SIGN_UP_ON;
  return signUpOn(chance, dayBetween(firstDayOf(month), last, chance.share()));
};

const NEXT_MONTH_SHARE = 0.25;

/** Most want cover from the day on, some from the next month; nobody of the story's members after its last month. */
export const startFor = (chance: Chance, signedUpAt: Seconds): Day => {
  const day = dayOf(signedUpAt);
  const next = addMonths(monthOf(day), 1);
  return chance.happens(NEXT_MONTH_SHARE) && next <= STORY_MONTH ? firstDayOf(next) : day;
};

/** Someone who signs up at an instant and pays alone until a month (or exactly so far). */
export const paysUntil = (
  chance: Chance,
  signedUpAt: Seconds,
  until: Month,
  { exact = false, ...stated }: Partial<Enrolment> & { exact?: boolean } = {},
): Enrolment => {
  const startsOn = stated.startsOn ?? startFor(chance, signedUpAt);
  const from = monthOf(startsOn);
  const needed = Math.max(1, monthsBetween(from, until) + 1);
  const length = lengthFor(needed, chance);
  const first = firstTerm(chance, signedUpAt, from, exact ? Math.min(length, needed) : length);
  return enrolment({ signedUpAt, startsOn, terms: termsUntil(chance, first, until, exact), ...stated });
};
