export * from './health/health.js';
export type { LoggerOptions } from './logs/logger-options.js';
export * from './metrics/metrics.js';
export { observability } from './observability.module.js';
