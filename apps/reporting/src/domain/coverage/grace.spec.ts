import { describe, expect, it } from '@jest/globals';
import { addDays, addMonthsToDay } from '#libs/kernel';
import { dayNumber, dayOf } from './day-number.js';
import { afterGrace, GRACES, graceOverBy, usualGraceOn } from './grace.js';

const after = (end: string, months: 0 | 1 | 2 | 3) => dayOf(afterGrace(dayNumber(end), months));

describe('grace', () => {
  it('lasts calendar months from the first uncovered day', () => {
    expect(after('2024-02-01', 1)).toBe('2024-03-01'); // cover through 31 January: protected through 29 February
    expect(after('2025-02-01', 1)).toBe('2025-03-01');
    expect(after('2024-02-01', 3)).toBe('2024-05-01');
    expect(after('2024-11-16', 3)).toBe('2025-02-16');
    expect(after('2024-02-01', 0)).toBe('2024-02-01');
  });

  it('ends on the last day of a month that does not have the day', () => {
    expect(after('2024-01-31', 1)).toBe('2024-02-29');
    expect(after('2025-01-31', 1)).toBe('2025-02-28');
    expect(after('2024-01-31', 3)).toBe('2024-04-30');
  });

  it('is over by a day for just those whose cover ended early enough', () => {
    for (let day = '2023-12-25'; day < '2025-04-05'; day = addDays(day, 1)) {
      for (const months of GRACES) {
        const last = graceOverBy(day, months);
        expect(addMonthsToDay(last, months) <= day).toBe(true);
        expect(addMonthsToDay(addDays(last, 1), months) <= day).toBe(false);
      }
    }
  });
});

describe('the usual grace', () => {
  const POLICY = [
    { holdsFrom: '2020-01-01', months: 3 },
    { holdsFrom: '2025-07-01', months: 1 },
  ] as const;

  it('is that of the day which the figure is about', () => {
    expect(usualGraceOn('2019-12-31', POLICY)).toBe(0);
    expect(usualGraceOn('2020-01-01', POLICY)).toBe(3);
    expect(usualGraceOn('2025-06-30', POLICY)).toBe(3);
    expect(usualGraceOn('2025-07-01', POLICY)).toBe(1);
  });

  it('is three months today', () => expect(usualGraceOn('2024-12-17')).toBe(3));
});
