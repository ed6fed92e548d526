import { describe, expect, it } from '@jest/globals';
import { lowestContributionOn, monthlyRupiah } from './contribution.js';
import { personsAt, whatIf, type Wish } from './what-if.js';

const BRACKET_1 = lowestContributionOn('2024-12-17')!;
const SOLO: Wish = { percent: 50, persons: 100_512, denominator: 227_164, sponsored: 0, months: 3 };

describe('the lowest contribution', () => {
  it('is Rp16,800 a month', () => expect(monthlyRupiah(BRACKET_1)).toBe(16_800));
  it('is in force from its first month on', () => {
    expect(lowestContributionOn('2015-06-30')).toBeNull();
    expect(lowestContributionOn('2015-07-01')).toBe(BRACKET_1);
  });
});

describe('the persons at a share', () => {
  it.each([
    [50, 227_164, 113_582],
    [50, 3, 2],
    [100, 3, 3],
    [0.01, 10_000, 1],
    [0.01, 10_001, 2],
    [7, 100, 7],
    [58.57, 10_000, 5_857],
  ])('%d %% of %d are %d', (percent, denominator, persons) =>
    expect(personsAt(percent, denominator)).toBe(persons),
  );
});

describe('what it takes to bring Solo to 50 %', () => {
  it('are 13,070 people and Rp219,576,000 a month', () =>
    expect(whatIf(SOLO, BRACKET_1)).toMatchObject({
      asked: 113_582,
      needed: 13_070,
      monthlyRupiah: 219_576_000,
    }));

  it('is paid for by those who join and by sponsors, and by nobody twice', () => {
    const { payers } = whatIf({ ...SOLO, sponsored: 5_000, months: 6 }, BRACKET_1);
    expect(payers).toEqual([
      { payer: 'self', persons: 8_070, monthlyRupiah: 135_576_000, totalRupiah: null },
      { payer: 'sponsor', persons: 5_000, monthlyRupiah: 84_000_000, totalRupiah: 504_000_000 },
    ]);
  });

  it('sponsors nobody who is not missing', () => {
    const { payers } = whatIf({ ...SOLO, sponsored: 20_000 }, BRACKET_1);
    expect(payers.map(({ persons }) => persons)).toEqual([0, 13_070]);
  });

  it('warns of sponsors under three months, not of three, and not where nobody is sponsored', () => {
    expect(whatIf({ ...SOLO, sponsored: 1, months: 2 }, BRACKET_1).isTooShort).toBe(true);
    expect(whatIf({ ...SOLO, sponsored: 1, months: 3 }, BRACKET_1).isTooShort).toBe(false);
    expect(whatIf({ ...SOLO, sponsored: 0, months: 1 }, BRACKET_1).isTooShort).toBe(false);
  });

  it('is nothing where the share is reached', () =>
    expect(whatIf({ ...SOLO, percent: 44 }, BRACKET_1)).toMatchObject({ needed: 0, monthlyRupiah: 0 }));
});
