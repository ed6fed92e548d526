import { Is, kinds } from '#libs/contracts';
import { Problem } from '#libs/http';
import { IsOptional } from 'class-validator';
import type { DisbursementResult } from '../../use-cases/record-result-of-disbursement.js';

const STATUSES = ['paid', 'returned'] as const;

/** What the bank reports of a disbursement: that it was paid, or that the money came back. */
export class DisbursementResultRequest {
  @Is(kinds.id) disbursementId!: string;
  @Is(kinds.id) claimId!: string;
  @Is(kinds.oneOf(STATUSES)) status!: (typeof STATUSES)[number];
  /** Rupiah. */
  @Is(kinds.positiveRupiah) amount!: number;
  /** Stated when paid. */
  @IsOptional() @Is(kinds.instant) paidAt?: string | null;
  /** Stated when returned. */
  @IsOptional() @Is(kinds.instant) returnedAt?: string | null;
  /** Stated when returned: a slug, since it is published and must not be able to carry a name. */
  @IsOptional() @Is(kinds.slug) reason?: string | null;
}

const missing = (path: string): Problem => Problem.refused(['missing'], [{ path, reason: 'missing' }]);

/** The result of the request. Throws a 422 where what its status needs is absent. */
export const resultOf = (request: DisbursementResultRequest): DisbursementResult => {
  const { status, amount: amountRupiah, paidAt, returnedAt, reason } = request;
  const disbursementId = request.disbursementId.toLowerCase();
  if (status === 'paid') {
    if (paidAt == null) throw missing('paidAt');
    return { status, disbursementId, amountRupiah, paidAt };
  }
  if (returnedAt == null) throw missing('returnedAt');
  if (reason == null) throw missing('reason');
  return { status, disbursementId, amountRupiah, returnedAt, reason };
};
