import { percentageText } from '../figures/ratio.js';
import type { PublishedDenominator, PublishedFigure, PublishedStock } from './published-figure.js';

type Printed = PublishedStock | PublishedDenominator;

/** What the same paper prints for the same day and the same regions. */
const besides = <Kind extends Printed['kind']>(
  figure: { readonly source: string; readonly asOf: string; readonly regions: readonly string[] },
  kind: Kind,
  all: readonly PublishedFigure[],
): Extract<Printed, { kind: Kind }> | undefined =>
  all.find(
    (each): each is Extract<Printed, { kind: Kind }> =>
      each.kind === kind &&
      'asOf' in each &&
      each.source === figure.source &&
      each.asOf === figure.asOf &&
      each.regions.join(',') === figure.regions.join(','),
  );

/**
 * The figure worked out again from what was printed beside it: a share as text, truncated to two decimals, a gap as
 * persons. Null where it is not made of others, or these were not printed.
 */
export const recompute = (
  figure: PublishedFigure,
  all: readonly PublishedFigure[],
): string | number | null => {
  if (figure.kind === 'denominator')
    return figure.ofValue === undefined ? null : percentageText(figure.value, figure.ofValue);
  if (figure.kind !== 'coverage' && figure.kind !== 'gap') return null;
  const members = besides(figure, 'stock', all);
  const people = besides(figure, 'denominator', all);
  if (members === undefined || people === undefined) return null;
  return figure.kind === 'gap' ? people.value - members.value : percentageText(members.value, people.value);
};

const HUNDREDTHS = 100;

/** A printed share in hundredths of a per cent: `44,24%` is 4424. */
const hundredthsOf = (share: string): number =>
  Math.round(Number(share.replace('%', '').replace(',', '.')) * HUNDREDTHS);

/** Ours less the printed one: numbers as they are, shares in percentage points. */
export const differenceOf = (ours: string | number, printed: string | number): number => {
  if (typeof ours === 'number' && typeof printed === 'number') return ours - printed;
  return (hundredthsOf(String(ours)) - hundredthsOf(String(printed))) / HUNDREDTHS;
};
