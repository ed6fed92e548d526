import { dayInJakarta } from '../model/days.js';
import type { Language } from '../words/language.js';
import { inEachLanguage } from './in-each-language.js';

const formats = (options: Intl.DateTimeFormatOptions) =>
  inEachLanguage<number>((locale) => new Intl.DateTimeFormat(locale, options));
const DAY = formats({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH = formats({ month: 'short', year: 'numeric', timeZone: 'UTC' });
const JAKARTA_DAY = formats({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Asia/Jakarta' });
const JAKARTA_TIME = formats({ timeStyle: 'medium', timeZone: 'Asia/Jakarta' });

/** `2024-12-17` → `17 Desember 2024`. */
export const longDay = (day: string, language: Language): string => DAY[language].format(Date.parse(day));

/** `2024-12-31` → `Des 2024`. */
export const shortMonth = (day: string, language: Language): string =>
  MONTH[language].format(Date.parse(day));

/** `2024-12-17T17:00:02+07:00` → `17 Desember 2024, 17.00.02 WIB`: the time in Jakarta. */
export const instantInJakarta = (instant: string, language: Language): string => {
  const at = Date.parse(instant);
  return `${JAKARTA_DAY[language].format(at)}, ${JAKARTA_TIME[language].format(at)} WIB`;
};

/** The same without its day where that is today: `17.00.02 WIB`. */
export const momentInJakarta = (instant: string, today: string | null, language: Language): string =>
  dayInJakarta(instant) === today
    ? `${JAKARTA_TIME[language].format(Date.parse(instant))} WIB`
    : instantInJakarta(instant, language);
