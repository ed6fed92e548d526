import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, firstOfMonth } from './days.js';

describe('days', () => {
  it('are added over the end of a month and of a leap day', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2024-12-17', 0)).toBe('2024-12-17');
  });
  it('are counted between two', () => {
    expect(daysBetween('2024-12-17', '2024-12-17')).toBe(0);
    expect(daysBetween('2023-12-17', '2024-12-17')).toBe(366);
  });
});

describe('the first of a month', () => {
  it('is found before and behind the turn of a year', () => {
    expect(firstOfMonth('2024-12-17', -23)).toBe('2023-01-01');
    expect(firstOfMonth('2024-12-31', 0)).toBe('2024-12-01');
    expect(firstOfMonth('2024-12-31', 1)).toBe('2025-01-01');
  });
});
