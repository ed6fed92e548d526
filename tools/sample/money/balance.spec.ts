import { describe, expect, it } from '@jest/globals';
import { addMonths } from '#libs/kernel';
import { balanceRupiah } from './balance.js';

const everyMonth = (from: string, count: number, amountRupiah: number) =>
  Array.from({ length: count }, (_, index) => ({ month: addMonths(from, index), amountRupiah }));

describe('what savings come to at five percent a year', () => {
  const year = everyMonth('2024-01', 12, 20_000);

  it.each([
    ['nothing', [], '2024-12', 0],
    ['a year of months', year, '2024-12', 245_500],
    ['the same half a year later', year, '2025-06', 251_638],
    [
      'with a balance of before',
      [{ month: '2023-12', amountRupiah: 1_000_000 }, ...year],
      '2024-12',
      1_295_500,
    ],
    [
      'over two turns of the year',
      [{ month: '2022-10', amountRupiah: 1_000_000 }, ...year],
      '2024-12',
      1_357_188,
    ],
    [
      'what came after it earns nothing',
      [{ month: '2025-01', amountRupiah: 50 }, ...year],
      '2024-12',
      245_550,
    ],
    ['what came in its last month neither', everyMonth('2024-12', 1, 20_000), '2024-12', 20_000],
    ['half a rupiah is one', [{ month: '2024-11', amountRupiah: 120 }], '2024-12', 121],
    ['less than half is none', [{ month: '2024-11', amountRupiah: 119 }], '2024-12', 119],
  ])('%s', (_what, savings, through, rupiah) => expect(balanceRupiah(savings, through)).toBe(rupiah));
});
