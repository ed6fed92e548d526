import type { Language } from '../words/words.js';

const KEY = 'cakupan-language';

const asLanguage = (text: string | null): Language | null => (text === 'en' || text === 'id' ? text : null);

/** The language that the address asks for (`?lang=en`), else the one chosen last, else Indonesian. */
export const languageOf = (search: string): Language =>
  asLanguage(new URLSearchParams(search).get('lang')) ?? asLanguage(localStorage.getItem(KEY)) ?? 'id';

export const rememberLanguage = (language: Language): void => localStorage.setItem(KEY, language);
