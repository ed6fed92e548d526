import type { Batch, Ids } from '#libs/kernel';
import { disburse } from '../domain/claim/claim.decide.js';
import type { Teller } from '../domain/claim/disbursement.take.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim } from './own-claim.js';

/** Orders the transfer of what was approved. */
export class DisburseBenefitWhenApproved {
  constructor(
    private readonly claims: Claims,
    private readonly ids: Ids,
    private readonly teller: Teller = 'others',
  ) {}

  handle(batch: Batch<ClaimCommand>): Promise<readonly ClaimAnswer[]> {
    return this.claims.change(
      batch,
      onOwnClaim((_command, claim, { recordedAt }) =>
        disburse({ disbursementId: this.ids.next(), orderedAt: recordedAt }, claim, this.teller),
      ),
    );
  }
}
