export type { CopyValue } from './copy.js';
export * from './database.js';
export * from './open-database.js';
export * from './outage.js';
export type { Transaction } from './transaction.js';
