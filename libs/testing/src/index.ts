export * from './begin-behind.js';
export * from './decider.js';
export * from './documented-answers.js';
export * from './eventually.js';
export * from './messages.js';
export * from './operations.js';
export * from './service-process.js';
export * from './test-database.js';
