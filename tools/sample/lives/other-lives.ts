import { addDays, addMonths, monthOf, type Day } from '#libs/kernel';
import { monthWithin, payrollEnrolment, withReversal } from './active-lives.js';
import { caseOf, type Case } from '../cases/cases.js';
import type { Chance } from '../chance/chance.js';
import { dayBetween, dayOf, inJakarta, STORY_BEGINS_ON, type Seconds } from '../instants.js';
import { JOIN_MONTHS, paysUntil, signUpIn, signUpOn, startFor, STORY_MONTH } from './joining.js';
import type { LifeBuilder, Subject } from './life-builder.js';
import { enrolment, lifeOf, type Ending, type Enrolment, type Flaw, type Life } from './life.js';
import { FUN_RUN_DAYS, FUN_RUNS } from '../fun-run.js';
import { CODES_UNKNOWN } from '../places/places.js';
import { firstTerm, term } from './terms.js';

const someDay = (chance: Chance): Seconds => signUpIn(chance, JOIN_MONTHS.draw(chance));

export const neverPaid: LifeBuilder = (chance) => {
  const signedUpAt = someDay(chance);
  return lifeOf(enrolment({ signedUpAt, startsOn: startFor(chance, signedUpAt) }));
};

const LAST_LAPSED_MONTH = '2024-08';

/** Paid for some months, the last of them so long ago that the membership has lapsed by the story's day. */
export const lapsed: LifeBuilder = (chance) => {
  const signedUpAt = signUpIn(chance, monthWithin(chance, '2022-10', '2024-03'));
  const startsOn = startFor(chance, signedUpAt);
  const until = addMonths(monthOf(startsOn), chance.between(0, 10));
  return lifeOf(
    paysUntil(chance, signedUpAt, until < LAST_LAPSED_MONTH ? until : LAST_LAPSED_MONTH, {
      startsOn,
      exact: true,
    }),
  );
};

const upTo = (chance: Chance, until: string): Enrolment =>
  paysUntil(chance, signUpIn(chance, monthWithin(chance, '2022-10', addMonths(until, -2))), until, {
    exact: true,
  });

export const inArrears: LifeBuilder = (chance) =>
  lifeOf(upTo(chance, monthWithin(chance, '2024-09', '2024-11')));

const inDecember = (chance: Chance): Seconds =>
  inJakarta(
    dayBetween('2024-12-02', '2024-12-15', chance.share()),
    chance.between(8, 19),
    chance.between(0, 59),
  );

const startsNextYear = (chance: Chance): Life => {
  const signedUpAt = signUpOn(chance, dayBetween('2024-11-20', '2024-12-15', chance.share()));
  const terms = [firstTerm(chance, signedUpAt, '2025-01', chance.pick([1, 3, 6, 12]))];
  return lifeOf(enrolment({ signedUpAt, startsOn: '2025-01-01', terms }));
};

const paysInDecember = (chance: Chance, paidUntil: string, from: string, months: number): Life => {
  const before = upTo(chance, paidUntil);
  return lifeOf({
    ...before,
    terms: [...before.terms, term(chance, { from, months, settledAt: inDecember(chance) })],
  });
};

/** Money that comes in time, but for the months after the day's or for those long gone. */
export const paidForLater: LifeBuilder = (chance, { rank }) => {
  if (rank % 3 === 0) return startsNextYear(chance);
  return rank % 3 === 1
    ? paysInDecember(chance, '2024-10', '2025-01', chance.between(1, 6))
    : paysInDecember(chance, '2024-05', '2024-06', chance.between(1, 3));
};

export const reversed: LifeBuilder = (chance) => lifeOf(withReversal(chance).paid);

export const elsewhere: LifeBuilder = (chance) =>
  lifeOf(paysUntil(chance, someDay(chance), STORY_MONTH, { home: 'around' }));

export const unmapped: LifeBuilder = (chance) =>
  lifeOf(
    paysUntil(chance, someDay(chance), STORY_MONTH, {
      home: chance.happens(0.6) ? 'none' : { code: chance.pick(CODES_UNKNOWN) },
    }),
  );

const FUN_RUN_PAID_SHARE = 0.68;

