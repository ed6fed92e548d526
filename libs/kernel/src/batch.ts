import type { Outcome } from './outcome.js';

/**
 * Commands that take the one write path together: a slice of a topic's partition, some HTTP requests, rows of a file.
 * The store opens it inside its transaction and settles it there, last of all; nobody else looks inside.
 */
export interface Batch<Item> {
  /** What came, in order. Use cases derive from it which aggregates are concerned. */
  readonly items: readonly Item[];
  /** Called first inside the transaction: the items that may go on now (the others wait behind a parked one). */
  open(transaction: unknown): Promise<readonly Item[]>;
  /** Called last inside the transaction, with one outcome for each opened item, in order. */
  settle(transaction: unknown, outcomes: readonly Outcome<unknown>[]): Promise<void>;
}

/** Items that come from no topic: all may go on, and no position is to be moved. */
export const plainBatch = <Item>(items: readonly Item[]): Batch<Item> => ({
  items,
  open: async () => items,
  settle: async () => {},
});
