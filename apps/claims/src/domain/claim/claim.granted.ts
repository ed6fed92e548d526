import { jakartaDay } from '#libs/kernel';
import type { Granted } from '../programmes/benefit-case.js';
import type { Claim } from './claim.js';

/** What was granted, paid or not; null where nothing was. */
export const grantOf = (claim: Claim): Granted | null => {
  if (!('disbursements' in claim) || claim.decision.decision === 'rejected') return null;
  const { submission, findings, grantedFor = null, decision } = claim;
  const { programme, benefit, membershipId, occurredOn, submittedAt } = submission;
  return {
    programme,
    benefit,
    membershipId,
    occurredOn,
    submittedOn: jakartaDay(submittedAt),
    decidedOn: jakartaDay(decision.decidedAt),
    amountRupiah: decision.amountRupiah,
    findings: findings ?? grantedFor,
  };
};
