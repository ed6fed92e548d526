import type { Rounding } from './tariffs.js';

/** So many hundredths of a percent are the whole. */
const BASIS_POINTS = 10_000;

const ROUND: Readonly<Record<Rounding, (rupiah: number) => number>> = {
  'half-up': (rupiah) => Math.floor(rupiah + 0.5),
};

/** A share of an amount in whole rupiah; the amount is split so that no product outgrows exact integers. */
export const shareOf = (amountRupiah: number, basisPoints: number, rounding: Rounding): number => {
  const remainder = amountRupiah % BASIS_POINTS;
  const whole = ((amountRupiah - remainder) / BASIS_POINTS) * basisPoints;
  return whole + ROUND[rounding]((remainder * basisPoints) / BASIS_POINTS);
};
