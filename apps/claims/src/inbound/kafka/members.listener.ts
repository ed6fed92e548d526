import { memberChanged, membershipEnded, memberRegistered, personErased } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { Controller } from '@nestjs/common';
import {
  KeepCoverWhenMembershipChanged,
  type MemberMessage,
} from '../../use-cases/keep-cover-when-membership-changed.js';

@Controller()
export class MembersListener {
  constructor(private readonly keepCover: KeepCoverWhenMembershipChanged) {}

  @On(memberRegistered, memberChanged, membershipEnded, personErased)
  membershipChanged(batch: Batch<MemberMessage>) {
    return this.keepCover.handle(batch);
  }
}
