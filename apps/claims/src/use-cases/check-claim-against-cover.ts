import type { Batch } from '#libs/kernel';
import { check } from '../domain/claim/claim.decide.js';
import type { Policy } from '../domain/programmes/policy.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim } from './own-claim.js';

/** Holds claims against the rules and against the cover that is known of their persons. */
export class CheckClaimAgainstCover {
  constructor(
    private readonly claims: Claims,
    private readonly policy: Policy,
  ) {}

  handle(batch: Batch<ClaimCommand>): Promise<readonly ClaimAnswer[]> {
    return this.claims.change(
      batch,
      onOwnClaim((_command, claim, situation) => check(claim, situation, this.policy)),
    );
  }
}
