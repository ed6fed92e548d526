import type { Shown } from '../words/shown.js';
import type { Numbered } from './numbered.js';

/** What a number means, in words. */
export const meaningOf = ({ metric, answer, row }: Numbered, { words }: Shown): string => {
  const { definitions } = words;
  if (metric === 'persons')
    return definitions.measures[answer.measure === 'registered' ? 'registered' : 'active'];
  if (metric === 'needed') return definitions.needed[row?.target?.kind ?? 'coverage'];
  return definitions[metric];
};
