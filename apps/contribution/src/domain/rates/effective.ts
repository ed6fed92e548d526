import type { Month } from '#libs/kernel';

/** A figure of a regulation with the first contribution month that it holds for; it holds until the next one begins. */
export interface Effective<Value> {
  readonly from: Month;
  readonly regulation: string;
  readonly value: Value;
}

/** The one in force in a month of a list in ascending order, with its regulation; undefined before the first. */
export const inForce = <Value>(
  history: readonly Effective<Value>[],
  month: Month,
): Effective<Value> | undefined => history.findLast(({ from }) => from <= month);
