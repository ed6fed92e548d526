import type { Transaction } from '#libs/persistence';

/** Locks what is told about the persons of these partitions, until the transaction ends. */
export const lockPersons = (tx: Transaction, partitions: Iterable<number>): Promise<void> =>
  tx.lock([...partitions].map((partition) => `person:${partition}`));
