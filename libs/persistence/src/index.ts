export type { CopyValue } from './copy.js';
export * from './database.js';
export { onceThere } from './once-there.js';
export * from './open-database.js';
export * from './outage.js';
export type { Transaction } from './transaction.js';
