import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { id, instant, listOf, oneOf, rupiah, slug } from '../kinds.js';
import { claimsTopic } from '../topics.js';
import { CLAIM_DECISIONS, SETTLEMENTS, type ClaimDecision, type Settlement } from '../vocabulary.js';

export class ClaimDecided {
  @Is(id) claimId!: string;
  @Is(id) personId!: string;
  @Is(oneOf(CLAIM_DECISIONS)) decision!: ClaimDecision;
  @Is(listOf(slug, { min: 0, max: 50 })) reasons!: string[];
  /** Rupiah that may be paid; null or 0 when rejected. */
  @IsOptional() @Is(rupiah) amount?: number | null;
  /** Of approved savings, where that is known: whether they are paid out whole, or a part while the rest goes on earning. */
  @IsOptional() @Is(oneOf(SETTLEMENTS)) settles?: Settlement | null;
  @Is(instant) decidedAt!: string;
}

export const claimDecided = defineEvent({
  topic: claimsTopic,
  type: 'id.cakupan.claims.claim-decided.v1',
  summary: 'An adjuster approved the claim up to an amount, or rejected it for the reasons.',
  payload: ClaimDecided,
  key: (claim) => claim.personId,
  subject: (claim) => `claim/${claim.claimId}`,
  example: {
    claimId: '01946a10-3b72-7f14-9c08-1d4e7a5b6c44',
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    decision: 'approved',
    reasons: [],
    amount: 2_450_000,
    decidedAt: '2025-01-16T14:05:00+07:00',
  },
});
