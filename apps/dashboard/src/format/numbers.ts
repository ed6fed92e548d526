import type { Language } from '../words/language.js';
import { inEachLanguage } from './in-each-language.js';

const formats = (options: Intl.NumberFormatOptions) =>
  inEachLanguage<number>((locale) => new Intl.NumberFormat(locale, options));
const WHOLE = formats({ maximumFractionDigits: 0 });
const TWO_DECIMALS = formats({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const UP_TO_TWO = formats({ maximumFractionDigits: 2 });
const UP_TO_FOURTEEN = formats({ maximumFractionDigits: 14 });
const COMPACT = formats({ notation: 'compact' });

/** `100512` → `100.512`. */
export const whole = (value: number, language: Language): string => WHOLE[language].format(value);

/** `219576000` → `Rp219.576.000`. */
export const rupiah = (value: number, language: Language): string =>
  `${value < 0 ? '−' : ''}Rp${whole(Math.abs(value), language)}`;

/** `12` → `+12`, `-12` → `−12`, however the number itself is written. */
export const signed = (value: number, written: (value: number) => string): string => {
  if (value === 0) return written(0);
  return `${value > 0 ? '+' : '−'}${written(Math.abs(value))}`;
};

/** `100000` → `100 rb`, for axes. */
export const compact = (value: number, language: Language): string => COMPACT[language].format(value);

/** A ratio as it was computed: `0.44246447500484` → `0,44246447500484`. */
export const exactRatio = (ratio: number, language: Language): string =>
  UP_TO_FOURTEEN[language].format(ratio);

/** With at most two decimals, as paces are: `12.345` → `12,35`. */
export const decimal = (value: number, language: Language): string => UP_TO_TWO[language].format(value);

/** A stated aim: `0.5` → `50%`. */
export const aim = (ratio: number, language: Language): string =>
  `${UP_TO_TWO[language].format(ratio * 100)}%`;

/** Binary fractions fall a hair below what they stand for (0.29 × 100 = 28.999…); a hair is no hundredth. */
const HAIR = 1e-9;

/** The difference of two ratios in percentage points, truncated to two decimals as ratios are: `0.4` → `40,00`. */
export const percentagePoints = (difference: number, language: Language): string =>
  TWO_DECIMALS[language].format(Math.floor(difference * 10_000 + HAIR) / 100);

/** A ratio in per cent, truncated to two decimals as the published ones are: `0.44246` → `44,24%`. */
export const percent = (ratio: number, language: Language): string => `${percentagePoints(ratio, language)}%`;

/** The service's own text of a coverage, which has a decimal comma. */
export const coverageText = (text: string, language: Language): string =>
  language === 'id' ? text : text.replace(/\./g, '').replace(',', '.');

const UNITS = [
  { below: 60_000, ms: 1_000, id: 'detik', en: 's' },
  { below: 3_600_000, ms: 60_000, id: 'menit', en: 'min' },
  { below: 172_800_000, ms: 3_600_000, id: 'jam', en: 'h' },
  { below: Infinity, ms: 86_400_000, id: 'hari', en: 'days' },
] as const;

/** `140` → `0,14 detik`, `90000` → `1 menit`: fractions for seconds alone. */
export const duration = (ms: number, language: Language): string => {
  const unit = UNITS.find(({ below }) => ms < below) ?? UNITS[3];
  const count = ms / unit.ms;
  const text = unit.ms === 1_000 ? UP_TO_TWO[language].format(count) : whole(Math.floor(count), language);
  return `${text} ${unit[language]}`;
};
