import { benefitPaid, benefitReturned, claimDecided, claimSubmitted } from '#libs/contracts';
import { assertNever, type Batch } from '#libs/kernel';
import { followClaim } from '../domain/claim/follow-claim.js';
import type { ClaimFact } from '../domain/claim/followed-claim.js';
import type { ClaimMessage, Claims } from './claims.js';

const factOf = (message: ClaimMessage): ClaimFact => {
  switch (message.type) {
    case claimSubmitted.type: {
      const { claimId, personId, membershipId, benefit, occurredOn } = message.data;
      return { type: 'ClaimSubmitted', claimId, personId, membershipId, benefit, occurredOn };
    }
    case claimDecided.type: {
      const { decision, settles = null } = message.data;
      return decision === 'approved' ? { type: 'ClaimApproved', settles } : { type: 'ClaimRejected' };
    }
    case benefitPaid.type:
      return { type: 'BenefitPaid' };
    case benefitReturned.type:
      return { type: 'BenefitReturned' };
    default:
      return assertNever(message);
  }
};

/** A death that a granted claim has shown ends the person's memberships; savings that are paid out whole end theirs. */
export class EndMembershipWhenClaimed {
  constructor(private readonly claims: Claims) {}

  handle(batch: Batch<ClaimMessage>) {
    return this.claims.follow(batch, (message, given) =>
      followClaim({ ...message, fact: factOf(message) }, given),
    );
  }
}
