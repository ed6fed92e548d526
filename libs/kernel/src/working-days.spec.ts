import { describe, expect, it } from '@jest/globals';
import { isDay } from './day.js';
import { HOLIDAYS } from './holidays.js';
import { isWorkingDay, workingDayFrom, workingDaysAfter } from './working-days.js';

describe('the calendar', () => {
  it.each(HOLIDAYS)('of $year lists days that there are, each once, in order', (listed) => {
    for (const days of [listed.holidays, listed.jointLeave]) {
      expect(days.map((day) => isDay(`${listed.year}-${day}`))).toEqual(days.map(() => true));
      expect(days).toEqual([...new Set(days)].sort());
    }
    expect(listed.holidays.filter((day) => listed.jointLeave.includes(day))).toEqual([]);
  });
});

describe('a working day', () => {
  it.each([
    ['2024-06-14', true, 'a Friday'],
    ['2024-06-15', false, 'a Saturday'],
    ['2024-06-16', false, 'a Sunday'],
    ['2024-06-17', false, 'Idul Adha'],
    ['2024-06-18', false, 'joint leave behind it'],
    ['2024-06-19', true, 'a Wednesday'],
    ['2024-11-27', false, 'an election'],
    ['2025-08-18', false, 'joint leave that was decreed later'],
    ['2026-05-15', false, 'joint leave behind Ascension Day'],
    ['2031-12-25', true, 'a year whose decree is not out'],
  ])('%s: %s, %s', (day, works) => expect(isWorkingDay(day)).toBe(works));

  it.each([
    ['2024-05-15', '2024-05-15'],
    ['2024-06-15', '2024-06-19'],
    ['2024-09-15', '2024-09-17'],
    ['2026-05-15', '2026-05-18'],
    ['2023-12-30', '2024-01-02'],
  ])('from %s on is %s', (day, then) => expect(workingDayFrom(day)).toBe(then));

  it.each([
    ['2024-03-21', 1, '2024-03-22'],
    ['2024-03-22', 1, '2024-03-25'],
    ['2024-03-23', 1, '2024-03-25'],
    ['2024-03-21', 3, '2024-03-26'],
    ['2023-12-29', 5, '2024-01-08'],
    ['2024-04-05', 1, '2024-04-16'],
  ])('from %s, %d later, is %s', (day, count, then) => expect(workingDaysAfter(day, count)).toBe(then));
});
