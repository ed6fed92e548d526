import type { Cause } from '#libs/contracts';
import type { Batch, Day, Outcome } from '#libs/kernel';
import type { EndMembership } from '../domain/membership/membership.decide.js';
import type { DatedChange, Membership, MembershipEvent } from '../domain/membership/membership.js';
import type { RegionChange } from '../domain/region/region-change.js';
import type { EmployerSize } from '../domain/sign-up/programmes-offered.js';

/** A change or the end of a membership, as somebody reports it. */
export interface MembershipCommand extends Cause {
  readonly membershipId: string;
  /** When the report says that it was made; heeded by the story clock alone. */
  readonly recordedAt: string | null;
  readonly asks:
    | ({ readonly kind: 'change' } & DatedChange)
    | ({ readonly kind: 'end' } & EndMembership)
    | { readonly kind: 'map'; readonly region: RegionChange };
}

export type DecideMembership = (
  command: MembershipCommand,
  membership: Membership,
  given: { readonly employerSize: (code: string) => EmployerSize | null },
) => Outcome<MembershipEvent>;

/** An outcome with the membership that it left behind. */
export type MembershipOutcome = Outcome<MembershipEvent> & { readonly membership: Membership };

/** An event whose days are over, though the membership for it has no end yet. */
export interface OverdueEventCover {
  readonly membershipId: string;
  readonly through: Day;
  readonly registeredOn: Day;
}

/** The memberships, each with all that was said of it. */
export abstract class Memberships {
  /** Decides the batch in order, each command on what those before it left behind, and keeps all of it or nothing. */
  abstract change(
    batch: Batch<MembershipCommand>,
    decide: DecideMembership,
  ): Promise<readonly MembershipOutcome[]>;
  abstract find(membershipId: string): Promise<Membership>;
  /** Open event cover that was over before the day, the oldest first. */
  abstract overdueEventCover(before: Day, limit: number): Promise<readonly OverdueEventCover[]>;
}
