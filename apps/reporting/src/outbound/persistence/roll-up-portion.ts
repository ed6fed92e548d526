/** A roll-up is to be over by then: until it is, no relay of a service on the same PostgreSQL tells what was written since. */
const SOON_MS = 2_000;
/** What a process begins with, knowing nothing of its machine. */
export const FIRST_PORTION = 8;

/** What the last roll-up took, and whether it left something. */
export interface LastRollUp {
  readonly batches: number;
  readonly tookMs: number;
  readonly leftOver: boolean;
}

/** How many batches the next roll-up takes, from 1 to `most`: half as many when it was slow, twice as many when it was fast and left some. */
export const nextPortion = ({ batches, tookMs, leftOver }: LastRollUp, most: number): number => {
  if (tookMs > SOON_MS) return Math.max(1, Math.floor(batches / 2));
  return leftOver && tookMs < SOON_MS / 2 ? Math.min(most, batches * 2) : batches;
};
