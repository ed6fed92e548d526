import { happened, ignored, refused, type Day, type Outcome } from '#libs/kernel';
import { openMembership, type HeldMembership } from './person.js';

/** A membership as a merge sees it. */
export type MergeableMembership = HeldMembership & { readonly registeredOn: Day };

/** A person who may turn out to be somebody who is known already. */
export type Mergeable =
  | { readonly status: 'unknown' }
  | { readonly status: 'erased' }
  | { readonly status: 'merged'; readonly into: string }
  | {
      readonly status: 'known';
      readonly personId: string;
      readonly memberships: readonly MergeableMembership[];
    };

export type MergeEvent =
  | { readonly type: 'DuplicateEnded'; readonly membershipId: string; readonly endedOn: Day }
  | { readonly type: 'PersonMerged'; readonly into: string };

type Known = Extract<Mergeable, { readonly status: 'known' }>;

const laterOf = (a: Day, b: Day): Day => (a < b ? b : a);

const isOpenAfter = ({ endedOn }: MergeableMembership, day: Day) => endedOn === null || endedOn > day;

/** Cover must not be lost by it: what the duplicate has open, the person must have as well. */
const isHeldBy = (person: Known, membership: MergeableMembership, day: Day): boolean =>
  openMembership(person, membership, day) !== null;

/**
 * Two persons are one: the duplicate's open memberships end as such, and what is kept of it becomes the person's. A
 * membership that the person lacks is to be signed up for first.
 */
export const decideMerge = (duplicate: Mergeable, person: Mergeable, day: Day): Outcome<MergeEvent> => {
  if (duplicate.status === 'unknown' || person.status === 'unknown') return refused('person-unknown');
  if (duplicate.status === 'erased' || person.status === 'erased') return refused('person-erased');
  if (person.status === 'merged') return refused('person-merged');
  if (duplicate.status === 'merged')
    return duplicate.into === person.personId ? ignored('nothing-changes') : refused('person-merged');
  if (duplicate.personId === person.personId) return refused('same-person');
  const open = duplicate.memberships.filter((membership) => isOpenAfter(membership, day));
  if (!open.every((membership) => isHeldBy(person, membership, day))) return refused('membership-not-held');
  const merged: MergeEvent = { type: 'PersonMerged', into: person.personId };
  const [first = merged, ...rest] = [
    ...open
      .filter(({ endedOn }) => endedOn === null)
      .map(({ membershipId, registeredOn }): MergeEvent => ({
        type: 'DuplicateEnded',
        membershipId,
        endedOn: laterOf(day, registeredOn),
      })),
    merged,
  ];
  return happened<MergeEvent>(first, ...rest);
};
