import { NEVER, type DayNumber } from './day-number.js';
import type { Residence } from './fact.js';
import type { ResidenceStatement } from './knowledge.js';
import { UNMAPPED } from './terms.js';

/** Where the person lives over the days `from` … `end` (not included). */
export interface Stay {
  readonly from: DayNumber;
  readonly end: DayNumber;
  readonly region: Residence;
}

/**
 * The person's residence over all days, oldest first: of the statements the one with the latest effective day that is
 * not after the day, of several for one day the one recorded later (the list comes in this order); before the first
 * known one: that one. Nothing stated: unmapped.
 */
export const staysOf = (statements: readonly ResidenceStatement[]): readonly Stay[] => {
  const stays: Stay[] = [];
  statements.forEach((statement, place) => {
    const next = statements[place + 1]?.effectiveOn ?? NEVER;
    if (next === statement.effectiveOn) return;
    const from = stays.length === 0 ? -NEVER : statement.effectiveOn;
    stays.push({ from, end: next, region: statement.residence });
  });
  return stays.length === 0 ? [{ from: -NEVER, end: NEVER, region: UNMAPPED }] : stays;
};
