import type { Batch } from '#libs/kernel';
import { recordEvidence } from '../domain/claim/claim.evidence.js';
import type { Evidence } from '../domain/claim/claim.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim } from './own-claim.js';

export type KeepEvidenceCommand = ClaimCommand & { readonly evidence: Evidence };

const decide = onOwnClaim<KeepEvidenceCommand>(({ evidence }, claim) => recordEvidence(evidence, claim));

/** Keeps documents and findings with claims that are not decided. */
export class KeepEvidenceWithClaim {
  constructor(private readonly claims: Claims) {}

  handle(batch: Batch<KeepEvidenceCommand>): Promise<readonly ClaimAnswer[]> {
    return this.claims.change(batch, decide);
  }
}
