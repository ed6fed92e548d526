import type { Month, PayerKind, Programme } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import { totalRupiah } from './amounts.js';
import { BPU_BRACKETS_2015 } from './bpu-brackets.js';
import { contributionFor, type Insured } from './monthly-contribution.js';

const selfEmployed: Insured = {
  segment: 'BPU',
  programmes: ['JKK', 'JKM', 'JHT'],
  basisRupiah: 1_000_000,
  occupations: ['street-trader'],
  riskGroup: null,
};
const wageEarner: Insured = {
  segment: 'PU',
  programmes: ['JKK', 'JKM', 'JHT', 'JP', 'JKP'],
  basisRupiah: 5_000_000,
  occupations: ['shopkeeper'],
  riskGroup: 'very-low',
};

const bpu = (given: Partial<Insured>, month: Month = '2024-12', payer: PayerKind = 'self') =>
  contributionFor({ ...selfEmployed, ...given }, payer, month)?.amounts ?? null;
const pu = (given: Partial<Insured>, month: Month = '2024-12') =>
  contributionFor({ ...wageEarner, ...given }, 'employer', month)?.amounts ?? null;

describe('the contribution table of the self-employed', () => {
  it('has 33 brackets, each with 1 % for JKK, the flat JKM and 2 % for JHT', () => {
    expect(BPU_BRACKETS_2015).toHaveLength(33);
    for (const { basisRupiah, JKK, JKM, JHT } of BPU_BRACKETS_2015) {
      expect({ JKK, JKM, JHT }).toEqual({ JKK: basisRupiah / 100, JKM: 6_800, JHT: basisRupiah / 50 });
    }
  });

  it('has ascending brackets, each with its basis inside', () => {
    BPU_BRACKETS_2015.forEach(({ incomeFromRupiah, basisRupiah }, index) => {
      expect(basisRupiah).toBeGreaterThanOrEqual(incomeFromRupiah);
      expect(basisRupiah).toBeLessThan(BPU_BRACKETS_2015[index + 1]?.incomeFromRupiah ?? Infinity);
    });
  });

  it.each([
    [1_099_999, 36_800],
    [1_100_000, 42_800],
    [2_699_999, 84_800],
    [2_700_000, 95_300],
    [20_199_999, 597_800],
    [20_200_000, 627_800],
    [99_000_000, 627_800],
  ])(
    'a bracket reaches from its lower bound to below the next: at %d three programmes cost %d',
    (basisRupiah, total) => expect(totalRupiah(bpu({ basisRupiah })!)).toBe(total),
  );

  it('charges only the programmes of the membership', () =>
    expect(bpu({ programmes: ['JKK', 'JKM'] })).toEqual({ JKK: 10_000, JKM: 6_800 }));

  it.each<[Programme]>([['JP'], ['JKP']])('has no %s', (programme) =>
    expect(bpu({ programmes: ['JKK', 'JKM', programme] })).toBeNull(),
  );

  it('holds from July 2015 on', () => {
    expect(bpu({}, '2015-07')).not.toBeNull();
    expect(bpu({}, '2015-06')).toBeNull();
  });
});

/** Typed by hand from the annexes: where a bracket begins, its basis, and what two and three programmes cost, whole and halved. */
const BY_HAND: readonly (readonly [number, number, number, number, number, number])[] = [
  [0, 1_000_000, 16_800, 36_800, 8_400, 28_400],
  [2_700_000, 2_950_000, 36_300, 95_300, 18_150, 77_150],
  [8_200_000, 8_700_000, 93_800, 267_800, 46_900, 220_900],
  [20_200_000, 20_700_000, 213_800, 627_800, 106_900, 520_900],
];

