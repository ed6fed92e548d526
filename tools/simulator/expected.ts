import { addMonths } from '#libs/kernel';
import { claimPeriods } from '../sample/cases/claim-periods.js';
import { cohortsAt, type CohortName } from '../sample/cohorts.js';
import { STORY_MONTH } from '../sample/lives/joining.js';
import { KECAMATAN, KELURAHAN, members } from '../sample/places/kelurahan.js';
import { paymentKeyOf, type PaymentKey, type PaymentPlace } from '../sample/messages/payment-message.js';
import { activePersonsAt } from '../sample/scale.js';
import { signUpIdOf } from '../sample/messages/sign-up-message.js';
import type { Story } from '../sample/story.js';

/** What the sample must lead to. Computed from the cohorts alone, without a look at any message. */
export interface ExpectedFigures {
  /** Persons active in Solo on the story's day. */
  readonly activePersons: number;
  /** By Kemendagri code. */
  readonly byKelurahan: Readonly<Record<string, number>>;
  readonly byKecamatan: Readonly<Record<string, number>>;
  /** A person with both counts in both: that is the overlap. */
  readonly bySegment: { readonly PU: number; readonly BPU: number; readonly overlap: number };
  /** Rupiah paid in Solo: in 2023, in 2024 up to 28 November, and after that. */
  readonly benefitsRupiah: Readonly<Record<'2023' | '2024' | 'after', number>>;
}

const IN_BOTH_SEGMENTS: readonly CohortName[] = ['two-segments', 'moved-in'];

const sizeOf = (scale: number, ...names: readonly CohortName[]): number =>
  cohortsAt(scale)
    .filter(({ name }) => names.includes(name))
    .reduce((sum, { count }) => sum + count, 0);

const bySegment = (scale: number): ExpectedFigures['bySegment'] => {
  const overlap = sizeOf(scale, ...IN_BOTH_SEGMENTS);
  const PU = sizeOf(scale, 'employed') + overlap;
  return { PU, BPU: activePersonsAt(scale) - PU + overlap, overlap };
};

export const expectedFigures = (scale: number): ExpectedFigures => {
  const activePersons = activePersonsAt(scale);
  const counts = members(activePersons);
  const within = (code: string) =>
    counts.reduce((sum, count, index) => (KELURAHAN[index]!.kecamatan === code ? sum + count : sum), 0);
  return {
    activePersons,
    byKelurahan: Object.fromEntries(KELURAHAN.map(({ code }, index) => [code, counts[index]!])),
    byKecamatan: Object.fromEntries(KECAMATAN.map(({ code }) => [code, within(code)])),
    bySegment: bySegment(scale),
    benefitsRupiah: Object.fromEntries(
      claimPeriods(scale).map(({ id, totalRupiah }) => [id, totalRupiah]),
    ) as ExpectedFigures['benefitsRupiah'],
  };
};

/** How many inputs must get which result in the end. */
export interface ExpectedInputs {
  readonly signUps: { readonly registered: number; readonly alreadyMember: number; readonly refused: number };
  /** Payments, each counted once, however many lines it has. */
  readonly payments: { readonly accepted: number; readonly refused: number; readonly unmatched: number };
  readonly reversals: number;
}

const counted = (story: Story) => {
  let [signUps, payments, reversals] = [0, 0, 0];
  for (let person = 0; person < story.persons; person += 1) {
    for (const { terms } of story.life(person).enrolments) {
      signUps += 1;
      payments += terms.length;
      reversals += terms.filter(({ reversedAt }) => reversedAt !== null).length;
    }
  }
  return { signUps, payments, reversals };
};

export const expectedInputs = (story: Story): ExpectedInputs => {
  const { signUps, payments, reversals } = counted(story);
  const alreadyMember = sizeOf(story.scale, 'signed-up-twice');
  const refusedSignUps = sizeOf(story.scale, 'refused');
  const refused = sizeOf(story.scale, 'paid-twice', 'odd-amount');
  const groupPayments = story.groups.reduce((sum, group) => sum + group.payments, 0);
  return {
    signUps: { registered: signUps - alreadyMember - refusedSignUps, alreadyMember, refused: refusedSignUps },
    payments: { accepted: payments + groupPayments - refused, refused, unmatched: story.strays },
    reversals,
  };
};

/** A payment and the sign-up that it is for. */
export interface NamedPayment extends PaymentPlace, PaymentKey {
  readonly signUpId: string;
}

/**
 * One payment without which exactly one person less is active on the story's day: the last one of a self-employed
 * person with one membership, and the only one that covers the day.
 */
export const removablePayment = (story: Story): NamedPayment => {
  const { first, count } = story.cohorts.find(({ name }) => name === 'self-employed')!;
  for (let person = first; person < first + count; person += 1) {
    const { terms, signedUpAt } = story.life(person).enrolments[0]!;
    const [last, before] = [terms.length - 1, terms.length - 2];
    const paidBefore = terms[before] && addMonths(terms[before].from, terms[before].months);
    if (paidBefore === undefined || paidBefore > STORY_MONTH) continue;
    const place = { person, enrolment: 0, term: last };
    return { ...place, ...paymentKeyOf(story, place), signUpId: signUpIdOf(story, person, 0, signedUpAt) };
  }
  throw new Error('no self-employed person of this story has paid twice');
};
