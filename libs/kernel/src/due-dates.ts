import { addMonths, lastDayOf, type Day, type Month } from './day.js';
import type { Segment } from './vocabulary.js';
import { workingDayFrom } from './working-days.js';

/** Until when a contribution month is to be paid; it holds from the month `from` on, until the next rule begins. */
interface DueRule {
  readonly from: Month;
  readonly regulation: string;
  /** Cut to the month's last day where it does not exist; on a holiday, the next working day. */
  readonly dayOfMonth: number;
  /** 0: of the contribution month itself; 1: of the next one. */
  readonly monthsLater: number;
}

/** The self-employed, and whoever pays for others without being their employer. */
const OF_THE_MONTH: readonly DueRule[] = [
  { from: '2015-07', regulation: 'PP 44/2015, PP 46/2015', dayOfMonth: 15, monthsLater: 0 },
];

/** Wage earners; the relief of 2020 moved day and fee for half a year. */
const AFTER_THE_MONTH: readonly DueRule[] = [
  { from: '2015-07', regulation: 'PP 44/2015, PP 46/2015', dayOfMonth: 15, monthsLater: 1 },
  { from: '2020-08', regulation: 'PP 49/2020', dayOfMonth: 30, monthsLater: 1 },
  { from: '2021-02', regulation: 'PP 44/2015, PP 46/2015', dayOfMonth: 15, monthsLater: 1 },
];

const DUE_RULES: Readonly<Record<Segment, readonly DueRule[]>> = {
  PU: AFTER_THE_MONTH,
  BPU: OF_THE_MONTH,
  JAKON: OF_THE_MONTH,
  PMI: OF_THE_MONTH,
};

/**
 * Until when a month is to be paid: the self-employed by the 15th of the month itself, wage earners by the 15th of the
 * next one, where no other rule held; on a weekend or holiday, the next working day.
 */
export const dueOn = (segment: Segment, month: Month): Day => {
  const rules = DUE_RULES[segment];
  const { dayOfMonth, monthsLater } = rules.findLast(({ from }) => from <= month) ?? rules[0]!;
  const of = addMonths(month, monthsLater);
  const day = `${of}-${String(dayOfMonth).padStart(2, '0')}`;
  const last = lastDayOf(of);
  return workingDayFrom(day < last ? day : last);
};