describe('rows 1, 10, 21 and 33 of the table', () => {
  it.each(BY_HAND)(
    'from %d on: basis %d, %d and %d a month, %d and %d halved',
    (from, basis, two, three, halfTwo, halfThree) => {
      const twoProgrammes = { programmes: ['JKK', 'JKM'] } as const;
      for (const basisRupiah of [from, basis]) {
        expect(bpu({ basisRupiah, ...twoProgrammes })).toEqual({ JKK: basis / 100, JKM: 6_800 });
        expect(totalRupiah(bpu({ basisRupiah, ...twoProgrammes })!)).toBe(two);
        expect(totalRupiah(bpu({ basisRupiah })!)).toBe(three);
        expect(totalRupiah(bpu({ basisRupiah, ...twoProgrammes }, '2026-04')!)).toBe(halfTwo);
        expect(totalRupiah(bpu({ basisRupiah }, '2026-04')!)).toBe(halfThree);
        expect(totalRupiah(bpu({ basisRupiah }, '2026-04', 'government')!)).toBe(three);
      }
    },
  );

  const BOUNDS = [
    1_100_000, 1_300_000, 1_500_000, 1_700_000, 1_900_000, 2_100_000, 2_300_000, 2_500_000, 2_700_000,
    3_200_000, 3_700_000, 4_200_000, 4_700_000, 5_200_000, 5_700_000, 6_200_000, 6_700_000, 7_200_000,
    7_700_000, 8_200_000, 9_200_000, 10_200_000, 11_200_000, 12_200_000, 13_200_000, 14_200_000, 15_200_000,
    16_200_000, 17_200_000, 18_200_000, 19_200_000, 20_200_000,
  ];
  const BASES = [
    1_000_000, 1_200_000, 1_400_000, 1_600_000, 1_800_000, 2_000_000, 2_200_000, 2_400_000, 2_600_000,
    2_950_000, 3_450_000, 3_950_000, 4_450_000, 4_950_000, 5_450_000, 5_950_000, 6_450_000, 6_950_000,
    7_450_000, 7_950_000, 8_700_000, 9_700_000, 10_700_000, 11_700_000, 12_700_000, 13_700_000, 14_700_000,
    15_700_000, 16_700_000, 17_700_000, 18_700_000, 19_700_000, 20_700_000,
  ];
  it.each(BOUNDS.map((bound, index) => [bound, BASES[index]!, BASES[index + 1]!] as const))(
    'one rupiah before %d belongs to the basis %d, and that to %d',
    (bound, before, after) => {
      expect(bpu({ basisRupiah: bound - 1, programmes: ['JHT'] })).toEqual({ JHT: before / 50 });
      expect(bpu({ basisRupiah: bound, programmes: ['JHT'] })).toEqual({ JHT: after / 50 });
    },
  );
});

describe('the temporary cut of JKK and JKM (PP 50/2025)', () => {
  const full = { JKK: 10_000, JKM: 6_800, JHT: 20_000 };
  const half = { JKK: 5_000, JKM: 3_400, JHT: 20_000 };

  it.each<[string, string, Month, object]>([
    ['transport', 'ojek-driver', '2025-12', full],
    ['transport', 'ojek-driver', '2026-01', half],
    ['transport', 'ojek-driver', '2027-03', half],
    ['transport', 'ojek-driver', '2027-04', full],
    ['other', 'street-trader', '2026-03', full],
    ['other', 'street-trader', '2026-04', half],
    ['other', 'street-trader', '2026-12', half],
    ['other', 'street-trader', '2027-01', full],
    ['other', 'a-code-nobody-knows', '2026-04', half],
  ])('%s sector (%s), contribution month %s: %j', (_sector, occupation, month, amounts) =>
    expect(bpu({ occupations: [occupation] }, month)).toEqual(amounts),
  );

  it('takes a person with two jobs as transport when one of them is', () =>
    expect(bpu({ occupations: ['street-trader', 'courier'] }, '2026-01')).toEqual(half));

  it.each<[PayerKind, object]>([
    ['government', full],
    ['sponsor', half],
    ['employer', half],
    ['organiser', half],
  ])('paid by %s', (payer, amounts) => expect(bpu({}, '2026-04', payer)).toEqual(amounts));

  it('comes to whole rupiah in every bracket', () => {
    for (const { basisRupiah } of BPU_BRACKETS_2015) {
      expect(Object.values(bpu({ basisRupiah }, '2026-04')!).every(Number.isInteger)).toBe(true);
    }
  });

  it('is not for wage earners', () => expect(pu({}, '2026-04')?.JKK).toBe(12_000));
});

