import type { Day, Month, Programme, Segment } from '#libs/kernel';
import type { Amounts } from '../rates/amounts.js';

/** Money received for a run of months of one membership, or for the days of an event, and the cover that it gives. */
export interface Contribution {
  readonly contributionId: string;
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  /** In a row, ascending; empty for event cover. */
  readonly months: readonly Month[];
  readonly from: Day;
  readonly through: Day;
  readonly amountRupiah: number;
  /** They add up to the amount. */
  readonly amounts: Amounts;
}
