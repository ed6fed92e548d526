import type { Batch } from '#libs/kernel';
import { recordFindings } from '../domain/claim/claim.decide.js';
import type { Findings } from '../domain/programmes/findings.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim } from './own-claim.js';

export {
  CHILD_SITUATIONS,
  COSTS,
  PENSION_REASONS,
  SAVINGS_REASONS,
  SCHOLARSHIP_EVENTS,
  SCHOOL_LEVELS,
  type Findings,
} from '../domain/programmes/findings.js';

export type KeepFindingsCommand = ClaimCommand & { readonly findings: Findings };

const decide = onOwnClaim<KeepFindingsCommand>(({ findings }, claim, { recordedAt }) =>
  recordFindings(findings, claim, recordedAt),
);

/** Keeps what papers show, from which a benefit is computed, with claims that are not decided. */
export class KeepFindingsWithClaim {
  constructor(private readonly claims: Claims) {}

  handle(batch: Batch<KeepFindingsCommand>): Promise<readonly ClaimAnswer[]> {
    return this.claims.change(batch, decide);
  }
}
