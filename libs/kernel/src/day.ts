/** A day in Asia/Jakarta, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;
/** A calendar month, `YYYY-MM`. Months compare as strings. */
export type Month = string;

/** Jakarta has had this one offset from UTC since 1964; `domain` needs no time zone table for it. */
const JAKARTA_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

const iso = (ms: number) => new Date(ms).toISOString();
const msOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);

/** The Jakarta day of an instant (RFC 3339 with offset). */
export const jakartaDay = (instant: string): Day => iso(Date.parse(instant) + JAKARTA_OFFSET_MS).slice(0, 10);

/** The day `days` after (or before, when negative) the given one. */
export const addDays = (day: Day, days: number): Day => iso(msOf(day) + days * DAY_MS).slice(0, 10);

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((msOf(b) - msOf(a)) / DAY_MS);

/** The month that a day lies in. */
export const monthOf = (day: Day): Month => day.slice(0, 7);

const monthIndex = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthAt = (index: number): Month =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

/** The month `months` after (or before) the given one. */
export const addMonths = (month: Month, months: number): Month => monthAt(monthIndex(month) + months);

/** Whole months from `a` to `b`; negative when `b` is earlier. */
export const monthsBetween = (a: Month, b: Month): number => monthIndex(b) - monthIndex(a);

export const firstDayOf = (month: Month): Day => `${month}-01`;
export const lastDayOf = (month: Month): Day => addDays(firstDayOf(addMonths(month, 1)), -1);

/** The same day of the month `months` later, cut to that month's last day where it does not exist. */
export const addMonthsToDay = (day: Day, months: number): Day => {
  const month = addMonths(monthOf(day), months);
  const last = lastDayOf(month);
  const same = `${month}-${day.slice(8, 10)}`;
  return same < last ? same : last;
};

/** The last day whose day so many months later is not after the given one. */
export const lastDayReaching = (day: Day, months: number): Day => {
  let last = addMonthsToDay(day, -months);
  for (let next = addDays(last, 1); addMonthsToDay(next, months) <= day; next = addDays(next, 1)) last = next;
  return last;
};

/** Whether the text is a day that the calendar has. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(msOf(text)) && iso(msOf(text)).startsWith(text);

/** Whether the text is a month. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** Full years of age on a day; someone born on 29 February is a year older on 1 March of common years. */
export const ageOn = (birthDate: Day, day: Day): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};
