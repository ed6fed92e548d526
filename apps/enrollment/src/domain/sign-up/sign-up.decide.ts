import { happened, ignored, jakartaDay, type Day, type Outcome } from '#libs/kernel';
import { differencesFrom, type IdentityDifference } from '../identity/identity.js';
import { openMembership, type HeldMembership, type Person } from '../person/person.js';
import { bpuBasisRupiah } from './brackets.js';
import { judge, type SignUpFacts } from './sign-up.rules.js';
import type { SignUp, SignUpEvent, SignUpForm, SignUpResult } from './sign-up.js';

/** A sign-up with what the person and the membership are called if they turn out to be new. */
export interface DecideSignUp {
  readonly form: SignUpForm;
  /** Keyed hash of the content: equal for equal contents. */
  readonly contentHash: string;
  readonly personId: string;
  readonly membershipId: string;
  /** A number that no membership has had. */
  readonly serial: number;
  /** Somebody else pays for a list: who is covered on the days of the event already is not paid for twice. */
  readonly skipsCovered?: boolean | undefined;
}

/** The virtual account of a member: the biller's number, then the member number. */
export const paymentCodeOf = (memberNumber: string): string => `88888${memberNumber}`;

/** Eleven digits: two of the year of registration, nine of the serial number. */
const memberNumberOf = (registeredOn: Day, serial: number) =>
  `${registeredOn.slice(2, 4)}${String(serial).padStart(9, '0')}`;

/** The Jakarta day on which the sign-up was submitted, or that of its recording where that is earlier. */
export const registrationDay = (submittedAt: string, recordedAt: string): Day => {
  const [submittedOn, recordedOn] = [jakartaDay(submittedAt), jakartaDay(recordedAt)];
  return submittedOn < recordedOn ? submittedOn : recordedOn;
};

const accepted = (
  outcome: 'registered' | 'already-member',
  { membershipId, memberNumber, paymentCode }: HeldMembership,
  warnings: (SignUpResult & { status: 'accepted' })['warnings'],
): SignUpResult => ({ status: 'accepted', outcome, membershipId, memberNumber, paymentCode, warnings });

const membershipFrom = (
  { form, membershipId, serial }: DecideSignUp,
  registeredOn: Day,
): HeldMembership & { readonly basisRupiah: number; readonly registeredOn: Day } => {
  const memberNumber = memberNumberOf(registeredOn, serial);
  const { eventCover } = form;
  return {
    membershipId,
    memberNumber,
    paymentCode: paymentCodeOf(memberNumber),
    segment: form.segment,
    employer: form.employer?.code ?? null,
    eventCover: eventCover
      ? { name: eventCover.name, from: eventCover.from, through: eventCover.through }
      : null,
    endedOn: null,
    basisRupiah: form.segment === 'BPU' ? bpuBasisRupiah(form.declaredIncome) : form.declaredIncome,
    registeredOn,
  };
};

/** A membership that is paid for on every day of the event, or `null`. */
const coveringMembership = (
  { eventCover }: SignUpForm,
  person: Person,
  { isPaidThroughout }: SignUpFacts,
): HeldMembership | null => {
  if (eventCover == null || person.status === 'unknown') return null;
  const { from, through } = eventCover;
  return person.memberships.find(({ membershipId }) => isPaidThroughout(membershipId, from, through)) ?? null;
};

const placeIn = ({ residence }: SignUpForm, { placeOf }: SignUpFacts) =>
  residence == null ? null : placeOf(residence);

/** Under this NIK somebody else, by what was stated, is known: the membership holds until an officer has looked at it. */
const doubted = (membershipId: string, differs: readonly IdentityDifference[]): readonly SignUpEvent[] =>
  differs.length === 0 ? [] : [{ type: 'IdentityDoubted', membershipId, differs }];

/**
 * Answers a sign-up: a repeat gets no second answer, other content under a used id is refused once, a broken rule
 * refuses with every reason that applies, an open membership of the same kind is given again, all else registers.
 */
export const decideSignUp = (
  command: DecideSignUp,
  known: { readonly signUp: SignUp; readonly person: Person },
  facts: SignUpFacts,
): Outcome<SignUpEvent> => {
  const { form, contentHash } = command;
  const { signUp, person } = known;
  if (signUp.status === 'answered') {
    if (signUp.contentHash === contentHash) return ignored('already-answered');
    if (signUp.otherHashes.includes(contentHash)) return ignored('sign-up-id-reused');
    return happened({ type: 'SignUpIdReused', contentHash });
  }
  const answered = (result: SignUpResult): SignUpEvent => ({ type: 'SignUpAnswered', contentHash, result });
  const { refusals, warnings: ofRules } = judge(form, facts);
  const [first, ...more] = refusals;
  if (first !== undefined) return happened(answered({ status: 'refused', reasons: [first, ...more] }));

  const differs = person.status === 'known' ? differencesFrom(form.person, facts.identities) : [];
  const warnings: typeof ofRules = differs.length > 0 ? ['identity-differs', ...ofRules] : ofRules;
  const membership = membershipFrom(command, facts.registeredOn);
  const open = openMembership(person, membership, facts.registeredOn);
  if (open !== null) return happened(answered(accepted('already-member', open, warnings)));
  const covering = command.skipsCovered === true ? coveringMembership(form, person, facts) : null;
  if (covering !== null)
    return happened(answered(accepted('already-member', covering, ['already-covered', ...warnings])));
  const personId = person.status === 'known' ? person.personId : command.personId;
  return happened<SignUpEvent>(
    { type: 'MemberRegistered', personId, ...membership, residence: placeIn(form, facts) },
    ...doubted(membership.membershipId, differs),
    answered(accepted('registered', membership, warnings)),
  );
};
