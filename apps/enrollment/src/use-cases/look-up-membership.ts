import type { Clock, Day } from '#libs/kernel';
import { termsOn, type Membership, type Registration, type Terms } from '../domain/membership/membership.js';
import type { Memberships } from './memberships.js';

/** A membership as an officer sees it: the terms in force today, and all changes of them. No personal data. */
export type MembershipView = Omit<Registration, 'terms'> &
  Terms & {
    readonly status: 'open' | 'ended';
    readonly endedOn: Day | null;
    readonly endReason: string | null;
    readonly changes: readonly { readonly effectiveOn: Day; readonly changes: Partial<Terms> }[];
  };

export class LookUpMembership {
  constructor(
    private readonly memberships: Memberships,
    private readonly clock: Clock,
  ) {}

  /** `null` when there is none with this id. */
  async find(membershipId: string): Promise<MembershipView | null> {
    return this.view(await this.memberships.find(membershipId));
  }

  /** A membership as it is seen today. */
  view(membership: Membership): MembershipView | null {
    if (membership.status === 'unknown') return null;
    const { terms: _, ...registration } = membership.registration;
    const ended = membership.status === 'ended' ? membership : null;
    return {
      ...registration,
      ...termsOn(membership, this.clock.today()),
      status: membership.status,
      endedOn: ended?.endedOn ?? null,
      endReason: ended?.reason ?? null,
      changes: membership.changes,
    };
  }
}
