import type { Month, PayerKind, Programme, Segment } from '#libs/kernel';
import type { Amounts } from './amounts.js';
import type { BpuBracket } from './bpu-brackets.js';
import { inForce } from './effective.js';
import { sectorOf } from './sectors.js';
import {
  BPU_RELIEFS,
  BPU_TABLES,
  JP_WAGE_CEILINGS,
  PU_RATES,
  ROUNDINGS,
  type RiskGroup,
  type Rounding,
} from './tariffs.js';

export type { RiskGroup };

/** An employer of whom the register does not say counts as of the lowest risk. */
const RISK_GROUP_DEFAULT: RiskGroup = 'very-low';

/** What a month's contribution depends on, beside the month and who pays. */
export interface Insured {
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  /** The basis or wage, in rupiah a month. */
  readonly basisRupiah: number;
  readonly occupations: readonly string[];
  /** The employer's; null for those without an employer. */
  readonly riskGroup: RiskGroup | null;
}

const BASIS_POINTS = 10_000;

const ROUND: Readonly<Record<Rounding, (rupiah: number) => number>> = {
  'half-up': (rupiah) => Math.floor(rupiah + 0.5),
};

/** A share of a wage in whole rupiah; the wage is split so that no product outgrows exact integers. */
const shareOf = (wageRupiah: number, basisPoints: number, rounding: Rounding): number => {
  const remainder = wageRupiah % BASIS_POINTS;
  const whole = ((wageRupiah - remainder) / BASIS_POINTS) * basisPoints;
  return whole + ROUND[rounding]((remainder * basisPoints) / BASIS_POINTS);
};

/**
 * The contribution of one month, by programme. By the contribution month, not the day of payment, also in a relief.
 * @returns null when the project holds no tariff: other segments, programmes that the segment does not have, months before
 * the first tariff
 */
export const contributionFor = (insured: Insured, payer: PayerKind, month: Month): Amounts | null => {
  switch (insured.segment) {
    case 'BPU':
      return selfEmployed(insured, payer, month);
    case 'PU':
      return wageEarner(insured, month);
    default:
      return null;
  }
};

const bracketOf = (table: readonly BpuBracket[], basisRupiah: number) =>
  table.findLast(({ incomeFromRupiah }) => incomeFromRupiah <= basisRupiah);

const selfEmployed = (insured: Insured, payer: PayerKind, month: Month): Amounts | null => {
  const bracket = bracketOf(inForce(BPU_TABLES, month) ?? [], insured.basisRupiah);
  if (!bracket) return null;
  const relief = BPU_RELIEFS.find(
    ({ sector, from, through, exceptPayers }) =>
      from <= month &&
      month <= through &&
      sector === sectorOf(insured.occupations) &&
      !exceptPayers.includes(payer),
  );
  return byProgramme(insured.programmes, (programme) => {
    if (programme === 'JP' || programme === 'JKP') return null;
    const full = bracket[programme];
    return relief?.programmes.includes(programme) ? (full * relief.percentCharged) / 100 : full;
  });
};

const wageEarner = (insured: Insured, month: Month): Amounts | null => {
  const rates = inForce(PU_RATES, month);
  const rounding = inForce(ROUNDINGS, month);
  if (!rates || !rounding) return null;
  const basisPoints = { ...rates, JKK: rates.JKK[insured.riskGroup ?? RISK_GROUP_DEFAULT] };
  return byProgramme(insured.programmes, (programme) => {
    const ceiling = programme === 'JP' ? inForce(JP_WAGE_CEILINGS, month) : Number.MAX_SAFE_INTEGER;
    if (ceiling === undefined) return null;
    return shareOf(Math.min(insured.basisRupiah, ceiling), basisPoints[programme], rounding);
  });
};

const byProgramme = (
  programmes: readonly Programme[],
  rupiahOf: (programme: Programme) => number | null,
): Amounts | null => {
  const amounts: Partial<Record<Programme, number>> = {};
  for (const programme of programmes) {
    const rupiah = rupiahOf(programme);
    if (rupiah === null) return null;
    amounts[programme] = rupiah;
  }
  return amounts;
};
