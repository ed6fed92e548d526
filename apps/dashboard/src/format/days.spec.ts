import { describe, expect, it } from '@jest/globals';
import { instantInJakarta, longDay, momentInJakarta, shortMonth } from './days.js';

describe('days', () => {
  it('writes a day in words', () => {
    expect(longDay('2024-12-17', 'id')).toBe('17 Desember 2024');
    expect(longDay('2024-12-17', 'en')).toBe('17 December 2024');
  });

  it('writes a month by any of its days', () => {
    expect(shortMonth('2024-12-31', 'id')).toBe('Des 2024');
    expect(shortMonth('2024-12-01', 'id')).toBe('Des 2024');
  });

  it('writes an instant as the clock in Jakarta shows it', () => {
    expect(instantInJakarta('2024-12-17T17:00:02.113+07:00', 'id')).toBe('17 Desember 2024, 17.00.02 WIB');
    expect(instantInJakarta('2024-12-17T16:59:59Z', 'en')).toBe('17 December 2024, 23:59:59 WIB');
    expect(instantInJakarta('2024-12-17T17:00:00Z', 'en')).toBe('18 December 2024, 00:00:00 WIB');
  });

  it.each([
    ['2024-12-17T16:59:59Z', '23.59.59 WIB'],
    ['2024-12-17T17:00:00Z', '18 Desember 2024, 00.00.00 WIB'],
    ['2024-12-16T17:00:00Z', '00.00.00 WIB'],
    ['2024-12-16T16:59:59Z', '16 Desember 2024, 23.59.59 WIB'],
  ])('writes an instant of today (%s) without its day', (instant, text) =>
    expect(momentInJakarta(instant, '2024-12-17', 'id')).toBe(text),
  );
});
