import type { Answered } from '../api/client.js';
import type { Shown } from '../words/shown.js';
import type { Definition, Input } from './definition.js';

/** What is said of a number of an answer that is no figure of a region. */
export const definitionOfAnswer = (
  { address }: Pick<Answered<unknown>, 'address'>,
  said: { readonly title: string; readonly meaning: string; readonly calculation?: string | null },
  inputs: readonly Input[],
): Definition => ({ calculation: null, ...said, inputs, address, hasCsv: false, freshness: null });

/** A period as inputs show it. */
export const ofPeriod = (
  { from, through }: { readonly from: string; readonly through: string },
  { words, day }: Shown,
): readonly Input[] => [
  [words.definitions.from, day(from)],
  [words.definitions.through, day(through)],
];
