import { addDays, type Day } from '#libs/kernel';
import type { Target } from '../references/references.js';
import { PACE_DAYS, dayReached } from './progress.js';
import { goalOf } from './ratio.js';

/** What is counted in one of the parts that carry a target together. */
export interface Carrier {
  /** Persons who count towards the target. */
  readonly reached: number;
  /** The same as of the beginning of the pace's four weeks. */
  readonly reachedBefore: number;
  /** How many people there are; null where nobody has stated it. */
  readonly denominator: number | null;
  readonly registered: number;
}

/** By what a target is shared out: by how many people each part has, or how many are registered in it. */
export type SharedBy = 'denominator' | 'registered';

/** What a part carries of a target. */
export interface Share {
  /** Persons who have to be reached there. */
  readonly goal: number;
  readonly needed: number;
  /** When it is reached at the pace of the last four weeks; null when the pace is nought or less. */
  readonly projectedOn: Day | null;
}

/**
 * Whole numbers in proportion to the weights that add up to the total exactly: largest remainders first, of equal ones
 * the earlier. Null where nobody has any weight.
 */
export const apportion = (total: number, weights: readonly number[]): readonly number[] | null => {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (sum === 0n) return null;
  const exact = weights.map((weight) => BigInt(weight) * BigInt(total));
  const parts = exact.map((part) => Number(part / sum));
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((part, place) => ({ place, remainder: part % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.place - b.place : a.remainder < b.remainder ? 1 : -1));
  for (const { place } of byRemainder.slice(0, left)) parts[place]! += 1;
  return parts;
};

/** By the people of each part where all have been counted, otherwise by who is registered. */
const weighed = (
  carriers: readonly Carrier[],
): { readonly sharedBy: SharedBy; readonly weights: number[] } => {
  const people = carriers.flatMap(({ denominator }) => (denominator === null ? [] : [denominator]));
  return people.length === carriers.length
    ? { sharedBy: 'denominator', weights: people }
    : { sharedBy: 'registered', weights: carriers.map(({ registered }) => registered) };
};

const shareOf = (goal: number, { reached, reachedBefore }: Carrier, asOf: Day): Share => {
  const needed = Math.max(0, goal - reached);
  return { goal, needed, projectedOn: dayReached(asOf, needed, reached - reachedBefore, PACE_DAYS) };
};

/**
 * What each part has to carry of a target. One that has more than its share takes nothing off the others: what they need
 * adds up to at least what the whole does.
 * @param denominator how many people the whole has
 * @returns null where the target is a share of an unknown number of people, or nobody could carry anything
 */
export const shareOut = (
  target: Target,
  denominator: number | null,
  carriers: readonly Carrier[],
  asOf: Day,
): { readonly sharedBy: SharedBy; readonly shares: readonly Share[] } | null => {
  const goal = goalOf(target, denominator);
  const { sharedBy, weights } = weighed(carriers);
  const goals = goal === null ? null : apportion(goal, weights);
  if (goals === null) return null;
  return { sharedBy, shares: carriers.map((carrier, place) => shareOf(goals[place]!, carrier, asOf)) };
};

/** The day that a pace is measured from. */
export const paceFrom = (asOf: Day): Day => addDays(asOf, -PACE_DAYS);
