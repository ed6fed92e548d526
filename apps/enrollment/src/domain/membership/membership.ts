import {
  assertNever,
  type ChannelKind,
  type Day,
  type EndReason,
  type PayerKind,
  type Programme,
  type Segment,
} from '#libs/kernel';
import type { EventCover } from '../person/person.js';

/** What may change while a membership lasts. */
export interface Terms {
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  readonly basis: number;
  readonly occupations: readonly string[];
  /** A Kemendagri code; holds for the person, not for this membership alone. */
  readonly residence: string | null;
  readonly payer: { readonly kind: PayerKind; readonly code: string | null };
}

/** From the day on, these of the terms are others. */
export interface DatedChange {
  readonly effectiveOn: Day;
  readonly changes: Partial<Terms>;
}

/** What was settled at registration and stays. */
export interface Registration {
  readonly membershipId: string;
  readonly personId: string;
  readonly memberNumber: string;
  readonly paymentCode: string;
  readonly channel: { readonly kind: ChannelKind; readonly code: string; readonly campaign: string | null };
  readonly employer: string | null;
  readonly eventCover: EventCover | null;
  readonly registeredOn: Day;
  readonly startsOn: Day;
  readonly signUpId: string;
  readonly terms: Terms;
}

interface Known {
  readonly registration: Registration;
  /** In the order in which they were recorded. */
  readonly changes: readonly DatedChange[];
}

export type Membership =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'open' } & Known)
  | ({ readonly status: 'ended'; readonly endedOn: Day; readonly reason: EndReason } & Known);

export interface MembershipEnded {
  readonly type: 'MembershipEnded';
  readonly endedOn: Day;
  readonly reason: EndReason;
}

export type MembershipEvent = ({ readonly type: 'MemberChanged' } & DatedChange) | MembershipEnded;

export const unknownMembership: Membership = { status: 'unknown' };

export const evolveMembership = (membership: Membership, event: MembershipEvent): Membership => {
  if (membership.status === 'unknown') return membership;
  switch (event.type) {
    case 'MemberChanged': {
      const { effectiveOn, changes } = event;
      return { ...membership, changes: [...membership.changes, { effectiveOn, changes }] };
    }
    case 'MembershipEnded': {
      const { registration, changes } = membership;
      return { status: 'ended', registration, changes, endedOn: event.endedOn, reason: event.reason };
    }
    default:
      return assertNever(event);
  }
};

/** The terms in force on a day. Of two changes for the same day the one recorded later holds. */
export const termsOn = ({ registration, changes }: Known, day: Day): Terms =>
  changes
    .filter((change) => change.effectiveOn <= day)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0))
    .reduce((terms, change) => ({ ...terms, ...change.changes }), registration.terms);
