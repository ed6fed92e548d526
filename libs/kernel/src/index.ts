export * from './assert-never.js';
export * from './batch.js';
export * from './clock.js';
export * from './day.js';
export * from './outcome.js';
export * from './reasons.js';
export * from './vocabulary.js';
