import { CLAIM_DECISIONS, Is, kinds, type ClaimDecision } from '#libs/contracts';
import { IsOptional } from 'class-validator';
import { REJECTION_REASONS, type RejectionReason } from '../../use-cases/decide-claim-when-checked.js';

const reasonList = kinds.listOf(kinds.oneOf(REJECTION_REASONS), {
  min: 0,
  max: REJECTION_REASONS.length,
  unique: true,
});

/** An adjuster's word on a claim that was checked. */
export class DecisionRequest {
  @Is(kinds.oneOf(CLAIM_DECISIONS)) decision!: ClaimDecision;
  /** Why it is rejected; the first broken rule when absent. */
  @IsOptional() @Is(reasonList) reasons?: RejectionReason[] | null;
  /** Only where the amount is not computed. */
  @IsOptional() @Is(kinds.positiveRupiah) amountRupiah?: number | null;
}
