import { assertNever } from '#libs/kernel';
import { NEVER, type DayNumber } from './day-number.js';
import type { Changed, Fact, Moved, Paid, Registered, Residence } from './fact.js';

/** What is known of one membership; it may have been paid for, changed or ended before its registration is known. */
export interface Membership {
  registered: Registered | null;
  endedOn: DayNumber;
  /** By effective day, of one day the later recorded last. */
  readonly changes: Changed[];
}

/** Where a person lives from a day on, as somebody stated it. */
export interface ResidenceStatement {
  readonly effectiveOn: DayNumber;
  readonly residence: Residence;
}

/** Days `from` … `end` (not included). */
export interface Run {
  readonly from: DayNumber;
  readonly end: DayNumber;
}

/** Covered days of one membership under the same terms of contribution: disjoint, ascending, touching ones joined. */
export interface Cover {
  /** A contribution with these terms. */
  readonly like: Paid;
  readonly days: Run[];
}

/** Everything that facts up to some point say about one person. Grows fact by fact, in their order. */
export interface Knowledge {
  readonly memberships: Map<string, Membership>;
  readonly paid: Paid[];
  /** What of it is not reversed. */
  covers: Cover[];
  readonly reversed: Set<string>;
  /** By effective day, of one day the later recorded last. */
  readonly residences: ResidenceStatement[];
  diedOn: DayNumber;
}

/** Nothing is known. */
export const nothingKnown = (): Knowledge => ({
  memberships: new Map(),
  paid: [],
  covers: [],
  reversed: new Set(),
  residences: [],
  diedOn: NEVER,
});

const membershipOf = (known: Knowledge, membershipId: string): Membership => {
  let membership = known.memberships.get(membershipId);
  if (membership === undefined) {
    membership = { registered: null, endedOn: NEVER, changes: [] };
    known.memberships.set(membershipId, membership);
  }
  return membership;
};

/** Puts an item behind all that are effective on the same day or earlier. */
const insertByDay = <Item extends { effectiveOn: DayNumber }>(items: Item[], item: Item): void => {
  let place = items.length;
  while (place > 0 && items[place - 1]!.effectiveOn > item.effectiveOn) place -= 1;
  items.splice(place, 0, item);
};

const learnRegistered = (known: Knowledge, fact: Registered) => {
  membershipOf(known, fact.membershipId).registered = fact;
  if (fact.residence !== null) {
    insertByDay(known.residences, { effectiveOn: fact.registeredOn, residence: fact.residence });
  }
};

const learnMoved = (known: Knowledge, fact: Moved) =>
  insertByDay(known.residences, { effectiveOn: fact.effectiveOn, residence: fact.residence });

const sameTerms = (a: Paid, b: Paid) =>
  a.programmes === b.programmes &&
  a.segment === b.segment &&
  a.payer === b.payer &&
  a.event === b.event &&
  a.membershipId === b.membershipId;

/** Adds days to a cover; those that come in order, as nearly all do, only lengthen the last run. */
const addRun = (days: Run[], from: DayNumber, end: DayNumber): void => {
  let place = days.length;
  while (place > 0 && days[place - 1]!.end >= from) place -= 1;
  let run: Run = { from, end };
  let joined = 0;
  for (let next = days[place]; next !== undefined && next.from <= run.end; next = days[place + joined]) {
    run = { from: Math.min(run.from, next.from), end: Math.max(run.end, next.end) };
    joined += 1;
  }
  if (joined === 1) days[place] = run;
  else days.splice(place, joined, run);
};

const addCover = (known: Knowledge, paid: Paid): void => {
  if (paid.from > paid.through || known.reversed.has(paid.contributionId)) return;
  let cover = known.covers.find((each) => sameTerms(each.like, paid));
  if (cover === undefined) {
    cover = { like: paid, days: [] };
    known.covers.push(cover);
  }
  addRun(cover.days, paid.from, paid.through + 1);
};

const learnReversed = (known: Knowledge, contributionId: string): void => {
  known.reversed.add(contributionId);
  known.covers = [];
  for (const paid of known.paid) addCover(known, paid);
};

/**
 * Takes in the next fact, which must sort behind those taken in before.
 * A death reported by any membership ends cover for the whole person; of several days the earliest holds.
 */
export const learn = (known: Knowledge, fact: Fact): void => {
  switch (fact.kind) {
    case 'registered':
      return learnRegistered(known, fact);
    case 'moved':
      return learnMoved(known, fact);
    case 'changed':
      return insertByDay(membershipOf(known, fact.membershipId).changes, fact);
    case 'ended': {
      const membership = membershipOf(known, fact.membershipId);
      membership.endedOn = Math.min(membership.endedOn, fact.endedOn);
      if (fact.died) known.diedOn = Math.min(known.diedOn, fact.endedOn);
      return undefined;
    }
    case 'paid':
      known.paid.push(fact);
      return addCover(known, fact);
    case 'reversed':
      return learnReversed(known, fact.contributionId);
    default:
      return assertNever(fact);
  }
};
