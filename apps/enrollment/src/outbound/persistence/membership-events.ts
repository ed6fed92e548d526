import {
  memberChanged,
  membershipEnded,
  newEvent,
  type Cause,
  type MemberChanges,
  type NewEvent,
} from '#libs/contracts';
import type { Clock, Ids } from '#libs/kernel';
import {
  evolveMembership,
  type MembershipEvent,
  type Registration,
} from '../../domain/membership/membership.js';
import { later } from './later.js';
import type { KnownState, MembershipState } from './membership-rows.js';

const messageOf = (
  { membershipId, personId }: Registration,
  event: MembershipEvent,
  given: Parameters<typeof newEvent>[2],
): NewEvent => {
  if (event.type === 'MembershipEnded') {
    const { endedOn, reason } = event;
    return newEvent(membershipEnded, { membershipId, personId, endedOn, reason }, given);
  }
  const changes = structuredClone(event.changes) as MemberChanges;
  return newEvent(memberChanged, { membershipId, personId, effectiveOn: event.effectiveOn, changes }, given);
};

/** The membership after the events of a decision, with the messages that follow from them. */
export const afterEvents = (
  cause: Cause & { readonly recordedAt: string | null },
  before: MembershipState,
  events: readonly MembershipEvent[],
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): { readonly state: KnownState; readonly messages: readonly NewEvent[] } => {
  const recordedAt = later(clock.recordedAt(cause.recordedAt), before.recordedAt);
  const membership = events.reduce(evolveMembership, before.membership);
  if (membership.status === 'unknown')
    throw new Error('nothing can happen to a membership that is not there');
  const messages = events.map((event, index) => {
    const sequence = before.version + index + 1;
    return messageOf(membership.registration, event, { eventId: ids.next(), sequence, recordedAt, cause });
  });
  return { state: { ...before, membership, version: before.version + events.length, recordedAt }, messages };
};
