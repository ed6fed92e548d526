import type { Programme } from '#libs/kernel';

/** Whole rupiah by programme; a programme that costs nothing extra stands there with 0. */
export type Amounts = Readonly<Partial<Record<Programme, number>>>;

/** What the programmes cost together, in rupiah. */
export const totalRupiah = (amounts: Amounts): number =>
  Object.values(amounts).reduce((sum, rupiah) => sum + rupiah, 0);

/** Programme by programme. */
export const added = (a: Amounts, b: Amounts): Amounts => {
  const sum: Partial<Record<Programme, number>> = { ...a };
  for (const [programme, rupiah] of Object.entries(b) as [Programme, number][]) {
    sum[programme] = (sum[programme] ?? 0) + rupiah;
  }
  return sum;
};
