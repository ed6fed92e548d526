import { contributionPaid, contributionReversed, membershipLapsed, membershipRevived } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { Controller } from '@nestjs/common';
import { CountCoverageWhenFactsArrive } from '../../use-cases/count-coverage-when-facts-arrive.js';
import type { ContributionMessage } from '../../use-cases/facts-of-messages.js';

@Controller()
export class ContributionsListener {
  constructor(private readonly countCoverage: CountCoverageWhenFactsArrive) {}

  @On(contributionPaid, contributionReversed, membershipLapsed, membershipRevived)
  contributionPaid(batch: Batch<ContributionMessage>) {
    return this.countCoverage.contributions(batch);
  }
}
