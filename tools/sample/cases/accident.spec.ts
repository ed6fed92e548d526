import { describe, expect, it } from '@jest/globals';
import { incomeRupiah } from './accident.js';

describe('income while somebody cannot work', () => {
  it.each([
    [1_000_000, '2024-03-10', '2024-03-10', 33_333],
    [1_000_000, '2024-03-10', '2024-03-11', 66_667],
    [1_000_000, '2024-03-10', '2024-04-08', 1_000_000], // 30 days of March and April, a day short of a month
    [1_000_000, '2024-03-10', '2024-04-09', 1_000_000],
    [1_000_000, '2024-03-10', '2024-04-10', 1_033_333],
    [2_950_000, '2024-01-31', '2024-03-30', 5_900_000],
  ])('of a basis of %d from %s through %s is %d', (basis, from, through, rupiah) =>
    expect(incomeRupiah(basis, from, through)).toBe(rupiah),
  );
});
