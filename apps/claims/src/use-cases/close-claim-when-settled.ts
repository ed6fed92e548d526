import type { Batch } from '#libs/kernel';
import { close } from '../domain/claim/claim.decide.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim } from './own-claim.js';

const decide = onOwnClaim((_command, claim) => close(claim));

/** Puts away claims that were paid or rejected. */
export class CloseClaimWhenSettled {
  constructor(private readonly claims: Claims) {}

  handle(batch: Batch<ClaimCommand>): Promise<readonly ClaimAnswer[]> {
    return this.claims.change(batch, decide);
  }
}