describe('the contribution of wage earners', () => {
  it('is a share of the wage, and nothing extra for JKP', () =>
    expect(pu({})).toEqual({ JKK: 12_000, JKM: 15_000, JHT: 285_000, JP: 150_000, JKP: 0 }));

  it.each<[Month, number, number]>([
    ['2024-02', 20_000_000, 286_788],
    ['2024-03', 20_000_000, 301_269],
    ['2025-02', 20_000_000, 301_269],
    ['2025-03', 20_000_000, 316_422],
    ['2026-03', 20_000_000, 332_589],
    ['2024-03', 10_042_300, 301_269],
    ['2024-03', 10_042_200, 301_266],
  ])('charges JP in %s on a wage of %d up to the ceiling of that month: %d', (month, basisRupiah, JP) =>
    expect(pu({ basisRupiah }, month)?.JP).toBe(JP),
  );

  it('bills no JP for months whose ceiling is not held', () => {
    expect(pu({}, '2022-03')).not.toBeNull();
    expect(pu({}, '2022-02')).toBeNull();
    expect(pu({ programmes: ['JKK', 'JKM'] }, '2022-02')).not.toBeNull();
  });

  it.each([
    [5_000_208, 12_000],
    [5_000_209, 12_001],
    [4_999_791, 11_999],
    [4_999_792, 12_000],
  ])('rounds half a rupiah up: JKK of a wage of %d is %d', (basisRupiah, JKK) =>
    expect(pu({ basisRupiah, programmes: ['JKK'] })).toEqual({ JKK }),
  );

  it('stays exact where the product would outgrow exact integers', () =>
    expect(pu({ basisRupiah: 9_007_199_254_740_000, programmes: ['JHT'] })).toEqual({
      JHT: 513_410_357_520_180,
    }));

  it('counts an employer whose risk group is not in the register as the lowest', () =>
    expect(pu({ riskGroup: null })).toEqual(pu({})));

  // rates of the five groups of PP 44/2015 as last changed by PP 49/2023, on a wage of Rp5,000,000, worked out by hand
  it.each([
    ['very-low', 12_000],
    ['low', 27_000],
    ['medium', 44_500],
    ['high', 63_500],
    ['very-high', 87_000],
  ] as const)('charges JKK by the employer’s risk group: %s, %d', (riskGroup, JKK) =>
    expect(pu({ riskGroup })).toEqual({ JKK, JKM: 15_000, JHT: 285_000, JP: 150_000, JKP: 0 }),
  );
});

it.each(['JAKON', 'PMI'] as const)('does not bill %s yet', (segment) => expect(bpu({ segment })).toBeNull());

describe('the steps of a calculation', () => {
  it('name the bracket of the table, and what a relief takes off it', () =>
    expect(contributionFor({ ...selfEmployed, basisRupiah: 2_800_000 }, 'self', '2026-04')?.steps).toEqual(
      [
        { programme: 'JKK', amountRupiah: 29_500 },
        { programme: 'JKK', amountRupiah: -14_750, kind: 'relief' },
        { programme: 'JKM', amountRupiah: 6_800 },
        { programme: 'JKM', amountRupiah: -3_400, kind: 'relief' },
        { programme: 'JHT', amountRupiah: 59_000 },
      ].map((step) =>
        step.kind === 'relief'
          ? { ...step, percentCharged: 50, regulation: 'PP 50/2025' }
          : {
              ...step,
              kind: 'bracket',
              incomeFromRupiah: 2_700_000,
              basisRupiah: 2_950_000,
              regulation: 'PP 44/2015 annex II; PP 46/2015',
            },
      ),
    ));

  it('name the share of the wage, and the ceiling where there is one', () => {
    const insured = { ...wageEarner, programmes: ['JKM', 'JP'] as const, basisRupiah: 20_000_000 };
    expect(contributionFor(insured, 'employer', '2024-12')?.steps).toMatchObject([
      { programme: 'JKM', amountRupiah: 60_000, basisPoints: 30, ceilingRupiah: null },
      {
        kind: 'share',
        programme: 'JP',
        amountRupiah: 301_269,
        wageRupiah: 20_000_000,
        ceilingRupiah: 10_042_300,
        basisPoints: 300,
        regulation: 'PP 45/2015, ceiling of 2024',
      },
    ]);
  });

  it('add up to the contribution', () => {
    for (const insured of [selfEmployed, wageEarner]) {
      const { amounts, steps } = contributionFor(insured, 'self', '2026-04')!;
      expect(steps.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0)).toBe(totalRupiah(amounts));
    }
  });
});
