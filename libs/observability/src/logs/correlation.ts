import { AsyncLocalStorage } from 'node:async_hooks';

const correlation = new AsyncLocalStorage<string>();

/** Does the work so that every line logged by it, however deep, carries the correlation id. */
export const correlated = <T>(correlationId: string, work: () => T): T =>
  correlation.run(correlationId, work);

/** What the present work adds to each of its log lines. */
export const presentCorrelation = (): { correlationId?: string } => {
  const correlationId = correlation.getStore();
  return correlationId === undefined ? {} : { correlationId };
};
