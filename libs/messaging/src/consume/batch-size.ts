/** Messages of one transaction. Larger ones gain little and hold their locks longer. */
export const BATCH_MAX = 2_000;
/** With fewer, hardly anything is left but what each transaction costs. */
export const BATCH_LEAST = 250;
/** What a batch that went through adds for the next one. */
const GROWTH = 100;

/**
 * How many messages a transaction takes. On a machine that is overrun a large one takes so long that the database gives it up,
 * as one of a process that stands still, and all that was done for it is done again, for ever: so half as many are taken where
 * one failed, and a few more where one went through.
 */
export class BatchSize {
  /** So many at most. */
  most = BATCH_MAX;

  /** A batch went through, or did not. */
  ended(isThrough: boolean): void {
    this.most = isThrough
      ? Math.min(BATCH_MAX, this.most + GROWTH)
      : Math.max(BATCH_LEAST, Math.floor(this.most / 2));
  }
}
