import { benefitPaid, benefitReturned, claimDecided, claimSubmitted } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { Controller } from '@nestjs/common';
import {
  CountBenefitsWhenClaimsMove,
  type ClaimMessage,
} from '../../use-cases/count-benefits-when-claims-move.js';

/** What claims tells about benefits. */
@Controller()
export class ClaimsListener {
  constructor(private readonly countBenefits: CountBenefitsWhenClaimsMove) {}

  @On(claimSubmitted, claimDecided, benefitPaid, benefitReturned)
  claimMoved(batch: Batch<ClaimMessage>) {
    return this.countBenefits.handle(batch);
  }
}
