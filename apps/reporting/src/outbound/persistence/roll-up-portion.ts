/** What the last roll-up took, and whether it left something. */
export interface LastRollUp {
  readonly batches: number;
  readonly tookMs: number;
  readonly leftOver: boolean;
}

/** What bounds a roll-up. */
export interface Bounds {
  /** How many batches one statement takes at most. */
  readonly most: number;
  /** It is to be over by then: until it is, no relay of a service on the same PostgreSQL tells what was written since. */
  readonly withinMs: number;
}

/** How many batches the next roll-up takes, from 1 to `most`: half as many when it was slow, twice as many when it was fast and left some. */
export const nextPortion = (
  { batches, tookMs, leftOver }: LastRollUp,
  { most, withinMs }: Bounds,
): number => {
  if (tookMs > withinMs) return Math.max(1, Math.floor(batches / 2));
  return leftOver && tookMs < withinMs / 2 ? Math.min(most, batches * 2) : batches;
};
