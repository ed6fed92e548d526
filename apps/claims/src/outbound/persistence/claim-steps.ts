import type { Transaction } from '#libs/persistence';
import type { ClaimEvent } from '../../domain/claim/claim.js';
import type { ClaimStep } from '../../use-cases/claims.js';

/** A step with the claim that it was done with. */
export interface TakenStep extends ClaimStep {
  readonly claimId: string;
}

const WRITE = `
  insert into claim_step (claim_id, what, by_subject, at, why)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::text[])`;

/** All that was done with a claim, in order. */
export const STEPS = `
  select what, by_subject as by, at, why from claim_step where claim_id = $1 order by position`;

/** Why the event came about, where it says so. */
export const whyOf = (event: ClaimEvent): string | null => {
  if (event.type === 'claim-reopened') return event.why;
  if ('correction' in event) return event.correction.why;
  if (event.type === 'benefit-returned' || event.type === 'disbursement-failed') return event.reason;
  const decision =
    event.type === 'approval-proposed' ? event.proposal : 'decision' in event && event.decision;
  return decision && decision.reasons.length > 0 ? decision.reasons.join(' ') : null;
};

/** Appends what was done. */
export const writeSteps = async (tx: Transaction, steps: readonly TakenStep[]): Promise<void> => {
  if (steps.length === 0) return;
  await tx.query(WRITE, [
    steps.map(({ claimId }) => claimId),
    steps.map(({ what }) => what),
    steps.map(({ by }) => by),
    steps.map(({ at }) => at),
    steps.map(({ why }) => why),
  ]);
};
