import { html, type Html } from './html.js';

export const METRICS = [
  'persons',
  'coverage',
  'denominator',
  'gap',
  'needed',
  'share',
  'sumOfParts',
  'overlap',
  'lag',
  'applied',
] as const;
export type Metric = (typeof METRICS)[number];

export const PLACES = ['figure', 'regions', 'cut', 'trend'] as const;
export type Place = (typeof PLACES)[number];

/** Which number of the page is meant: what it is, in which part of the page, of which row. */
export interface Reference {
  readonly metric: Metric;
  readonly place: Place;
  /** Code, part or day of the row; `total` for the answer as a whole. */
  readonly key: string;
}

/** The key of numbers that belong to the answer as a whole. */
export const TOTAL = 'total';

const written = ({ metric, place, key }: Reference): string => `${metric}@${place}:${key}`;

/** Reads a reference out of the page; null where it is none. */
export const referenceOf = (text: string): Reference | null => {
  const [, metric, place, key] = /^(\w+)@(\w+):(.+)$/.exec(text) ?? [];
  const known = METRICS.find((each) => each === metric);
  const knownPlace = PLACES.find((each) => each === place);
  return known && knownPlace && key ? { metric: known, place: knownPlace, key } : null;
};

/** A number that opens its definition. In tables only the first can be tabbed to; arrows go on from there. */
export const number = (
  text: string,
  reference: Reference,
  { className = '', isTabStop = true }: { className?: string; isTabStop?: boolean } = {},
): Html =>
  html`<button
    type="button"
    class="number ${className}"
    data-define="${written(reference)}"
    aria-haspopup="dialog"
    ${isTabStop ? '' : html`tabindex="-1"`}
  >
    ${text}
  </button>`;
