import type { Transaction } from '#libs/persistence';

/** Statements, inside a transaction or each for itself. */
export type Queries = Pick<Transaction, 'query'>;
