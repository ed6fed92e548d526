import type { Row } from '../api/answers.js';

/** A region among those that are missing most. */
export interface Ranked<Entry> {
  readonly entry: Entry;
  readonly row: Row;
  readonly gap: number;
  /** The persons that the region would bring if each carried the share that its gap is of all gaps. */
  readonly share: number;
  /** All that are missing, in all regions. */
  readonly allGaps: number;
}

/** By the most missing; where as many are missing, by code. */
const byGap = (a: { gap: number; row: Row }, b: { gap: number; row: Row }): number =>
  b.gap - a.gap || (a.row.region ?? '').localeCompare(b.row.region ?? '');

/**
 * Regions by missing persons, largest first, with what each would bring of those needed in all: shares are cut to whole
 * persons, and those left over go one by one to the largest gaps, so that they add up.
 */
export const rankByGap = <Entry>(
  entries: readonly { readonly entry: Entry; readonly row: Row }[],
  needed: number,
): readonly Ranked<Entry>[] => {
  const missing = entries
    .flatMap(({ entry, row }) => (row.gap !== null && row.gap > 0 ? [{ entry, row, gap: row.gap }] : []))
    .sort(byGap);
  const all = missing.reduce((sum, { gap }) => sum + gap, 0);
  if (all === 0) return [];
  const whole = missing.map(({ gap }) => Math.floor((gap * needed) / all));
  const left = needed - whole.reduce((sum, share) => sum + share, 0);
  return missing.map((ranked, index) => ({
    ...ranked,
    share: whole[index]! + (index < left ? 1 : 0),
    allGaps: all,
  }));
};
