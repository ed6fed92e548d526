import {
  memberChanged,
  memberRegistered,
  membershipEnded,
  personErased,
  type MessageOf,
} from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { Controller } from '@nestjs/common';
import { KnowMembershipsWhenEnrolled } from '../../use-cases/know-memberships-when-enrolled.js';

type Message = MessageOf<
  typeof memberRegistered | typeof memberChanged | typeof membershipEnded | typeof personErased
>;

/** What enrollment says of its members. */
@Controller()
export class MembersListener {
  constructor(private readonly knowMemberships: KnowMembershipsWhenEnrolled) {}

  @On(memberRegistered, memberChanged, membershipEnded, personErased)
  enrolled(batch: Batch<Message>) {
    return this.knowMemberships.handle(batch);
  }
}
