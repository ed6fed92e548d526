import { describe, expect, it } from '@jest/globals';
import { cutToEqualDays, isReversed, whyNotComparable, type Period } from './period.js';

const TODAY = '2024-12-17';
const days = (from: string, through: string): Period => ({ from, through });

describe('a period', () => {
  it('may be one day, and may not end before it begins', () => {
    expect(isReversed(days('2024-03-01', '2024-03-01'))).toBe(false);
    expect(isReversed(days('2024-03-01', '2024-02-29'))).toBe(true);
  });

  it.each([
    ['2023-01-01', '2023-12-31', null],
    ['2023-01-02', '2023-12-31', 'not-a-calendar-year'],
    ['2023-01-01', '2023-12-30', 'not-a-calendar-year'],
    ['2022-01-01', '2023-12-31', 'not-a-calendar-year'],
    ['2024-01-01', '2024-11-28', 'not-a-calendar-year'],
    ['2024-01-01', '2024-12-31', 'period-not-over'],
  ])('from %s through %s is a measure for others unless: %s', (from, through, reason) => {
    expect(whyNotComparable(days(from, through), TODAY)).toBe(reason);
  });

  it('is over on the day after its last', () => {
    const year = days('2023-01-01', '2023-12-31');
    expect(whyNotComparable(year, '2023-12-31')).toBe('period-not-over');
    expect(whyNotComparable(year, '2024-01-01')).toBeNull();
  });
});

describe('two periods', () => {
  it('are cut to as many days as the shorter one has, whichever that is', () => {
    const [year, part] = [days('2023-01-01', '2023-12-31'), days('2024-01-01', '2024-11-28')];
    const cut = days('2023-01-01', '2023-11-29'); // 333 days, since 2024 has a leap day
    expect(cutToEqualDays(year, part)).toEqual([cut, part]);
    expect(cutToEqualDays(part, year)).toEqual([part, cut]);
  });

  it('of equal length stay as they are', () => {
    const [one, other] = [days('2023-03-01', '2023-03-31'), days('2024-03-01', '2024-03-31')];
    expect(cutToEqualDays(one, other)).toEqual([one, other]);
  });
});
