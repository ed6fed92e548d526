import type { Batch, Outcome } from '#libs/kernel';
import type { RiskGroup } from '../domain/rates/monthly-contribution.js';

/** The entry of an employer in enrollment's register, as far as contributions depend on it. */
export interface EmployerEntry {
  readonly code: string;
  /** Null: not known. */
  readonly riskGroup: RiskGroup | null;
  /** Counts the entries of this employer; only the last is kept. */
  readonly sequence: number;
}

/** The risk groups of employers. */
export abstract class Employers {
  /**
   * Keeps the latest entry of each; one that is not above what is kept is ignored as a redelivery.
   * @param entryOf `null` where an item is about no employer
   */
  abstract keep<Item>(
    batch: Batch<Item>,
    entryOf: (item: Item) => EmployerEntry | null,
  ): Promise<readonly Outcome<EmployerEntry>[]>;
}
