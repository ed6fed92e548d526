import type { Numbered } from './numbered.js';
import type { Shown } from './shown.js';

/** What a number means, in words. */
export const meaningOf = ({ reference, answer, row }: Numbered, { words }: Shown): string => {
  const { definitions } = words;
  const { metric } = reference;
  if (metric === 'persons') return definitions.measures[answer.measure];
  if (metric === 'needed') return definitions.needed[row?.target?.kind ?? 'coverage'];
  return definitions[metric];
};
