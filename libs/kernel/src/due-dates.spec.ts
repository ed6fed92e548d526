import { describe, expect, it } from '@jest/globals';
import { dueOn } from './due-dates.js';

describe('due dates', () => {
  it.each([
    ['2024-05', '2024-05-15'],
    ['2024-06', '2024-06-19'], // a Saturday, and Idul Adha with its joint leave behind it
    ['2024-09', '2024-09-17'], // a Sunday, and Maulid behind it
    ['2024-11', '2024-11-15'],
    ['2026-05', '2026-05-18'], // joint leave on a Friday
  ])('of the self-employed for %s: the 15th of the month itself, or the next working day: %s', (month, day) =>
    expect(dueOn('BPU', month)).toBe(day),
  );

  it('of wage earners: the 15th of the next month', () => {
    expect(dueOn('PU', '2024-04')).toBe('2024-05-15');
    expect(dueOn('PU', '2024-12')).toBe('2025-01-15');
    expect(dueOn('PU', '2024-03')).toBe('2024-04-16');
  });

  it('of wage earners in the relief of 2020: the 30th, or the last day of a month that has none', () => {
    expect(dueOn('PU', '2020-07')).toBe('2020-08-17');
    expect(dueOn('PU', '2020-08')).toBe('2020-09-30');
    expect(dueOn('PU', '2021-01')).toBe('2021-03-01');
    expect(dueOn('PU', '2021-02')).toBe('2021-03-15');
  });
});
