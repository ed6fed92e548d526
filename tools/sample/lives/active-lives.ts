import { addDays, addMonths, monthOf, monthsBetween, type Month } from '#libs/kernel';
import type { Chance } from '../chance/chance.js';
import { dayOf, inJakarta, type Seconds } from '../instants.js';
import { JOIN_MONTHS, paysUntil, signUpIn, signUpOn, startFor, STORY_MONTH } from './joining.js';
import { groupEnrolment, type LifeBuilder } from './life-builder.js';
import { enrolment, lifeOf, type Enrolment, type Term } from './life.js';
import { payrollTerms, term, termsUntil } from './terms.js';

/** A month of sign-up that leaves room for what has to come after it. */
export const monthWithin = (chance: Chance, from: Month, through: Month): Month =>
  addMonths(from, chance.between(0, monthsBetween(from, through)));

const settled = (chance: Chance, firstDay: number, lastDay: number): Seconds =>
  inJakarta(
    `${STORY_MONTH}-${String(chance.between(firstDay, lastDay)).padStart(2, '0')}`,
    chance.between(8, 19),
    chance.between(0, 59),
  );

export const selfEmployed: LifeBuilder = (chance) =>
  lifeOf(paysUntil(chance, signUpIn(chance, JOIN_MONTHS.draw(chance)), STORY_MONTH));

/** The membership lapses on the first uncovered day plus three months, so a gap of four is one that lapsed. */
const GAP_MONTHS_LEAST = 4;

/** Paid within its first month; arrears of three and more months are not charged, so counting on begins there too. */
const revivalTerm = (chance: Chance, month: Month): Term => {
  const months = Math.min(12, monthsBetween(month, STORY_MONTH) + chance.between(1, 4));
  const on = `${month}-${String(chance.between(1, 14)).padStart(2, '0')}`;
  const settledAt = inJakarta(on, chance.between(8, 20));
  return term(chance, { from: month, months, settledAt, statesMonths: chance.happens(0.6), byNik: false });
};

export const revived: LifeBuilder = (chance) => {
  const signedUpAt = signUpIn(chance, monthWithin(chance, '2022-10', '2023-11'));
  const startsOn = startFor(chance, signedUpAt);
  const paidUntil = addMonths(monthOf(startsOn), chance.between(0, 5));
  const first = paysUntil(chance, signedUpAt, paidUntil, { startsOn, exact: true });
  const back = monthWithin(chance, addMonths(paidUntil, 1 + GAP_MONTHS_LEAST), STORY_MONTH);
  return lifeOf({
    ...first,
    terms: [...first.terms, ...termsUntil(chance, revivalTerm(chance, back), STORY_MONTH)],
  });
};

/** Covered from the story's first month on, so that whatever the day of the accident, the person was insured. */
export const injured: LifeBuilder = (chance) => {
  const signedUpAt = signUpIn(chance, '2022-09');
  return lifeOf(paysUntil(chance, signedUpAt, STORY_MONTH, { startsOn: dayOf(signedUpAt) }));
};

/** A wage earner whose employer pays for this worker alone, to the story's month and no further. */
export const payrollEnrolment = (
  chance: Chance,
  signedUpAt: Seconds,
  until: Month,
  stated: Partial<Enrolment> = {},
): Enrolment => {
  const startsOn = dayOf(signedUpAt);
  const terms = payrollTerms(chance, signedUpAt, monthOf(startsOn), until);
  return enrolment({ signedUpAt, startsOn, segment: 'PU', payer: 'employer', terms, ...stated });
};

export const twoSegments: LifeBuilder = (chance) => {
  const employedAt = signUpIn(chance, monthWithin(chance, '2022-10', '2024-11'));
  const business = paysUntil(chance, signUpIn(chance, JOIN_MONTHS.draw(chance)), STORY_MONTH);
  return lifeOf(payrollEnrolment(chance, employedAt, STORY_MONTH), business);
};

