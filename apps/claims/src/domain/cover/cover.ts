import { assertNever, type Day, type Programme, type Segment } from '#libs/kernel';

/** What a membership states about itself from one day on. */
export interface Terms {
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  /** The monthly amount in rupiah that contributions and benefits are computed on; null where none was stated. */
  readonly basisRupiah: number | null;
}

/** A change of some terms from `on`; later ones stand over earlier ones. */
export interface TermsChange {
  readonly on: Day;
  readonly terms: Partial<Terms>;
}

export interface Registration {
  readonly registeredOn: Day;
  readonly terms: Terms;
  readonly changes: readonly TermsChange[];
  readonly endedOn: Day | null;
}

/** A contribution that was not reversed; both days included. */
export interface Contribution {
  readonly contributionId: string;
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  readonly from: Day;
  readonly through: Day;
  /** Cover for the days of an event: it pays for no calendar month. */
  readonly eventCover: boolean;
  readonly paidOn: Day;
  /** The day on which it was recorded, which may be later than it was paid; null where an earlier version did not keep it. */
  readonly recordedOn: Day | null;
  /** Rupiah of it that went into savings; null where an earlier version did not keep it. */
  readonly saved: Readonly<Record<'JHT' | 'JP', number>> | null;
}

/** The last sequence taken of a membership's events, for each of the two topics. */
export interface Taken {
  readonly members: number;
  readonly contributions: number;
}

export interface MembershipCover {
  /** Null while only contributions of the membership have arrived. */
  readonly registration: Registration | null;
  readonly contributions: readonly Contribution[];
  readonly taken: Taken;
}

/** A statement of where the person lives, from `on`. */
export interface Residence {
  readonly on: Day;
  readonly region: string;
  /** Of two statements for the same day the one recorded later holds; at the same instant the higher event id. */
  readonly recordedAt: string;
  readonly eventId: string;
}

/** What claims knows of one person's cover: a copy, made of what enrollment and contribution published. */
export interface Cover {
  readonly memberships: Readonly<Record<string, MembershipCover>>;
  readonly residences: readonly Residence[];
  readonly diedOn: Day | null;
  /** The last sequence taken of the events about the person as such. */
  readonly personTaken: number;
}

export type CoverFact =
  | {
      readonly type: 'membership-registered';
      readonly membershipId: string;
      readonly registeredOn: Day;
      readonly terms: Terms;
      readonly residence: Residence | null;
    }
  | {
      readonly type: 'membership-changed';
      readonly membershipId: string;
      /** Null when the residence alone changed. */
      readonly change: TermsChange | null;
      readonly residence: Residence | null;
    }
  | {
      readonly type: 'membership-ended';
      readonly membershipId: string;
      readonly endedOn: Day;
      readonly died: boolean;
    }
  | { readonly type: 'contribution-paid'; readonly membershipId: string; readonly contribution: Contribution }
  | { readonly type: 'contribution-reversed'; readonly membershipId: string; readonly contributionId: string }
  /** A lapse or a revival: which days are covered follows from the contributions alone. */
  | { readonly type: 'cover-unchanged' }
  /** What identified the person is gone; the cover stays as it was. */
  | { readonly type: 'person-erased' };

export const initialCover: Cover = { memberships: {}, residences: [], diedOn: null, personTaken: 0 };

const unknownMembership: MembershipCover = {
  registration: null,
  contributions: [],
  taken: { members: 0, contributions: 0 },
};

/** What is known of the membership, also when nothing is. */
export const membershipOf = (cover: Cover, membershipId: string): MembershipCover =>
  cover.memberships[membershipId] ?? unknownMembership;

/** The cover with another version of one membership. */
export const withMembership = (
  cover: Cover,
  membershipId: string,
  change: Partial<MembershipCover>,
): Cover => ({
  ...cover,
  memberships: { ...cover.memberships, [membershipId]: { ...membershipOf(cover, membershipId), ...change } },
});

const withRegistration = (cover: Cover, membershipId: string, change: Partial<Registration>): Cover => {
  const { registration } = membershipOf(cover, membershipId);
  return registration === null
    ? cover
    : withMembership(cover, membershipId, { registration: { ...registration, ...change } });
};

const withResidence = (cover: Cover, residence: Residence | null): Cover =>
  residence === null ? cover : { ...cover, residences: [...cover.residences, residence] };

const withDeath = (cover: Cover, on: Day): Cover => ({
  ...cover,
  diedOn: cover.diedOn === null || on < cover.diedOn ? on : cover.diedOn,
});

const changed = (cover: Cover, membershipId: string, change: TermsChange | null): Cover => {
  if (change === null) return cover;
  const changes = membershipOf(cover, membershipId).registration?.changes ?? [];
  return withRegistration(cover, membershipId, { changes: [...changes, change] });
};

/** The cover after one more fact. The facts of the two topics may come in either order. */
export const evolveCover = (cover: Cover, fact: CoverFact): Cover => {
  switch (fact.type) {
    case 'membership-registered': {
      const registration = { registeredOn: fact.registeredOn, terms: fact.terms, changes: [], endedOn: null };
      return withResidence(withMembership(cover, fact.membershipId, { registration }), fact.residence);
    }
    case 'membership-changed':
      return withResidence(changed(cover, fact.membershipId, fact.change), fact.residence);
    case 'membership-ended': {
      const ended = withRegistration(cover, fact.membershipId, { endedOn: fact.endedOn });
      return fact.died ? withDeath(ended, fact.endedOn) : ended;
    }
    case 'contribution-paid': {
      const { contributions } = membershipOf(cover, fact.membershipId);
      return withMembership(cover, fact.membershipId, {
        contributions: [...contributions, fact.contribution],
      });
    }
    case 'contribution-reversed': {
      const kept = membershipOf(cover, fact.membershipId).contributions;
      const contributions = kept.filter(({ contributionId }) => contributionId !== fact.contributionId);
      return withMembership(cover, fact.membershipId, { contributions });
    }
    case 'cover-unchanged':
    case 'person-erased':
      return cover;
    default:
      return assertNever(fact);
  }
};
