const DAY_MS = 86_400_000;
/** Jakarta is seven hours ahead all the year. */
const JAKARTA_AHEAD_MS = 7 * 3_600_000;

const textOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A day so many days later (before, where below 0); days are `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string => textOf(Date.parse(day) + days * DAY_MS);

/** The first day of the month that is so many months later (before, where below 0). */
export const firstOfMonth = (day: string, months: number): string => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return textOf(Date.UTC(year, month - 1 + months, 1));
};

/** The day in Jakarta at an instant, however that is written. */
export const dayInJakarta = (instant: string): string => textOf(Date.parse(instant) + JAKARTA_AHEAD_MS);

/** How many days lie between two days; 0 for the same one. */
export const daysBetween = (from: string, through: string): number =>
  Math.round((Date.parse(through) - Date.parse(from)) / DAY_MS);
