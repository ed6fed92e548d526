import {
  happened,
  ignored,
  refused,
  type Day,
  type EndReason,
  type Outcome,
  type Reason,
} from '#libs/kernel';
import { isBpuBasis } from '../sign-up/brackets.js';
import { JOBS_MAX } from '../sign-up/limits.js';
import { isOffered, type EmployerSize } from '../sign-up/programmes-offered.js';
import {
  termsOn,
  type DatedChange,
  type Membership,
  type MembershipEvent,
  type Terms,
} from './membership.js';

export interface EndMembership {
  /** The first day on which the membership no longer is; for a death, the day of death. */
  readonly endedOn: Day;
  readonly reason: EndReason;
}

/** A text that equal values share, whatever the order of their fields. */
const canonical = (value: unknown): string =>
  JSON.stringify(
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort()
      : value,
  );

const isEqual = (a: unknown, b: unknown) => canonical(a) === canonical(b);

const differing = (changes: Partial<Terms>, terms: Terms): Partial<Terms> =>
  Object.fromEntries(
    Object.entries(changes).filter(([name, value]) => !isEqual(value, terms[name as keyof Terms])),
  );

const brokenRule = (
  terms: Terms,
  employer: string | null,
  on: Day,
  employerSize: (code: string) => EmployerSize | null,
): Reason | null => {
  if ((terms.segment === 'PU' || terms.segment === 'JAKON') && employer === null) return 'employer-missing';
  const size = employer === null ? null : employerSize(employer);
  if (!isOffered(terms.segment, terms.programmes, on, size)) return 'programme-not-offered';
  if (terms.occupations.length > JOBS_MAX) return 'too-many-jobs';
  if (terms.segment === 'BPU' && !isBpuBasis(terms.basis)) return 'basis-not-in-table';
  return null;
};

/**
 * Changes terms from a day on, backwards too. What is no change is left out; what breaks a rule of signing up, or
 * lies outside the membership's days, is refused.
 */
export const decideChange = (
  { effectiveOn, changes }: DatedChange,
  membership: Membership,
  facts: { readonly employerSize: (code: string) => EmployerSize | null },
): Outcome<MembershipEvent> => {
  if (membership.status === 'unknown') return refused('membership-unknown');
  const { employer, registeredOn } = membership.registration;
  if (effectiveOn < registeredOn) return refused('before-registration');
  if (membership.status === 'ended' && membership.endedOn <= effectiveOn) return refused('membership-ended');
  const terms = termsOn(membership, effectiveOn);
  const real = differing(changes, terms);
  if (Object.keys(real).length === 0) return ignored('nothing-changes');
  const reason = brokenRule({ ...terms, ...real }, employer, effectiveOn, facts.employerSize);
  return reason === null ? happened({ type: 'MemberChanged', effectiveOn, changes: real }) : refused(reason);
};

/** Ends a membership once. The same end again changes nothing, another one is refused. */
export const decideEnd = (
  { endedOn, reason }: EndMembership,
  membership: Membership,
): Outcome<MembershipEvent> => {
  if (membership.status === 'unknown') return refused('membership-unknown');
  if (membership.status === 'ended') {
    const isSame = membership.endedOn === endedOn && membership.reason === reason;
    return isSame ? ignored('nothing-changes') : refused('membership-ended');
  }
  if (endedOn < membership.registration.registeredOn) return refused('before-registration');
  return happened({ type: 'MembershipEnded', endedOn, reason });
};
