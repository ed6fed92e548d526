import { ApiProperty } from '@nestjs/swagger';
import type { Claim } from '../../use-cases/claims.js';

/** The disbursement that stands for an approved claim. */
export class OrderView {
  @ApiProperty({ format: 'uuid' }) disbursementId!: string;
  @ApiProperty({ format: 'uuid' }) claimId!: string;
  @ApiProperty({ type: 'integer' }) amountRupiah!: number;
  @ApiProperty({ enum: ['ordered', 'sent', 'accepted', 'failed', 'paid', 'returned'] }) status!: string;
  @ApiProperty({ format: 'date-time' }) orderedAt!: string;
}

/** What is shown of the last disbursement of a claim that was disbursed. */
export const orderView = (claim: Claim): OrderView => {
  const last = 'disbursements' in claim ? claim.disbursements.at(-1) : undefined;
  if (!('decision' in claim) || last === undefined) throw new Error('the claim was not disbursed');
  const { claimId } = claim.submission;
  const { disbursementId, status, orderedAt } = last;
  return { disbursementId, claimId, amountRupiah: claim.decision.amountRupiah, status, orderedAt };
};
