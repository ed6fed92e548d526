export * from './database.js';
export * from './open-database.js';
export * from './outage.js';
export type { Transaction } from './transaction.js';
