import type { Reason } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { OwedLine } from '../../use-cases/views.js';
import { owedLineId } from './owed-line-id.js';
import { PayerBody } from './payer-body.js';

/** Money that is owed to a payer. */
export class OwedBody {
  @ApiProperty() id!: string;
  @ApiProperty() gateway!: string;
  @ApiProperty() paymentId!: string;
  @ApiProperty({ description: 'The line of the payment, counted from 0.' }) line!: number;
  @ApiProperty({ enum: ['unmatched', 'refused'] }) status!: string;
  @ApiProperty({ type: [String] }) reasons!: readonly Reason[];
  @ApiProperty({ description: 'Rupiah.' }) amount!: number;
  @ApiProperty({ type: String, nullable: true }) paymentCode!: string | null;
  @ApiProperty({ type: PayerBody }) payer!: PayerBody;
  @ApiProperty({ format: 'date-time' }) settledAt!: string;
}

export class OwedPageBody {
  @ApiProperty({ type: [OwedBody] }) items!: readonly OwedBody[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export const owedBody = (owed: OwedLine): OwedBody => ({
  id: owedLineId(owed),
  gateway: owed.gateway,
  paymentId: owed.paymentId,
  line: owed.index,
  status: owed.status,
  reasons: [owed.reason],
  amount: owed.amountRupiah,
  paymentCode: owed.paymentCode,
  payer: owed.payer,
  settledAt: owed.settledAt,
});
