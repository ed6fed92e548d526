import type { Target } from '../api/answers.js';
import { aim } from '../format/numbers.js';
import type { Shown } from '../words/shown.js';

/** What a target asks for: `50%`, `63.000 orang`, `5.000 peserta baru`. */
export const aimOf = (
  { kind, value }: Pick<Target, 'kind' | 'value'>,
  { language, whole, words }: Shown,
): string => {
  if (kind === 'coverage') return aim(value, language);
  return kind === 'stock' ? words.stockPeople(whole(value)) : words.newPeople(whole(value));
};
