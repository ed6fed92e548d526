import type { SnapCase } from './snap-codes.js';

/** A request that is not taken, and in which of the standard's cases. */
export class SnapRefusal extends Error {
  constructor(
    readonly snapCase: SnapCase,
    readonly field?: string,
    /** What the answer carries beside the code. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${snapCase} ${field ?? ''}`);
  }
}
