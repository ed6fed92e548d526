import { addDays, addMonths, firstDayOf, type Day, type Month, type PayerKind } from '#libs/kernel';
import { Chance } from '../chance/chance.js';
import type { Gateway } from '../money/gateways.js';
import { inJakarta, type Seconds } from '../instants.js';

/** An employer, a budget or an organiser that pays for many at once, by lines. */
export interface Group {
  /** Its code as payer, and as employer where it is one. */
  readonly code: string;
  readonly name: string;
  readonly payer: PayerKind;
  readonly gateway: Gateway;
  /** Persons `first` … `first + count - 1`. */
  readonly first: number;
  readonly count: number;
  /** The first month paid for; null for an organiser, who pays for the days of a contest. */
  readonly from: Month | null;
  /** Months that each payment is for. */
  readonly months: number;
  readonly payments: number;
  /** The days of the contest. */
  readonly contest: { readonly name: string; readonly from: Day; readonly through: Day } | null;
}

/** The first month of the group's `number`-th payment (from 0). */
export const firstMonthOf = ({ from, months }: Group, number: number): Month | null =>
  from === null ? null : addMonths(from, number * months);

/** When the group makes its `number`-th payment (from 0): in the first days of the months, or the day before a contest. */
export const groupPaysAt = (seed: number, index: number, group: Group, number: number): Seconds => {
  const chance = new Chance(seed, `pays-${number}`, index);
  const month = firstMonthOf(group, number);
  const on =
    month === null ? addDays(group.contest!.from, -1) : addDays(firstDayOf(month), chance.between(0, 12));
  return inJakarta(on, chance.between(8, 16), chance.between(0, 59));
};

const NEWCOMER_SHARE = 0.25;

/** From which payment on a member of the group is among those paid for. */
export const joinsAt = (chance: Chance, { payments }: Group): number =>
  payments > 1 && chance.happens(NEWCOMER_SHARE) ? chance.between(1, payments - 1) : 0;

/** When a member signs up: founding members on one day by list, newcomers each for themselves, all before the months begin. */
export const groupSignsUpAt = (
  seed: number,
  index: number,
  group: Group,
  joins: number,
  person: number,
): Seconds => {
  const month = firstMonthOf(group, joins);
  const begins = month === null ? group.contest!.from : firstDayOf(month);
  const listed = new Chance(seed, 'list', index);
  const chance = joins === 0 && month !== null ? listed : new Chance(seed, 'newcomer', person);
  const on = addDays(begins, -chance.between(3, 20));
  return inJakarta(on, chance.between(8, 16), chance.between(0, 59), (person - group.first) % 60);
};

/** The day that cover by the group begins for those who join with its `joins`-th payment. */
export const groupStartsOn = (group: Group, joins: number): Day =>
  group.contest?.from ?? firstDayOf(firstMonthOf(group, joins)!);
