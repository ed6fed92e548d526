const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * How long to wait before the next attempt, in milliseconds: twice as long each time, at most half a minute, and
 * somewhere in the upper half of that, so that pages that were cut off together do not come back together.
 * @param attempt 0 for the first after a failure; @param chance from 0 to below 1
 */
export const waitMs = (attempt: number, chance: number): number => {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  return Math.round(longest * (0.5 + chance / 2));
};
