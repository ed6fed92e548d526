import { LANGUAGES, type Language } from '../words/language.js';

const KEY = 'cakupan-language';

/** The language that was chosen last, else Indonesian; an address may say another one. */
export const languageOf = (): Language =>
  LANGUAGES.find((language) => language === localStorage.getItem(KEY)) ?? 'id';

export const rememberLanguage = (language: Language): void => localStorage.setItem(KEY, language);
