import { happened, refused, type Outcome } from '#libs/kernel';

/** Person-months that a sponsor or a public budget has granted, and how many of them lists have taken. */
export interface Budget {
  readonly granted: number;
  readonly reserved: number;
}

export interface MonthsReserved {
  readonly type: 'MonthsReserved';
  readonly personMonths: number;
}

export const evolveBudget = (budget: Budget, { personMonths }: MonthsReserved): Budget => ({
  ...budget,
  reserved: budget.reserved + personMonths,
});

/** Person-months that are left; none where less was granted afterwards than was taken. */
export const leftIn = ({ granted, reserved }: Budget): number => Math.max(0, granted - reserved);

/** Takes the months of as many persons, all of them or none: a budget is never overdrawn. */
export const decideReservation = (
  { persons, months }: { readonly persons: number; readonly months: number },
  budget: Budget,
): Outcome<MonthsReserved> => {
  const personMonths = persons * months;
  return personMonths <= leftIn(budget)
    ? happened({ type: 'MonthsReserved', personMonths })
    : refused('budget-overdrawn');
};

/** Months of contributions after which a death that is no work accident is paid for in full (JKM of the self-employed). */
export const MONTHS_FOR_FULL_DEATH_GRANT = 3;

/** Whether so few months insure a natural death for the funeral alone. */
export const isFuneralOnly = (months: number): boolean => months < MONTHS_FOR_FULL_DEATH_GRANT;
