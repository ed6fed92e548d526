import { Controller } from '@nestjs/common';
import { benefitPaid, benefitReturned, claimDecided, claimSubmitted } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import type { ClaimMessage } from '../../use-cases/claims.js';
import { EndMembershipWhenClaimed } from '../../use-cases/end-membership-when-claimed.js';

/** What the claims service tells of claims. */
@Controller()
export class ClaimsListener {
  constructor(private readonly endMembership: EndMembershipWhenClaimed) {}

  @On(claimSubmitted, claimDecided, benefitPaid, benefitReturned)
  claimMoved(batch: Batch<ClaimMessage>) {
    return this.endMembership.handle(batch);
  }
}
