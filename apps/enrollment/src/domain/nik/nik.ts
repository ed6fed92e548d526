import { daysBetween, isDay, type Day } from '#libs/kernel';

/** What a NIK says of its holder. It is fixed at the first registration and never corrected, so it may be wrong. */
export interface NikReading {
  /** Where it was given out, by a number of then: `33.72`. Districts have been split and renumbered since. */
  readonly regency: string;
  readonly birthDate: Day;
  readonly sex: 'female' | 'male';
}

/** Six digits of the place of first registration, DDMMYY, a serial number. The place tells nothing of residence. */
const NIK = /^(\d{2})(\d{2})\d{2}(\d{2})(\d{2})(\d{2})(\d{4})$/;
/** Women carry the day of birth plus forty. */
const FEMALE_DAY_OFFSET = 40;
const CENTURIES = ['19', '20'];

/** Of the centuries in which the date exists, the one in which it comes nearest to the stated birth date. */
const nearestDate = (year: string, monthDay: string, stated: Day): Day | undefined => {
  const asStated = `${stated.slice(0, 2)}${year}-${monthDay}`;
  if (asStated === stated) return stated;
  const distance = (candidate: Day) => Math.abs(daysBetween(candidate, stated));
  return CENTURIES.map((century) => `${century}${year}-${monthDay}`)
    .filter(isDay)
    .sort((a, b) => distance(a) - distance(b))[0];
};

/**
 * Reads a NIK, or gives `null` where no registry can have issued it: not 16 digits, a date that no calendar has,
 * or the serial 0000. The number holds two digits of the year; the stated birth date settles the century.
 */
export const readNik = (nik: string, statedBirthDate: Day): NikReading | null => {
  const [, province, regency, dayField, month, year, serial] = NIK.exec(nik) ?? [];
  if (dayField === undefined || month === undefined || year === undefined || serial === '0000') return null;
  const isFemale = Number(dayField) > FEMALE_DAY_OFFSET;
  const day = String(Number(dayField) - (isFemale ? FEMALE_DAY_OFFSET : 0)).padStart(2, '0');
  const birthDate = nearestDate(year, `${month}-${day}`, statedBirthDate);
  if (birthDate === undefined) return null;
  return { regency: `${province}.${regency}`, birthDate, sex: isFemale ? 'female' : 'male' };
};
