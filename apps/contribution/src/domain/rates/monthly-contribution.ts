import type { Month, PayerKind, Programme, Segment } from '#libs/kernel';
import type { BpuBracket } from './bpu-brackets.js';
import { calculated, type Calculation, type Step } from './calculation.js';
import { inForce } from './effective.js';
import { sectorOf } from './sectors.js';
import { shareOf } from './share.js';
import {
  BPU_RELIEFS,
  BPU_TABLES,
  JP_WAGE_CEILINGS,
  PU_RATES,
  ROUNDINGS,
  type Relief,
  type RiskGroup,
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

/**
 * The contribution of one month, step by step. By the contribution month, not the day of payment, also in a relief.
 * @returns null when the project holds no tariff: other segments, programmes that the segment does not have, months before
 * the first tariff
 */
export const contributionFor = (insured: Insured, payer: PayerKind, month: Month): Calculation | null => {
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

const reliefIn = (month: Month, { occupations }: Insured, payer: PayerKind): Relief | undefined =>
  BPU_RELIEFS.find(
    ({ sector, from, through, exceptPayers }) =>
      from <= month && month <= through && sector === sectorOf(occupations) && !exceptPayers.includes(payer),
  );

const selfEmployed = (insured: Insured, payer: PayerKind, month: Month): Calculation | null => {
  const table = inForce(BPU_TABLES, month);
  const bracket = table && bracketOf(table.value, insured.basisRupiah);
  if (!bracket) return null;
  const relief = reliefIn(month, insured, payer);
  const { incomeFromRupiah, basisRupiah } = bracket;
  const printed = { kind: 'bracket', incomeFromRupiah, basisRupiah, regulation: table.regulation } as const;
  return byProgramme(insured.programmes, (programme) => {
    if (programme === 'JP' || programme === 'JKP') return null;
    const amountRupiah = bracket[programme];
    const step: Step = { programme, amountRupiah, ...printed };
    return relief?.programmes.includes(programme) ? [step, cutOf(step, relief)] : [step];
  });
};

const cutOf = ({ programme, amountRupiah }: Step, { percentCharged, regulation }: Relief): Step => ({
  kind: 'relief',
  programme,
  amountRupiah: (amountRupiah * percentCharged) / 100 - amountRupiah,
  percentCharged,
  regulation,
});

const wageEarner = (insured: Insured, month: Month): Calculation | null => {
  const rates = inForce(PU_RATES, month);
  const rounding = inForce(ROUNDINGS, month);
  if (!rates || !rounding) return null;
  const basisPoints = { ...rates.value, JKK: rates.value.JKK[insured.riskGroup ?? RISK_GROUP_DEFAULT] };
  return byProgramme(insured.programmes, (programme) => {
    const ceiling = programme === 'JP' ? inForce(JP_WAGE_CEILINGS, month) : null;
    if (ceiling === undefined) return null;
    const wageRupiah = insured.basisRupiah;
    const shared = ceiling ? Math.min(wageRupiah, ceiling.value) : wageRupiah;
    return [
      {
        kind: 'share',
        programme,
        amountRupiah: shareOf(shared, basisPoints[programme], rounding.value),
        wageRupiah,
        ceilingRupiah: ceiling?.value ?? null,
        basisPoints: basisPoints[programme],
        regulation: ceiling?.regulation ?? rates.regulation,
      },
    ];
  });
};

const byProgramme = (
  programmes: readonly Programme[],
  stepsOf: (programme: Programme) => readonly Step[] | null,
): Calculation | null => {
  const all: Step[] = [];
  for (const programme of programmes) {
    const steps = stepsOf(programme);
    if (steps === null) return null;
    all.push(...steps);
  }
  return calculated(all);
};
