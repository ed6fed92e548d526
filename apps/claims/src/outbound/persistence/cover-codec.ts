import { PROGRAMMES, SEGMENTS, type Day, type Programme } from '#libs/kernel';
import type {
  Contribution,
  Cover,
  MembershipCover,
  Registration,
  Residence,
  Terms,
} from '../../domain/cover/cover.js';

/**
 * A person's cover as it is stored: lists instead of names, numbers instead of words, since there is one of it for
 * each person and it is written whole. Words are numbered by their place in the kernel's lists, which only grow at
 * their ends.
 */
export interface StoredCover {
  readonly m: readonly StoredMembership[];
  readonly r: readonly StoredResidence[];
  readonly d: Day | null;
  readonly p: number;
}

type StoredMembership = readonly [
  membershipId: string,
  takenMembers: number,
  takenContributions: number,
  registration: StoredRegistration | null,
  contributions: readonly StoredContribution[],
];
type StoredTerms = { readonly s?: number; readonly p?: number; readonly b?: number | null };
type StoredRegistration = readonly [
  registeredOn: Day,
  terms: StoredTerms,
  changes: readonly (readonly [Day, StoredTerms])[],
  endedOn: Day | null,
];
type StoredContribution = readonly [
  contributionId: string,
  segment: number,
  programmes: number,
  from: Day,
  through: Day,
  eventCover: 0 | 1,
  paidOn: Day,
  /** 0: the day on which it was paid. */
  recordedOn?: Day | 0 | null,
  /** 0: nothing. */
  saved?: readonly [jht: number, jp: number] | 0 | null,
];
type StoredResidence = readonly [on: Day, region: string, recordedAt: string, eventId: string];

const packProgrammes = (programmes: readonly Programme[]): number =>
  PROGRAMMES.reduce(
    (bits, programme, place) => (programmes.includes(programme) ? bits | (1 << place) : bits),
    0,
  );

const unpackProgrammes = (bits: number): Programme[] =>
  PROGRAMMES.filter((_, place) => (bits & (1 << place)) !== 0);

const packTerms = ({ segment, programmes, basisRupiah }: Partial<Terms>): StoredTerms => ({
  ...(segment !== undefined && { s: SEGMENTS.indexOf(segment) }),
  ...(programmes !== undefined && { p: packProgrammes(programmes) }),
  ...(basisRupiah !== undefined && { b: basisRupiah }),
});

const unpackTerms = ({ s, p, b }: StoredTerms): Partial<Terms> => ({
  ...(s !== undefined && { segment: SEGMENTS[s]! }),
  ...(p !== undefined && { programmes: unpackProgrammes(p) }),
  ...(b !== undefined && { basisRupiah: b }),
});

const packRegistration = ({ registeredOn, terms, changes, endedOn }: Registration): StoredRegistration => [
  registeredOn,
  packTerms(terms),
  changes.map((change) => [change.on, packTerms(change.terms)]),
  endedOn,
];

const unpackRegistration = ([registeredOn, terms, changes, endedOn]: StoredRegistration): Registration => ({
  registeredOn,
  terms: unpackTerms(terms) as Terms,
  changes: changes.map(([on, changed]) => ({ on, terms: unpackTerms(changed) })),
  endedOn,
});

type Saved = Contribution['saved'];
type StoredSaved = readonly [jht: number, jp: number] | 0 | null;

const packSaved = (saved: Saved): StoredSaved => {
  if (saved === null) return null;
  return saved.JHT === 0 && saved.JP === 0 ? 0 : [saved.JHT, saved.JP];
};

const unpackSaved = (stored: StoredSaved): Saved => {
  if (stored === null) return null;
  return stored === 0 ? { JHT: 0, JP: 0 } : { JHT: stored[0], JP: stored[1] };
};

const packContribution = (one: Contribution): StoredContribution => [
  one.contributionId,
  SEGMENTS.indexOf(one.segment),
  packProgrammes(one.programmes),
  one.from,
  one.through,
  one.eventCover ? 1 : 0,
  one.paidOn,
  one.recordedOn === one.paidOn ? 0 : one.recordedOn,
  packSaved(one.saved),
];

const unpackContribution = (stored: StoredContribution): Contribution => {
  const [contributionId, segment, programmes, from, through, eventCover, paidOn, recordedOn, saved] = stored;
  return {
    contributionId,
    segment: SEGMENTS[segment]!,
    programmes: unpackProgrammes(programmes),
    from,
    through,
    eventCover: eventCover === 1,
    paidOn,
    recordedOn: recordedOn === 0 ? paidOn : (recordedOn ?? null),
    saved: unpackSaved(saved ?? null),
  };
};

const packMembership = ([membershipId, { taken, registration, contributions }]: readonly [
  string,
  MembershipCover,
]): StoredMembership => [
  membershipId,
  taken.members,
  taken.contributions,
  registration && packRegistration(registration),
  contributions.map(packContribution),
];

const unpackMembership = ([membershipId, members, contributions, registration, paid]: StoredMembership): [
  string,
  MembershipCover,
] => [
  membershipId,
  {
    taken: { members, contributions },
    registration: registration && unpackRegistration(registration),
    contributions: paid.map(unpackContribution),
  },
];

const packResidence = ({ on, region, recordedAt, eventId }: Residence): StoredResidence => [
  on,
  region,
  recordedAt,
  eventId,
];

/** The cover as it is stored. */
export const packCover = (cover: Cover): StoredCover => ({
  m: Object.entries(cover.memberships).map(packMembership),
  r: cover.residences.map(packResidence),
  d: cover.diedOn,
  p: cover.personTaken,
});

/** The cover that was stored. */
export const unpackCover = ({ m, r, d, p }: StoredCover): Cover => ({
  memberships: Object.fromEntries(m.map(unpackMembership)),
  residences: r.map(([on, region, recordedAt, eventId]) => ({ on, region, recordedAt, eventId })),
  diedOn: d,
  personTaken: p,
});
