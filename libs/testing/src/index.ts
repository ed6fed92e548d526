export * from './begin-behind.js';
export * from './decider.js';
export * from './eventually.js';
export * from './messages.js';
export * from './service-process.js';
export * from './test-database.js';
