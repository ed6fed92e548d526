import { memberChanged, membershipEnded, memberRegistered, personErased } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { Controller } from '@nestjs/common';
import { CountCoverageWhenFactsArrive } from '../../use-cases/count-coverage-when-facts-arrive.js';
import type { MemberMessage } from '../../use-cases/facts-of-messages.js';

@Controller()
export class MembersListener {
  constructor(private readonly countCoverage: CountCoverageWhenFactsArrive) {}

  @On(memberRegistered, memberChanged, membershipEnded, personErased)
  membershipChanged(batch: Batch<MemberMessage>) {
    return this.countCoverage.members(batch);
  }
}
