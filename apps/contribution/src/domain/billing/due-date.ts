import { addMonths, lastDayOf, workingDayFrom, type Day, type Month, type Segment } from '#libs/kernel';
import { BPU_DUE_RULES, PU_DUE_RULES } from '../rates/due-rules.js';
import { inForce } from '../rates/effective.js';

/**
 * Until when a month is to be paid: the self-employed by the 15th of the month itself, wage earners by the 15th of the
 * next one, where no other rule held; on a weekend or holiday, the next working day.
 */
export const dueOn = (segment: Segment, month: Month): Day => {
  const rules = segment === 'PU' ? PU_DUE_RULES : BPU_DUE_RULES;
  const { dayOfMonth, monthsLater } = (inForce(rules, month) ?? rules[0]!).value;
  const of = addMonths(month, monthsLater);
  const day = `${of}-${String(dayOfMonth).padStart(2, '0')}`;
  const last = lastDayOf(of);
  return workingDayFrom(day < last ? day : last);
};
