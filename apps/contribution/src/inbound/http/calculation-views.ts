import { assertNever } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { BilledMonth } from '../../use-cases/state-bill.js';

type Step = BilledMonth['steps'][number];

/** One line of how an amount comes about. */
export class CalculationStepBody {
  @ApiProperty({ type: String, nullable: true, description: 'Null for a late fee, which is no programme’s.' })
  programme!: string | null;
  @ApiProperty({ description: 'In words, with the figures that went into it.' }) label!: string;
  @ApiProperty({ description: 'Rupiah; below nought where something is taken off.' }) amount!: number;
  @ApiProperty({ description: 'The rule behind it.' }) rule!: string;
}

const BASIS_POINTS_PER_PERCENT = 100;

const inRupiah = (rupiah: number): string => rupiah.toLocaleString('en-US');

const inPercent = (basisPoints: number): string => {
  const hundredths = basisPoints % BASIS_POINTS_PER_PERCENT;
  const percent = (basisPoints - hundredths) / BASIS_POINTS_PER_PERCENT;
  return `${percent}.${String(hundredths).padStart(2, '0')} %`;
};

const labelOf = (step: Step): string => {
  switch (step.kind) {
    case 'bracket':
      return `Table: incomes from ${inRupiah(step.incomeFromRupiah)} on, basis ${inRupiah(step.basisRupiah)}`;
    case 'relief':
      return `Charged at ${step.percentCharged} % for a time`;
    case 'share': {
      const { wageRupiah, ceilingRupiah, basisPoints } = step;
      const isCapped = ceilingRupiah !== null && ceilingRupiah < wageRupiah;
      const ceiling = isCapped ? `, of which at most ${inRupiah(ceilingRupiah)} count` : '';
      return `${inPercent(basisPoints)} of a wage of ${inRupiah(wageRupiah)}${ceiling}`;
    }
    default:
      return assertNever(step);
  }
};

const feeSteps = ({ lateFee }: BilledMonth): CalculationStepBody[] => {
  if (lateFee === null) return [];
  const { monthsLate, basisPointsPerMonth, amountRupiah, regulation } = lateFee;
  const label = `Late fee: ${inPercent(basisPointsPerMonth)} of the month’s contribution for each of ${monthsLate} months`;
  return [{ programme: null, label, amount: amountRupiah, rule: regulation }];
};

/** How the amounts of a month come about, the fee for paying it late last. */
export const calculationOf = (month: BilledMonth): readonly CalculationStepBody[] => [
  ...month.steps.map((step) => ({
    programme: step.programme,
    label: labelOf(step),
    amount: step.amountRupiah,
    rule: step.regulation,
  })),
  ...feeSteps(month),
];
