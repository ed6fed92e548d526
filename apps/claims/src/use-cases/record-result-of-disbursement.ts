import type { Batch } from '#libs/kernel';
import { recordResult } from '../domain/claim/claim.decide.js';
import type { DisbursementResult } from '../domain/claim/disbursement.result.js';
import type { Teller } from '../domain/claim/disbursement.take.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim } from './own-claim.js';

export type { DisbursementResult } from '../domain/claim/disbursement.result.js';
export type { Teller } from '../domain/claim/disbursement.take.js';

export type RecordResultCommand = ClaimCommand & { readonly result: DisbursementResult };

/** Takes what the bank reports: a benefit was paid, or came back. */
export class RecordResultOfDisbursement {
  constructor(
    private readonly claims: Claims,
    private readonly teller: Teller,
  ) {}

  handle(batch: Batch<RecordResultCommand>): Promise<readonly ClaimAnswer[]> {
    return this.claims.change(
      batch,
      onOwnClaim<RecordResultCommand>(({ result }, claim, { recordedAt }) =>
        recordResult(result, claim, recordedAt, this.teller),
      ),
    );
  }
}
