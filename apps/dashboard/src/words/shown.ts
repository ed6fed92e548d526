import type { Row } from '../api/answers.js';
import { coverageText, percent, percentagePoints, rupiah, whole } from '../format/numbers.js';
import { longDay } from '../format/days.js';
import type { Language } from './language.js';
import { nameOfCode, wordsIn, type Words } from './words.js';

/** A language with its dictionary and its ways of writing numbers and days. */
export interface Shown {
  readonly language: Language;
  readonly words: Words;
  readonly whole: (value: number) => string;
  /** Whole rupiah: `Rp219.576.000`. */
  readonly rupiah: (value: number) => string;
  readonly day: (day: string) => string;
  /** Persons and other counts, of which null is masked or unknown. */
  readonly count: (value: number | null, row?: Pick<Row, 'masked'>) => string;
  readonly ratio: (ratio: number | null) => string;
  /** By how much one share differs from another, without a unit: `40,00`. */
  readonly points: (difference: number) => string;
  readonly coverage: (row: Row) => string;
  /** A share as the service writes it, with a decimal comma. */
  readonly share: (text: string) => string;
  readonly code: (code: string) => string;
}

const made = (language: Language): Shown => {
  const words = wordsIn(language);
  const missing = (row?: Pick<Row, 'masked'>) => (row?.masked ? words.masked : words.unknown);
  return {
    language,
    words,
    whole: (value) => whole(value, language),
    rupiah: (value) => rupiah(value, language),
    day: (day) => longDay(day, language),
    count: (value, row) => (value === null ? missing(row) : whole(value, language)),
    ratio: (ratio) => (ratio === null ? words.unknown : percent(ratio, language)),
    points: (difference) => percentagePoints(difference, language),
    coverage: (row) => (row.coverageText === null ? missing(row) : coverageText(row.coverageText, language)),
    share: (text) => coverageText(text, language),
    code: (code) => nameOfCode(code, words),
  };
};

const SHOWN: Readonly<Record<Language, Shown>> = { id: made('id'), en: made('en') };

/** How everything is written in a language: the same object each time, so that what was drawn with it is not drawn anew. */
export const shownIn = (language: Language): Shown => SHOWN[language];
