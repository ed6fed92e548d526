import { ApiProperty } from '@nestjs/swagger';
import type { Bill, Billed, BilledMonth } from '../../use-cases/state-bill.js';
import { calculationOf, CalculationStepBody } from './calculation-views.js';

export class BilledMonthBody {
  @ApiProperty() month!: string;
  @ApiProperty({ description: 'Rupiah.' }) amount!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Rupiah by programme.',
  })
  amounts!: BilledMonth['amounts'];
  @ApiProperty({ format: 'date', description: 'On a weekend or holiday, the next working day.' })
  dueOn!: string;
  @ApiProperty({ description: 'Rupiah charged for paying it as late as today; wage earners only.' })
  lateFee!: number;
  @ApiProperty({
    type: [CalculationStepBody],
    description: 'They add up to the amount and the late fee.',
  })
  calculation!: readonly CalculationStepBody[];
}

/** The unpaid months of a membership. */
export class BillBody {
  @ApiProperty() paymentCode!: string;
  @ApiProperty({ format: 'uuid' }) membershipId!: string;
  @ApiProperty() through!: string;
  @ApiProperty({
    description:
      'Whole unpaid months before this one, counted to three: three are not charged any more, and the bill begins with this month.',
  })
  arrears!: number;
  @ApiProperty({ description: 'Rupiah for all of the months, without late fees.' }) amount!: number;
  @ApiProperty({
    description:
      'Rupiah for late fees: those of the months listed, and those left from months paid late before. They may be paid together with months, or stay owed.',
  })
  lateFees!: number;
  @ApiProperty({ type: [BilledMonthBody] }) months!: readonly BilledMonthBody[];
}

const monthBody = (billed: BilledMonth): BilledMonthBody => {
  const { month, totalRupiah, amounts, dueOn, lateFee } = billed;
  const calculation = calculationOf(billed);
  return { month, amount: totalRupiah, amounts, dueOn, lateFee: lateFee?.amountRupiah ?? 0, calculation };
};

/** The bill as JSON has it. */
export const billBody = (paymentCode: string, bill: Bill, billed: Billed): BillBody => ({
  paymentCode,
  membershipId: bill.membershipId,
  through: bill.through,
  arrears: billed.arrearsMonths,
  amount: billed.monthsRupiah,
  lateFees: billed.lateFeesRupiah,
  months: billed.months.map(monthBody),
});
