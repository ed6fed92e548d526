import { LANGUAGES, type Language } from '../words/language.js';

/** What Intl makes to write values of a kind. */
interface Format<Value> {
  readonly format: (value: Value) => string;
}

const LOCALE: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/**
 * Writes values in each language. What writes is made when it is first needed: it takes milliseconds each, for which the
 * first figure would wait.
 */
export const inEachLanguage = <Value>(
  make: (locale: string) => Format<Value>,
): Readonly<Record<Language, Format<Value>>> => {
  const made = new Map<Language, Format<Value>>();
  const formatIn = (language: Language): Format<Value> => {
    const known = made.get(language) ?? make(LOCALE[language]);
    made.set(language, known);
    return known;
  };
  const each = LANGUAGES.map(
    (language) => [language, { format: (value: Value) => formatIn(language).format(value) }] as const,
  );
  return Object.fromEntries(each) as Record<Language, Format<Value>>;
};
