import type { Batch } from '#libs/kernel';
import { reopen } from '../domain/claim/claim.decide.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim } from './own-claim.js';

export type ReopenClaimCommand = ClaimCommand & { readonly why: string };

const decide = onOwnClaim<ReopenClaimCommand>(({ why }, claim) => reopen(why, claim));

/** Begins rejected claims anew when somebody appeals. */
export class ReopenClaimOnAppeal {
  constructor(private readonly claims: Claims) {}

  handle(batch: Batch<ReopenClaimCommand>): Promise<readonly ClaimAnswer[]> {
    return this.claims.change(batch, decide);
  }
}