/** Joined at a run in one of eleven cities, about two hundred in each; who paid did so for some months only. */
export const funRun: LifeBuilder = (chance, { rank }) => {
  const signedUpAt = signUpOn(chance, dayBetween(FUN_RUN_DAYS.from, FUN_RUN_DAYS.through, chance.share()));
  const { city, campaign } = FUN_RUNS[rank % FUN_RUNS.length]!;
  const stated = {
    home: { code: city },
    campaign,
  };
  if (!chance.happens(FUN_RUN_PAID_SHARE))
    return lifeOf(enrolment({ signedUpAt, startsOn: dayOf(signedUpAt), ...stated }));
  const until = addMonths(monthOf(dayOf(signedUpAt)), chance.between(1, 14));
  return lifeOf(paysUntil(chance, signedUpAt, until, { exact: true, ...stated }));
};

const left = ({ occurredOn, decidedAt }: Case, reason: Ending['reason']): Ending => ({
  endedOn: addDays(occurredOn, 1),
  reason,
  recordedAt: decidedAt,
});

const caseFor = ({ frame, rank }: Subject, programme: Case['programme']): Case =>
  caseOf(frame.seed, frame.periods, programme, rank);

const WORKED_DAYS_LEAST = 14;

/** A wage earner who worked until the day of the case. */
const workedUntil = (
  chance: Chance,
  latest: Day,
  stopped: Case,
  stated: Partial<Enrolment> = {},
): Enrolment => {
  const beforeStopping = addDays(stopped.occurredOn, -WORKED_DAYS_LEAST);
  const last = latest < beforeStopping ? latest : beforeStopping;
  const signedUpAt = signUpOn(chance, dayBetween(STORY_BEGINS_ON, last, chance.share()));
  return payrollEnrolment(chance, signedUpAt, monthOf(stopped.occurredOn), stated);
};

/** Savings of years before came along when these joined, all of them early. */
const LAST_JOINED = '2022-12-20';

export const oldAgePaid: LifeBuilder = (chance, subject) => {
  const stopped = caseFor(subject, 'JHT');
  const life = lifeOf(workedUntil(chance, LAST_JOINED, stopped));
  return { ...life, ending: left(stopped, 'benefit-claimed') };
};

const EARLY = '2022-09-20';

export const pensioned: LifeBuilder = (chance, subject) => {
  const retired = caseFor(subject, 'JP');
  const life = lifeOf(workedUntil(chance, EARLY, retired, { programmes: ['JKK', 'JKM', 'JHT', 'JP'] }));
  return { ...life, ending: left(retired, 'age') };
};

export const laidOff: LifeBuilder = (chance, subject) => {
  const lost = caseFor(subject, 'JKP');
  const life = lifeOf(workedUntil(chance, EARLY, lost, { programmes: ['JKK', 'JKM', 'JHT', 'JP', 'JKP'] }));
  return { ...life, ending: left(lost, 'left') };
};

const EMPLOYED_AT_DEATH_SHARE = 0.35;

/** Nothing is paid after the person's death. */
const paidBy = (day: Day, paid: Enrolment): Enrolment => {
  const latest = inJakarta(addDays(day, -1), 10);
  const terms = paid.terms.map((each) => ({
    ...each,
    settledAt: Math.min(each.settledAt, latest),
    recordedAt: Math.min(each.recordedAt, latest),
  }));
  return { ...paid, terms };
};

/** Insured since the story's first month; the self-employed have paid ahead, so that death alone ends the cover. */
export const died: LifeBuilder = (chance, subject) => {
  const death = caseFor(subject, 'JKM');
  const signedUpAt = signUpOn(chance, dayBetween(STORY_BEGINS_ON, EARLY, chance.share()));
  const until = monthOf(death.occurredOn);
  const insured = chance.happens(EMPLOYED_AT_DEATH_SHARE)
    ? payrollEnrolment(chance, signedUpAt, until)
    : paysUntil(chance, signedUpAt, until, { startsOn: dayOf(signedUpAt) });
  const ending: Ending = { endedOn: death.occurredOn, reason: 'died', recordedAt: death.submittedAt };
  return { ...lifeOf(paidBy(death.occurredOn, insured)), ending };
};

const FLAWS: readonly Flaw[] = ['nik-implausible', 'too-old', 'income-below-least'];

export const refusedSignUp: LifeBuilder = (chance, { rank }) => {
  const signedUpAt = someDay(chance);
  return lifeOf(
    enrolment({ signedUpAt, startsOn: startFor(chance, signedUpAt), flaw: FLAWS[rank % FLAWS.length]! }),
  );
};
