import type { Clock, Day } from '#libs/kernel';
import { lastPaid, stageOn, type Stage, type Standing } from '../domain/standing/standing.js';
import { termsOn, type Membership, type Registration, type Terms } from '../domain/membership/membership.js';
import type { IdentityReviews } from './identity-reviews.js';
import type { Memberships } from './memberships.js';
import type { Standings } from './standings.js';

/** A membership as an officer sees it: the terms in force today, and all changes of them. No personal data. */
export type MembershipView = Omit<Registration, 'terms'> &
  Terms & {
    readonly status: 'open' | 'ended';
    /** An officer has yet to find out whether the NIK is the holder's. */
    readonly isProvisional: boolean;
    /** What became of it since it was registered, as contribution tells. */
    readonly stage: Stage;
    readonly coveredThrough: Day | null;
    readonly lapsedOn: Day | null;
    readonly endedOn: Day | null;
    readonly endReason: string | null;
    readonly changes: readonly { readonly effectiveOn: Day; readonly changes: Partial<Terms> }[];
  };

type KnownMembership = Exclude<Membership, { readonly status: 'unknown' }>;

export class LookUpMembership {
  constructor(
    private readonly memberships: Memberships,
    private readonly standings: Standings,
    private readonly clock: Clock,
    private readonly reviews: IdentityReviews,
  ) {}

  /** `null` when there is none with this id. */
  async find(membershipId: string): Promise<MembershipView | null> {
    return this.view(await this.memberships.find(membershipId));
  }

  /** A membership as it is seen today. */
  async view(membership: Membership): Promise<MembershipView | null> {
    if (membership.status === 'unknown') return null;
    const { membershipId } = membership.registration;
    const review = await this.reviews.find(membershipId);
    const isProvisional = review !== null && review.verdict === null;
    return { ...this.viewOf(membership, await this.standings.find(membershipId)), isProvisional };
  }

  private viewOf(membership: KnownMembership, standing: Standing): Omit<MembershipView, 'isProvisional'> {
    const { terms: _, ...registration } = membership.registration;
    const ended = membership.status === 'ended' ? membership : null;
    const today = this.clock.today();
    return {
      ...registration,
      ...termsOn(membership, today),
      status: membership.status,
      stage: stageOn(standing, ended?.endedOn ?? null, today),
      coveredThrough: lastPaid(standing)?.through ?? null,
      lapsedOn: standing.lapsedOn,
      endedOn: ended?.endedOn ?? null,
      endReason: ended?.reason ?? null,
      changes: membership.changes,
    };
  }
}
