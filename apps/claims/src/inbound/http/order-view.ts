import { ApiProperty } from '@nestjs/swagger';
import { standing, type Claim } from '../../use-cases/claims.js';
import { DISBURSEMENT_STATUSES } from './claim-view.js';

/** The disbursement that stands for an approved claim. */
export class OrderView {
  @ApiProperty({ format: 'uuid' }) disbursementId!: string;
  @ApiProperty({ format: 'uuid' }) claimId!: string;
  @ApiProperty({ type: 'integer' }) amountRupiah!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Stands for the account; null: none was recorded.',
  })
  payee!: string | null;
  @ApiProperty({ enum: DISBURSEMENT_STATUSES }) status!: string;
  @ApiProperty({ format: 'date-time' }) orderedAt!: string;
}

/** What is shown of the disbursement by which a claim that was disbursed stands. */
export const orderView = (claim: Claim): OrderView => {
  const one = 'disbursements' in claim ? standing(claim.disbursements) : undefined;
  if (!('decision' in claim) || one === undefined) throw new Error('the claim was not disbursed');
  const { claimId } = claim.submission;
  const { disbursementId, status, orderedAt } = one;
  const { amountRupiah } = claim.decision;
  return { disbursementId, claimId, amountRupiah, payee: claim.accountToken, status, orderedAt };
};
