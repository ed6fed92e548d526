import { addMonths, type Month } from '#libs/kernel';

/** Months in a row, first and last included. */
export interface MonthRun {
  readonly first: Month;
  readonly last: Month;
}

/** The months that are paid, as runs in ascending order that neither overlap nor touch. */
export type PaidMonths = readonly MonthRun[];

/** Whether the month is paid. */
export const isPaid = (paid: PaidMonths, month: Month): boolean =>
  paid.some(({ first, last }) => first <= month && month <= last);

/** The months with one more run, which may close a gap. */
export const withRun = (paid: PaidMonths, run: MonthRun): PaidMonths => {
  const before = paid.filter(({ last }) => addMonths(last, 1) < run.first);
  const after = paid.filter(({ first }) => addMonths(run.last, 1) < first);
  const touching = paid.slice(before.length, paid.length - after.length);
  const first = touching[0] && touching[0].first < run.first ? touching[0].first : run.first;
  const end = touching.at(-1);
  const last = end && end.last > run.last ? end.last : run.last;
  return [...before, { first, last }, ...after];
};

/** The months without those of the run. */
export const withoutRun = (paid: PaidMonths, run: MonthRun): PaidMonths =>
  paid.flatMap(({ first, last }) => {
    if (last < run.first || run.last < first) return [{ first, last }];
    const left = first < run.first ? [{ first, last: addMonths(run.first, -1) }] : [];
    const right = run.last < last ? [{ first: addMonths(run.last, 1), last }] : [];
    return [...left, ...right];
  });

/** The last month that is paid; null when none is. */
export const lastPaid = (paid: PaidMonths): Month | null => paid.at(-1)?.last ?? null;

/** The first month from the given one on that is not paid. */
export const firstUnpaid = (paid: PaidMonths, from: Month): Month => {
  const run = paid.find(({ first, last }) => first <= from && from <= last);
  return run ? addMonths(run.last, 1) : from;
};

/** Ascending months, cut into runs of months in a row. */
export const runsOf = (months: readonly Month[]): MonthRun[] => {
  const runs: { first: Month; last: Month }[] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run && addMonths(run.last, 1) === month) run.last = month;
    else runs.push({ first: month, last: month });
  }
  return runs;
};
