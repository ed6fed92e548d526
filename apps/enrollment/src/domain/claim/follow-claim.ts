import { happened, ignored, leavesGap, refused, type InSequence, type Outcome } from '#libs/kernel';
import { decideEnd } from '../membership/membership.decide.js';
import type { Membership, MembershipEnded } from '../membership/membership.js';
import {
  endingOf,
  evolveFollowedClaim,
  type ClaimFact,
  type Ending,
  type FollowedClaim,
} from './followed-claim.js';

/** A fact with its place among those of its claim. */
export interface ClaimArrival extends InSequence {
  readonly fact: ClaimFact;
}

/** What is known when a fact arrives. */
export interface ClaimGiven {
  /** `null` before the claim was submitted. */
  readonly claim: FollowedClaim | null;
  /** The last sequence that was taken. */
  readonly taken: number;
  /** All that the person has, open or not. */
  readonly memberships: readonly Membership[];
}

export type FollowedClaimEvent =
  | { readonly type: 'ClaimFollowed'; readonly claim: FollowedClaim }
  | ({ readonly membershipId: string } & MembershipEnded);

type Known = Exclude<Membership, { readonly status: 'unknown' }>;

const isMeant = ({ registration }: Known, { of }: Ending, { membershipId }: FollowedClaim) =>
  of === 'person' || registration.membershipId === membershipId;

/** Nobody's membership ends before it began: whoever was registered after the death was registered by mistake. */
const endOf = (membership: Known, { endedOn, reason }: Ending): readonly FollowedClaimEvent[] => {
  const { membershipId, registeredOn } = membership.registration;
  const on = endedOn < registeredOn ? registeredOn : endedOn;
  const outcome = decideEnd({ endedOn: on, reason }, membership);
  if (outcome.kind !== 'happened') return [];
  return outcome.events.flatMap((event) =>
    event.type === 'MembershipEnded' ? [{ membershipId, ...event }] : [],
  );
};

/** Each fact once and none left out; what it ends, ends. A membership that has ended already stays as it is. */
export const followClaim = (
  arrival: ClaimArrival,
  { claim: before, taken, memberships }: ClaimGiven,
): Outcome<FollowedClaimEvent> => {
  if (arrival.sequence <= taken) return ignored('redelivery');
  if (leavesGap(arrival, taken)) return refused('sequence-gap');
  const claim = evolveFollowedClaim(before, arrival.fact);
  if (claim === null) return refused('sequence-gap');
  const ending = endingOf(claim, arrival.fact);
  const ended = memberships.flatMap((membership) =>
    ending === null || membership.status === 'unknown' || !isMeant(membership, ending, claim)
      ? []
      : endOf(membership, ending),
  );
  return happened<FollowedClaimEvent>({ type: 'ClaimFollowed', claim }, ...ended);
};
