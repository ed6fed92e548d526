import { Controller } from '@nestjs/common';
import { contributionPaid, contributionReversed, membershipLapsed, membershipRevived } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { KnowStandingWhenContributionMoves } from '../../use-cases/know-standing-when-contribution-moves.js';
import type { ContributionMessage } from '../../use-cases/standings.js';

/** What contribution tells of memberships. */
@Controller()
export class ContributionsListener {
  constructor(private readonly knowStanding: KnowStandingWhenContributionMoves) {}

  @On(contributionPaid, contributionReversed, membershipLapsed, membershipRevived)
  contributionMoved(batch: Batch<ContributionMessage>) {
    return this.knowStanding.handle(batch);
  }
}
