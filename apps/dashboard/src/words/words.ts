import { english } from './en.js';
import { indonesian, type Words } from './id.js';
import type { Language } from './language.js';

export type { Words } from './id.js';

const DICTIONARIES: Readonly<Record<Language, Words>> = { id: indonesian, en: english };

/** The dictionary of a language. */
export const wordsIn = (language: Language): Words => DICTIONARIES[language];

/** The name of a code of the service; a code that the page does not know yet is shown as it is. */
export const nameOfCode = (code: string, words: Words): string => words.codes[code] ?? code;
