import type { DenominatorRequest, TargetRequest } from '../api/answers.js';

/** What was written into the fields of a form, by name. */
export type Written = Readonly<Record<string, string>>;

const textIn = (written: Written, name: string): string => (written[name] ?? '').trim();
const textOrNull = (written: Written, name: string): string | null => textIn(written, name) || null;

/** Codes, separated by blanks, commas or semicolons. */
const regionsIn = (written: Written): string[] =>
  textIn(written, 'regions')
    .split(/[\s,;]+/)
    .filter((code) => code !== '');

const PER_CENT = 100;
/** Finer than any share that was ever printed; what binary fractions add is cut away. */
const SHARE_DIGITS = 6;

/** A count of people as a planner wrote it. */
export const denominatorIn = (written: Written): DenominatorRequest => ({
  definition: textIn(written, 'definition'),
  regions: regionsIn(written),
  value: Number(textIn(written, 'value')),
  asOf: textIn(written, 'asOf'),
  source: textIn(written, 'source'),
  use: textIn(written, 'use') === 'named' ? 'named' : 'default',
});

/** An aim as a planner wrote it; shares are written in per cent. */
export const targetIn = (written: Written): TargetRequest => {
  const kind = (['stock', 'new'] as const).find((each) => each === written['kind']) ?? 'coverage';
  const value = Number(textIn(written, 'value'));
  return {
    kind,
    value: kind === 'coverage' ? Number((value / PER_CENT).toFixed(SHARE_DIGITS)) : value,
    base: textOrNull(written, 'definition'),
    regions: regionsIn(written),
    from: textOrNull(written, 'from'),
    through: textOrNull(written, 'through'),
    publisher: textIn(written, 'publisher'),
    source: textIn(written, 'source'),
  };
};
