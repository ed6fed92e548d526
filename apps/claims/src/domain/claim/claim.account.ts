import { happened, ignored, refused, type Outcome } from '#libs/kernel';
import type { Policy } from '../programmes/policy.js';
import type { AccountCorrection } from './account-correction.js';
import type { Claim, ClaimEvent } from './claim.js';

/** Money of these claims is neither out nor on its way. */
const AT_REST: readonly Claim['status'][] = ['approved', 'returned'];

/**
 * Takes another account for money that failed or came back: what is ordered next goes there. From the amount on that two
 * persons have to approve, two have to state the same account; another one takes the place of what waits for the second.
 */
export const correctAccount = (
  correction: AccountCorrection,
  claim: Claim,
  { secondPersonFromRupiah }: Pick<Policy, 'secondPersonFromRupiah'>,
): Outcome<ClaimEvent> => {
  if (!('disbursements' in claim) || claim.decision.decision === 'rejected')
    return refused('claim-not-approved');
  if (claim.status === 'closed' || !AT_REST.includes(claim.status)) return refused('account-in-use');
  const waiting = claim.correction;
  if (waiting === undefined && claim.accountToken === correction.accountToken)
    return ignored('already-answered');
  if (claim.decision.amountRupiah < secondPersonFromRupiah)
    return happened({ type: 'account-corrected', correction });
  if (waiting?.accountToken !== correction.accountToken)
    return happened({ type: 'account-correction-proposed', correction });
  return waiting.by === correction.by
    ? refused('second-person-needed')
    : happened({ type: 'account-corrected', correction });
};
