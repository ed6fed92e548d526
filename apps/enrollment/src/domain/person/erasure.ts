import { happened, ignored, refused, type Day, type Outcome } from '#libs/kernel';

/** A membership as erasure sees it. */
export interface ErasableMembership {
  readonly membershipId: string;
  readonly registeredOn: Day;
  /** `null` while nothing ends it. */
  readonly endedOn: Day | null;
}

/** A person whose data may be asked for and destroyed. */
export type Erasable =
  | { readonly status: 'unknown' }
  | { readonly status: 'erased' }
  /** It turned out to be somebody else, with whom its data is. */
  | { readonly status: 'merged' }
  | { readonly status: 'known'; readonly memberships: readonly ErasableMembership[] };

export type ErasureEvent =
  | { readonly type: 'MembershipLeft'; readonly membershipId: string; readonly endedOn: Day }
  | { readonly type: 'PersonErased' };

/** Nobody leaves before having come. */
const leftOn = ({ registeredOn }: ErasableMembership, day: Day): Day =>
  day < registeredOn ? registeredOn : day;

/** Ends what is open, then destroys what identifies the person, once. What was counted and paid stays. */
export const decideErasure = (day: Day, person: Erasable): Outcome<ErasureEvent> => {
  if (person.status === 'unknown') return refused('person-unknown');
  if (person.status === 'merged') return refused('person-merged');
  if (person.status === 'erased') return ignored('nothing-changes');
  const left = person.memberships
    .filter(({ endedOn }) => endedOn === null)
    .map((one): ErasureEvent => ({
      type: 'MembershipLeft',
      membershipId: one.membershipId,
      endedOn: leftOn(one, day),
    }));
  const [first, ...rest] = [...left, { type: 'PersonErased' } as const];
  return happened<ErasureEvent>(first!, ...rest);
};
