import type { Answered } from '../api/client.js';
import type { Shown } from '../words/shown.js';
import type { Definition, Input, Standing } from './definition.js';

/** What is said of a number, apart from where it comes from. */
export interface Said {
  readonly title: string;
  readonly meaning: string;
  readonly calculation?: string | null;
  readonly inputs: readonly Input[];
  readonly standing: Standing;
}

/** What is said of a number of an answer that is no figure of a region. */
export const definitionOfAnswer = (
  { address }: Pick<Answered<unknown>, 'address'>,
  said: Said,
): Definition => ({ calculation: null, ...said, address });

/** The address with its day written out, so that it gives this number tomorrow, too. */
export const pinned = (address: string, asOf: string): string => {
  if (/[?&](asOf|through)=/.test(address)) return address;
  return `${address}${address.includes('?') ? '&' : '?'}asOf=${asOf}`;
};

/** A period as inputs show it. */
export const ofPeriod = (
  { from, through }: { readonly from: string; readonly through: string },
  { words, day }: Shown,
): readonly Input[] => [
  [words.definitions.from, day(from)],
  [words.definitions.through, day(through)],
];

/** An input that may not be known, and is left out where it is not. */
export const ofKnown = <Value>(
  label: string,
  value: Value | null,
  text: (value: Value) => string,
): readonly Input[] => (value === null ? [] : [[label, text(value)]]);
