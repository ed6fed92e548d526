const FIRST_MS = 500;
const LONGEST_MS = 10_000;

/** How long to wait before a process is started again, after so many deaths in a row (1, 2, 3 …). */
export const backOffMs = (deathsInARow: number): number =>
  Math.min(FIRST_MS * 2 ** (deathsInARow - 1), LONGEST_MS);
