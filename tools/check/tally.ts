/** How many of something held, and what to read about the rest. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** What went wrong, as it is shown; empty when nothing did. */
  readonly problems: readonly string[];
}

export const add = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  problems: tallies.flatMap(({ problems }) => problems),
});

/** The last line of a run, which programs read. */
export const lastLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

/** A run is good when something was tried and nothing failed. */
export const exitCode = ({ passed, failed }: Tally): number => (passed > 0 && failed === 0 ? 0 : 1);
