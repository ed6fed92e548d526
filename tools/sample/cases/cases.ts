import { addDays, type Day, type Programme } from '#libs/kernel';
import { shuffledRank } from '../chance/apportion.js';
import { Chance } from '../chance/chance.js';
import { periodOfCase, type ClaimPeriod } from './claim-periods.js';
import { dayBetween, dayOf, inJakarta, type Seconds } from '../instants.js';

/** What led to a benefit, and when: the event, the claim, the decision, the money. */
export interface Case {
  readonly programme: Programme;
  readonly period: ClaimPeriod;
  /** From 0, among the period's cases of the programme. */
  readonly rank: number;
  readonly occurredOn: Day;
  readonly submittedAt: Seconds;
  readonly decidedAt: Seconds;
  readonly paidAt: Seconds;
}

/** From the event to the money, in days: savings may be claimed a month after stopping, heirs claim within weeks. */
const DAYS_TO_PAYMENT: Readonly<Record<Programme, readonly [least: number, most: number]>> = {
  JHT: [38, 75],
  JKM: [9, 30],
  JKK: [20, 70],
  JP: [25, 60],
  JKP: [20, 50],
};

/** Job loss needs twelve months of contributions, which nobody of the story has before autumn 2023. */
const FIRST_JOB_LOSS_PAID_ON: Day = '2023-11-01';

const paidOn = ({ period, rank }: { period: ClaimPeriod; rank: number }, programme: Programme): Day => {
  const count = period.cases[programme];
  const from =
    programme === 'JKP' && period.from < FIRST_JOB_LOSS_PAID_ON ? FIRST_JOB_LOSS_PAID_ON : period.from;
  return dayBetween(from, period.through, (shuffledRank(rank, count) + 0.5) / count);
};

/**
 * The first savings of a period are paid five minutes into it and the second ones ten minutes before it ends: in UTC,
 * or counted by the wrong day, they would fall into another year.
 */
const paidAtOf = (period: ClaimPeriod, programme: Programme, rank: number, chance: Chance): Seconds => {
  if (programme === 'JHT' && rank === 0) return inJakarta(period.from, 0, 5);
  if (programme === 'JHT' && rank === 1) return inJakarta(period.through, 23, 50);
  return inJakarta(paidOn({ period, rank }, programme), chance.between(9, 15), chance.between(0, 59));
};

/** The `rank`-th case of a programme in the story. */
export const caseOf = (
  seed: number,
  periods: readonly ClaimPeriod[],
  programme: Programme,
  rank: number,
): Case => {
  const chance = new Chance(seed, `case-${programme}`, rank);
  const found = periodOfCase(periods, programme, rank);
  const paidAt = paidAtOf(found.period, programme, found.rank, chance);
  const back = (days: number) => addDays(dayOf(paidAt), -days);
  const decidedDaysBefore = chance.between(1, 2);
  const submittedDaysBefore = decidedDaysBefore + chance.between(1, 4);
  return {
    programme,
    ...found,
    occurredOn: back(chance.between(...DAYS_TO_PAYMENT[programme])),
    submittedAt: inJakarta(back(submittedDaysBefore), chance.between(8, 15), chance.between(0, 59)),
    decidedAt: inJakarta(back(decidedDaysBefore), chance.between(8, 15), chance.between(0, 59)),
    paidAt,
  };
};
