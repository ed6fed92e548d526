import { describe, expect, it } from '@jest/globals';
import { AMOUNT_MAX_RUPIAH } from '#libs/kernel';
import { amountOn, FIXED_AMOUNTS, type FixedAmount } from './amounts.js';

describe('the amounts of a death outside work', () => {
  const deathGrant = amountOn(FIXED_AMOUNTS, 'JKM', 'death-grant', '2024-11-20');
  const funeral = amountOn(FIXED_AMOUNTS, 'JKM', 'funeral', '2024-11-20');

  it('are 32,000,000 and 10,000,000, together 42,000,000', () => {
    expect(deathGrant).toMatchObject({ kind: 'computed', amountRupiah: 32_000_000 });
    expect(funeral).toMatchObject({ kind: 'computed', amountRupiah: 10_000_000 });
  });

  it('come with the lines that they add up from', () =>
    expect(deathGrant).toMatchObject({
      calculation: [{ amountRupiah: 20_000_000 }, { amountRupiah: 12_000_000 }],
    }));

  it('are those in force on the day', () => {
    expect(amountOn(FIXED_AMOUNTS, 'JKM', 'funeral', '2019-12-01')).toEqual({ kind: 'entered' });
    expect(amountOn(FIXED_AMOUNTS, 'JKM', 'funeral', '2019-12-02')).toEqual(funeral);
  });

  it('give way to a later entry from its first day on, in whatever order they are listed', () => {
    const later: FixedAmount = {
      programme: 'JKM',
      benefit: 'funeral',
      from: '2027-01-01',
      lines: [{ label: 'Funeral', amountRupiah: 12_000_000, rule: 'later' }],
    };
    for (const amounts of [
      [...FIXED_AMOUNTS, later],
      [later, ...FIXED_AMOUNTS],
    ]) {
      expect(amountOn(amounts, 'JKM', 'funeral', '2026-12-31')).toEqual(funeral);
      expect(amountOn(amounts, 'JKM', 'funeral', '2027-01-01')).toMatchObject({ amountRupiah: 12_000_000 });
    }
  });
});

it('other benefits are entered by an adjuster', () => {
  expect(amountOn(FIXED_AMOUNTS, 'JKM', 'scholarship', '2024-11-20')).toEqual({ kind: 'entered' });
  expect(amountOn(FIXED_AMOUNTS, 'JKK', 'funeral', '2024-11-20')).toEqual({ kind: 'entered' });
});

it('every fixed amount is money in whole rupiah', () => {
  for (const { amountRupiah } of FIXED_AMOUNTS.flatMap(({ lines }) => lines)) {
    expect(Number.isInteger(amountRupiah)).toBe(true);
    expect(amountRupiah).toBeGreaterThan(0);
    expect(amountRupiah).toBeLessThanOrEqual(AMOUNT_MAX_RUPIAH);
  }
});
