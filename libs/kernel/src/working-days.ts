import { addDays, daysBetween, type Day } from './day.js';
import { HOLIDAYS } from './holidays.js';

const A_MONDAY: Day = '2024-01-01';
const DAYS_OF_WEEK = 7;
const WORKING_DAYS_OF_WEEK = 5;

/** Joint leave counts as a holiday: banks and branch offices are closed. Own choice; no rule that says so was found. */
const NOT_WORKED: ReadonlySet<Day> = new Set(
  HOLIDAYS.flatMap(({ year, holidays, jointLeave }) =>
    [...holidays, ...jointLeave].map((day): Day => `${year}-${day}`),
  ),
);

const dayOfWeek = (day: Day): number =>
  ((daysBetween(A_MONDAY, day) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK;

/** Whether the day is one from Monday to Friday and no holiday. */
export const isWorkingDay = (day: Day): boolean =>
  dayOfWeek(day) < WORKING_DAYS_OF_WEEK && !NOT_WORKED.has(day);

/** The day itself where it is a working day, else the next one. */
export const workingDayFrom = (day: Day): Day => {
  let at = day;
  while (!isWorkingDay(at)) at = addDays(at, 1);
  return at;
};

/** The working day so many working days later. */
export const workingDaysAfter = (day: Day, workingDays: number): Day => {
  let [at, left] = [day, workingDays];
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
};
