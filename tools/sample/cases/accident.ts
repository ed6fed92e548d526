import { addDays, addMonthsToDay, daysBetween, type Day } from '#libs/kernel';
import { Chance } from '../chance/chance.js';
import { dayOf } from '../instants.js';
import { meansOf } from '../messages/sign-up-message.js';
import { bpuBasisRupiah } from '../money/rates.js';
import type { Story } from '../story.js';
import { caseOf } from './cases.js';
import { claimantOf } from './claimants.js';

/** What the claim of an accident is for: its care, or the days that somebody could not work. */
export type Accident =
  | { readonly benefit: 'accident-care' }
  | {
      readonly benefit: 'accident-income';
      readonly amountRupiah: number;
      readonly from: Day;
      readonly through: Day;
    };

const INCOME_SHARE = 0.3;
/** A day without work beyond whole months pays so much of a month. */
const DAYS_OF_MONTH = 30;

/** All of the basis for each month without work, and its share for the days beyond, rounded half up. */
export const incomeRupiah = (basisRupiah: number, from: Day, through: Day): number => {
  const until = addDays(through, 1);
  let months = 0;
  while (addMonthsToDay(from, months + 1) <= until) months += 1;
  const days = daysBetween(addMonthsToDay(from, months), until);
  return basisRupiah * months + Math.floor((2 * basisRupiah * days + DAYS_OF_MONTH) / (2 * DAYS_OF_MONTH));
};

/** What the `rank`-th accident of the story is claimed for; who lost income did so until the day before the claim. */
export const accidentOf = (story: Story, rank: number): Accident => {
  const isIncome = new Chance(story.seed, 'accident', rank).happens(INCOME_SHARE);
  if (!isIncome) return { benefit: 'accident-care' };
  const { occurredOn: from, submittedAt } = caseOf(story.seed, story.periods, 'JKK', rank);
  const through = addDays(dayOf(submittedAt), -1);
  const person = claimantOf(story, 'JKK', rank);
  const means = meansOf(story, person, 0, story.life(person).enrolments[0]!);
  const amountRupiah = incomeRupiah(bpuBasisRupiah(means.incomeRupiah), from, through);
  return { benefit: 'accident-income', amountRupiah, from, through };
};
