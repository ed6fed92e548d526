import { contributionPaid, contributionReversed, membershipLapsed, membershipRevived } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { Controller } from '@nestjs/common';
import {
  KeepCoverWhenContributionPaid,
  type ContributionMessage,
} from '../../use-cases/keep-cover-when-contribution-paid.js';

@Controller()
export class ContributionsListener {
  constructor(private readonly keepCover: KeepCoverWhenContributionPaid) {}

  @On(contributionPaid, contributionReversed, membershipLapsed, membershipRevived)
  contributionPaid(batch: Batch<ContributionMessage>) {
    return this.keepCover.handle(batch);
  }
}
