import { describe, expect, it } from '@jest/globals';
import { yearBefore, yearOf, yearUntil } from './periods.js';

describe('a year', () => {
  it('is that of a day, whole', () =>
    expect(yearOf('2024-12-17')).toEqual({ from: '2024-01-01', through: '2024-12-31' }));
  it('goes until today while it lasts, and is whole on its last day and after', () => {
    expect(yearUntil(2024, '2024-12-30').through).toBe('2024-12-30');
    expect(yearUntil(2024, '2024-12-31').through).toBe('2024-12-31');
    expect(yearUntil(2023, '2024-12-17').through).toBe('2023-12-31');
  });
  it('has one before it', () =>
    expect(yearBefore(2024)).toEqual({ from: '2023-01-01', through: '2023-12-31' }));
});
