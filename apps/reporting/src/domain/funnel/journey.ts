import { addMonthsToDay, PAYER_KINDS } from '#libs/kernel';
import { dayNumber, dayOf, NEVER, type DayNumber } from '../coverage/day-number.js';
import type { Fact, Moved, Paid, Registered } from '../coverage/fact.js';
import { UNMAPPED, type Place } from '../coverage/terms.js';
import { MONTHS_AFTER, type Milestone } from './milestones.js';

/** Where, when and how a membership began. */
export interface SignUp {
  /** Where the person lived on the day of registration. */
  readonly region: string;
  readonly registeredOn: DayNumber;
  readonly channelKind: Place;
  readonly channelCode: string;
  readonly campaign: string | null;
}

/** So many memberships more (or fewer) came so far. */
export interface JourneyStep extends SignUp {
  readonly milestone: Milestone;
  readonly memberships: number;
}

/** What is known of a membership and of the person, as far as milestones go by it. */
interface Journey {
  readonly registered: Registered;
  readonly paid: readonly Paid[];
}

const SELF: Place = PAYER_KINDS.indexOf('self');

/** Days of registration are few, and months take long to reckon. */
const daysAfterRegistration = new Map<DayNumber, readonly DayNumber[]>();
const daysAfter = (registeredOn: DayNumber): readonly DayNumber[] => {
  let days = daysAfterRegistration.get(registeredOn);
  if (days === undefined) {
    const day = dayOf(registeredOn);
    days = MONTHS_AFTER.map((months) => dayNumber(addMonthsToDay(day, months)));
    daysAfterRegistration.set(registeredOn, days);
  }
  return days;
};

const isPaid = (fact: Fact): fact is Paid => fact.kind === 'paid';

/** Contributions that were not reversed. */
const goodOnes = (facts: readonly Fact[]): readonly Paid[] => {
  const paid = facts.filter(isPaid);
  if (!facts.some(({ kind }) => kind === 'reversed')) return paid;
  const reversed = new Set(facts.flatMap((fact) => (fact.kind === 'reversed' ? [fact.contributionId] : [])));
  return paid.filter(({ contributionId }) => !reversed.has(contributionId));
};

const dayOfDeath = (facts: readonly Fact[]): DayNumber =>
  facts.reduce(
    (first, fact) => (fact.kind === 'ended' && fact.died ? Math.min(first, fact.endedOn) : first),
    NEVER,
  );

type Statement = readonly [since: DayNumber, residence: string];

const statementOf = (fact: Registered | Moved): Statement | null => {
  if (fact.kind === 'moved') return [fact.effectiveOn, fact.residence];
  return fact.residence === null ? null : [fact.registeredOn, fact.residence];
};

/** The residence in force on a day, of several statements for one day the one recorded last; before the first: that one. */
const homeOn = (facts: readonly Fact[], day: DayNumber): string => {
  let inForce: Statement | null = null;
  let first: Statement | null = null;
  for (const fact of facts) {
    const said = fact.kind === 'registered' || fact.kind === 'moved' ? statementOf(fact) : null;
    if (said === null) continue;
    if (said[0] <= day && (inForce === null || said[0] >= inForce[0])) inForce = said;
    if (first === null || said[0] <= first[0]) first = said;
  }
  return (inForce ?? first)?.[1] ?? UNMAPPED;
};

const coveredAfter = (paid: readonly Paid[], registeredOn: DayNumber, diedOn: DayNumber): Milestone[] =>
  daysAfter(registeredOn).flatMap((day, place): Milestone[] =>
    day < diedOn && paid.some(({ from, through }) => from <= day && day <= through)
      ? [`active-${MONTHS_AFTER[place]!}`]
      : [],
  );

/** Event cover, and whether the person has paid for ordinary cover of days behind it since, under any membership. */
const ofEvents = (own: readonly Paid[], all: readonly Paid[]): Milestone[] => {
  const events = own.filter(({ event }) => event);
  if (events.length === 0) return [];
  const over = Math.min(...events.map(({ through }) => through));
  const wentOn = all.some(({ event, payer, through }) => !event && payer === SELF && through > over);
  return wentOn ? ['event-covered', 'went-on'] : ['event-covered'];
};

const milestonesOf = ({ registered, paid }: Journey, all: readonly Paid[], diedOn: DayNumber): Milestone[] =>
  paid.length === 0
    ? ['signed-up']
    : [
        'signed-up',
        'first-paid',
        ...coveredAfter(paid, registered.registeredOn, diedOn),
        ...ofEvents(paid, all),
      ];

/** The milestones of each membership of a person that is registered. */
export const journeysOf = (facts: readonly Fact[]): readonly JourneyStep[] => {
  const registrations = facts.filter((fact): fact is Registered => fact.kind === 'registered');
  if (registrations.length === 0) return [];
  const all = goodOnes(facts);
  const diedOn = dayOfDeath(facts);
  return registrations.flatMap((registered) => {
    const { registeredOn, channelKind, channelCode, campaign } = registered;
    const paid = all.filter(({ membershipId }) => membershipId === registered.membershipId);
    const region = homeOn(facts, registeredOn);
    const signUp: SignUp = { region, registeredOn, channelKind, channelCode, campaign };
    return milestonesOf({ registered, paid }, all, diedOn).map((milestone) => ({
      ...signUp,
      milestone,
      memberships: 1,
    }));
  });
};

const sameStep = (a: JourneyStep, b: JourneyStep): boolean =>
  a.milestone === b.milestone &&
  a.region === b.region &&
  a.registeredOn === b.registeredOn &&
  a.channelKind === b.channelKind &&
  a.channelCode === b.channelCode &&
  a.campaign === b.campaign;

/** Terms of a membership and its end say nothing of how far it came; a death does. */
const isTelling = (fact: Fact): boolean => fact.kind !== 'changed' && (fact.kind !== 'ended' || fact.died);

/**
 * A further payment of a membership that has been paid for, for days of which no milestone asks, where nothing was taken back
 * and no event covered anybody: nearly every payment.
 */
const saysNothingNew = (fact: Fact, before: readonly Fact[]): boolean => {
  if (fact.kind !== 'paid' || fact.event) return false;
  let registeredOn: DayNumber | null = null;
  let isPaidBefore = false;
  for (const each of before) {
    if (each.kind === 'reversed' || (each.kind === 'paid' && each.event)) return false;
    if (each.kind !== 'paid' && each.kind !== 'registered') continue;
    if (each.membershipId !== fact.membershipId) continue;
    if (each.kind === 'paid') isPaidBefore = true;
    else if (registeredOn === null) registeredOn = each.registeredOn;
    else return false;
  }
  return (
    isPaidBefore &&
    registeredOn !== null &&
    !daysAfter(registeredOn).some((day) => fact.from <= day && day <= fact.through)
  );
};

/** What new facts add to the milestones: those of all facts after less those before. Usually nothing. */
export const addedJourneys = (before: readonly Fact[], after: readonly Fact[]): readonly JourneyStep[] => {
  const last = after.at(-1);
  if (after.length === before.length + 1 && last !== before.at(-1) && saysNothingNew(last!, before))
    return [];
  if (!after.some((fact, place) => fact !== before[place] && isTelling(fact))) return [];
  const [earlier, later] = [journeysOf(before), [...journeysOf(after)]];
  const gone: JourneyStep[] = [];
  for (const step of earlier) {
    const place = later.findIndex((other) => sameStep(step, other));
    if (place === -1) gone.push({ ...step, memberships: -1 });
    else later.splice(place, 1);
  }
  return [...gone, ...later];
};
