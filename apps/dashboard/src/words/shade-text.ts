import { decimal } from '../format/numbers.js';
import type { Shade } from '../model/place.js';
import type { Shown } from './shown.js';

/** What the colour of a region tells, in numbers: `44,24%`, `12.345`, `+3,5 orang/hari`. */
export const shadeText = (value: number, shade: Shade, { ratio, whole, words, language }: Shown): string => {
  if (shade === 'coverage') return ratio(value);
  if (shade === 'gap') return whole(value);
  return words.perDay(`${value > 0 ? '+' : ''}${decimal(value, language)}`);
};

/** The same where there may be nothing to tell. */
export const shadeTextOrNone = (value: number | null, shade: Shade, shown: Shown): string =>
  value === null ? shown.words.unknown : shadeText(value, shade, shown);
