import { describe, expect, it } from '@jest/globals';
import { limitLines } from './limits.js';

const amounts = (monthlyRupiah: number, first: string, count: number) =>
  limitLines(monthlyRupiah, { first, count }).map(({ amountRupiah }) => amountRupiah);

describe('the least of a month’s pension', () => {
  it('is that of the month', () => {
    expect(amounts(383_399, '2023-12', 1)).toEqual([1]);
    expect(amounts(383_400, '2023-12', 1)).toEqual([]);
    expect(amounts(393_499, '2024-01', 1)).toEqual([1]);
    expect(amounts(393_500, '2024-01', 1)).toEqual([]);
  });

  it('makes a line for the months that have the same, and none where a month has enough', () => {
    expect(limitLines(300_000, { first: '2023-11', count: 4 })).toEqual([
      {
        label: 'Up to the least, 2 × from 2023-11',
        amountRupiah: 166_800,
        rule: 'JP: 383,400 a month',
      },
      {
        label: 'Up to the least, 2 × from 2024-01',
        amountRupiah: 187_000,
        rule: 'JP: 393,500 a month',
      },
    ]);
    expect(limitLines(390_000, { first: '2023-12', count: 2 })).toEqual([
      { label: 'Up to the least, 1 × from 2024-01', amountRupiah: 3_500, rule: 'JP: 393,500 a month' },
    ]);
  });
});

it('the most of a month’s pension holds from January 2023', () => {
  expect(amounts(4_598_101, '2022-12', 1)).toEqual([]);
  expect(amounts(4_598_101, '2023-01', 1)).toEqual([-1]);
  expect(amounts(4_598_100, '2023-01', 1)).toEqual([]);
});
