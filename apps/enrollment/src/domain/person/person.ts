import type { Day, Segment } from '#libs/kernel';

/** The days of a contest that an organiser pays cover for. */
export interface EventCover {
  readonly name: string;
  readonly from: Day;
  readonly through: Day;
}

/** A membership as the question "is this person a member already?" sees it. */
export interface HeldMembership {
  readonly membershipId: string;
  readonly memberNumber: string;
  readonly paymentCode: string;
  readonly segment: Segment;
  readonly employer: string | null;
  readonly eventCover: EventCover | null;
  /** The first day on which it no longer is; `null` while nothing ends it. */
  readonly endedOn: Day | null;
}

/** A human being, known here by the token of the NIK. */
export type Person =
  | { readonly status: 'unknown' }
  | { readonly status: 'known'; readonly personId: string; readonly memberships: readonly HeldMembership[] };

export type PersonEvent = { readonly type: 'MemberRegistered'; readonly personId: string } & HeldMembership;

export const nobody: Person = { status: 'unknown' };

/** The person with one membership more. */
export const evolvePerson = (person: Person, registered: PersonEvent): Person => ({
  status: 'known',
  personId: registered.personId,
  memberships: [...(person.status === 'known' ? person.memberships : []), registered],
});

/** What a sign-up asks for, as far as it tells one kind of membership from another. */
export type WantedMembership = Pick<HeldMembership, 'segment' | 'employer' | 'eventCover'>;

const isSameEvent = (a: EventCover | null, b: EventCover | null) =>
  a === null || b === null ? a === b : a.name === b.name && a.from === b.from && a.through === b.through;

const isSameKind = (held: HeldMembership, wanted: WantedMembership) =>
  held.segment === wanted.segment &&
  (wanted.segment !== 'PU' || held.employer === wanted.employer) &&
  (wanted.segment !== 'BPU' || isSameEvent(held.eventCover, wanted.eventCover));

/** Event cover is over by itself on the day after the event, whether or not that has been noted yet. */
const isOpenOn = (held: HeldMembership, day: Day) =>
  (held.endedOn === null || held.endedOn > day) &&
  (held.eventCover === null || held.eventCover.through >= day);

/**
 * The membership that is open on the day and of the kind wanted, or `null`: one for each segment, for wage earners
 * one with each employer, for the self-employed an ordinary one and one for each event.
 */
export const openMembership = (person: Person, wanted: WantedMembership, on: Day): HeldMembership | null =>
  person.status === 'unknown'
    ? null
    : (person.memberships.find((held) => isSameKind(held, wanted) && isOpenOn(held, on)) ?? null);