/** Two memberships, of which the later one states where the person lives by now. */
export const moving =
  (before: Enrolment['home'], after: Enrolment['home']): LifeBuilder =>
  (chance) => {
    const first = paysUntil(chance, signUpIn(chance, monthWithin(chance, '2022-10', '2023-12')), STORY_MONTH);
    const movedAt = signUpIn(chance, monthWithin(chance, '2024-01', '2024-11'));
    return lifeOf(
      { ...first, home: before },
      payrollEnrolment(chance, movedAt, STORY_MONTH, { home: after }),
    );
  };

/** Covered to November alone, then a payment for December and on that is taken back before the 17th. */
export const withReversal = (chance: Chance): { readonly paid: Enrolment; readonly reversed: Term } => {
  const signedUpAt = signUpIn(chance, monthWithin(chance, '2022-10', '2024-10'));
  const paid = paysUntil(chance, signedUpAt, addMonths(STORY_MONTH, -1), { exact: true });
  const months = chance.between(1, 6);
  const settledAt = settled(chance, 1, 5);
  const december = term(chance, { from: STORY_MONTH, months, settledAt, byNik: false });
  const reversed = { ...december, reversedAt: settled(chance, 8, 9) };
  return { paid: { ...paid, terms: [...paid.terms, reversed] }, reversed };
};

export const paidAgain: LifeBuilder = (chance) => {
  const { paid, reversed } = withReversal(chance);
  const again = term(chance, {
    from: reversed.from,
    months: reversed.months,
    settledAt: settled(chance, 10, 14),
    byNik: false,
  });
  return lifeOf({ ...paid, terms: [...paid.terms, again] });
};

const settledMember = (chance: Chance): Enrolment =>
  paysUntil(chance, signUpIn(chance, monthWithin(chance, '2022-10', '2024-08')), STORY_MONTH);

export const signedUpTwice: LifeBuilder = (chance) => {
  const first = settledMember(chance);
  const again = signUpOn(chance, addDays(dayOf(first.signedUpAt), chance.between(20, 100)));
  return lifeOf(first, enrolment({ signedUpAt: again, startsOn: dayOf(again), isRepeat: true }));
};

const named = (paid: Term): Term => ({ ...paid, statesMonths: true, byNik: false });

/** Pays the last months a second time, elsewhere, a day later. */
export const paidTwice: LifeBuilder = (chance) => {
  const first = settledMember(chance);
  const terms = first.terms.map(named);
  const { from, months, recordedAt } = terms.at(-1)!;
  const twice = term(chance, {
    from,
    months,
    settledAt: recordedAt + chance.between(3_600, 80_000),
    byNik: false,
  });
  return lifeOf({ ...first, terms: [...terms, twice] });
};

const SURPLUS_RUPIAH = 700;

/** The last payment is first tried with a sum that fits no number of months. */
export const oddAmount: LifeBuilder = (chance) => {
  const first = settledMember(chance);
  const terms = first.terms.map(named);
  const right = terms.pop()!;
  const odd = {
    ...right,
    settledAt: right.settledAt - 200,
    recordedAt: right.settledAt - 100,
    surplusRupiah: SURPLUS_RUPIAH,
  };
  return lifeOf({ ...first, terms: [...terms, odd, right] });
};

const CAMPAIGN = 'BANJARSARI-2024';

export const contestOver: LifeBuilder = (chance, subject) =>
  lifeOf(groupEnrolment(chance, subject, { campaign: CAMPAIGN }));

export const carriedOn: LifeBuilder = (chance, subject) => {
  const contest = groupEnrolment(chance, subject, { campaign: CAMPAIGN });
  const signedUpAt = signUpOn(chance, addDays(contest.event!.through, chance.between(2, 20)));
  return lifeOf(contest, paysUntil(chance, signedUpAt, STORY_MONTH, { campaign: CAMPAIGN }));
};

export const employed: LifeBuilder = (chance, subject) =>
  lifeOf(groupEnrolment(chance, subject, { segment: 'PU' }));
export const sponsored: LifeBuilder = (chance, subject) => lifeOf(groupEnrolment(chance, subject));
