import type { Day } from '#libs/kernel';

/** A Jakarta day as the number of days since 1970-01-01: the fold compares and adds days by the million. */
export type DayNumber = number;

/** The day that never comes: where something has no end. Far behind 9999-12-31. */
export const NEVER: DayNumber = 10_000_000;

const DAY_MS = 86_400_000;
/** Jakarta has had this one offset from UTC since 1964. */
const JAKARTA_OFFSET_MICROSECONDS = 7 * 3_600_000_000;

/** Days of 400 years, after which the Gregorian calendar repeats; and from 1 March of the year 0 to 1970-01-01. */
const CYCLE_DAYS = 146_097;
const BEFORE_1970_DAYS = 719_468;

/**
 * The number of a day, by arithmetic alone: the hot path reads several days an event, and `Date` takes ten times as long.
 * Years begin in March, so that the leap day is the last one.
 */
export const dayNumber = (day: Day): DayNumber => {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const cycle = Math.floor(year / 400);
  const yearOfCycle = year - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  return cycle * CYCLE_DAYS + yearOfCycle * 365 + leapDays + dayOfYear - BEFORE_1970_DAYS;
};

/** The day with this number. */
export const dayOf = (number: DayNumber): Day => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The Jakarta day of an instant in microseconds. */
export const jakartaDayNumber = (microseconds: number): DayNumber =>
  Math.floor((microseconds + JAKARTA_OFFSET_MICROSECONDS) / (DAY_MS * 1000));

/** As long as a text in UTC with milliseconds, which is how services of this project write instants. */
const MILLISECONDS_LENGTH = 24;

/** An RFC 3339 instant as microseconds since 1970; finer digits do not order facts, the event id does. */
export const microsecondsOf = (instant: string): number => {
  if (instant.length <= MILLISECONDS_LENGTH) return Date.parse(instant) * 1000;
  const digits = /\.(\d+)/.exec(instant)?.[1] ?? '';
  return Date.parse(instant) * 1000 + Number(digits.padEnd(6, '0').slice(3, 6));
};
