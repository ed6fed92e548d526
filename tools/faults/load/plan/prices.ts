/** Rupiah by programme. */
export type Amounts = Readonly<Record<string, number>>;

/** What a month costs the self-employed: of the basis of the declared income 1 % and 2 %, and JKM for everybody. */
const BASES_RUPIAH: Readonly<Record<number, number>> = {
  1_000_000: 1_000_000,
  2_000_000: 2_000_000,
  3_300_000: 3_450_000,
};
const JKM_RUPIAH = 6_800;

/** The basis of one of the incomes that members of the load declare. */
export const basisRupiahOf = (incomeRupiah: number): number => BASES_RUPIAH[incomeRupiah]!;

/** What one month costs a self-employed member. */
export const traderAmounts = (incomeRupiah: number, programmes: readonly string[]): Amounts => {
  const basis = basisRupiahOf(incomeRupiah);
  const each: Amounts = { JKK: basis / 100, JKM: JKM_RUPIAH, JHT: basis / 50 };
  return Object.fromEntries(programmes.map((programme) => [programme, each[programme]!]));
};

export const WAGE_RUPIAH = 5_000_000;
export const WORKER_PROGRAMMES = ['JKK', 'JKM', 'JHT', 'JP'] as const;

/** What one month costs a worker with that wage: 0.24 %, 0.3 %, 5.7 % and 3 %. */
export const WORKER_AMOUNTS: Amounts = { JKK: 12_000, JKM: 15_000, JHT: 285_000, JP: 150_000 };

/** The same, for so many months. */
export const times = (amounts: Amounts, months: number): Amounts =>
  Object.fromEntries(Object.entries(amounts).map(([programme, rupiah]) => [programme, rupiah * months]));

/** All programmes together. */
export const total = (amounts: Amounts): number =>
  Object.values(amounts).reduce((sum, rupiah) => sum + rupiah, 0);
