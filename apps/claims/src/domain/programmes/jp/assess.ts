import { addMonths, ageOn, monthOf, monthsBetween, type Day } from '#libs/kernel';
import { contributedMonths } from '../../cover/cover.questions.js';
import { mustHold, type Assessment, type BenefitCase, type RuleVerdict } from '../benefit-case.js';
import { computed, ENTERED, inForce, inRupiah, portion, WHOLE, type Amount } from '../calculation.js';
import type { PensionFindings } from '../findings.js';
import { savingsLines } from '../savings.js';
import { grantedBefore, wholeOnce, type Reckoned } from '../whole-sum.js';
import { limitLines } from './limits.js';
import { ACCRUAL, JP_YIELDS, MONTHLY_FROM, PENSION_AGES } from './rules.js';

const MONTHS_OF_YEAR = 12;

const ageReached = ({ why, birthDate }: PensionFindings, occurredOn: Day): RuleVerdict[] => {
  if (why !== 'retired') return [];
  const age = inForce(PENSION_AGES, occurredOn)?.age ?? Infinity;
  const isReached = birthDate !== null && ageOn(birthDate, occurredOn) >= age;
  return [mustHold('age-reached', isReached, 'age-not-reached')];
};

const monthsGranted = (benefitCase: BenefitCase): number =>
  grantedBefore(benefitCase, 'JP').reduce(
    (sum, { findings }) => sum + ((findings?.kind === 'pension' && findings.months) || 0),
    0,
  );

/** Each month once, and only when it has come; that of the event is the first. Where no number is stated none is judged. */
const monthsCome = ({ months }: PensionFindings, benefitCase: BenefitCase): RuleVerdict[] => {
  if (months === null) return [];
  const { occurredOn, submittedOn } = benefitCase;
  const come = monthsBetween(monthOf(occurredOn), monthOf(submittedOn)) + 1;
  const isCome = monthsGranted(benefitCase) + months <= come;
  return [mustHold('pension-months-come', isCome, 'pension-months-not-come')];
};

const monthly = (
  { averageWageRupiah, months }: PensionFindings,
  contributed: number,
  benefitCase: BenefitCase,
): Amount => {
  const { occurredOn } = benefitCase;
  const accrual = inForce(ACCRUAL, occurredOn);
  if (averageWageRupiah === null || months === null || accrual === null) return ENTERED;
  const of = contributed * accrual.yearlyBasisPoints;
  const monthlyRupiah = portion(averageWageRupiah, of, MONTHS_OF_YEAR * WHOLE);
  const label = `${months} × ${inRupiah(monthlyRupiah)} a month`;
  const share = `${accrual.yearlyBasisPoints / 100} % × ${contributed} months ÷ 12`;
  const rule = `JP: ${share} × the average indexed wage of ${inRupiah(averageWageRupiah)}; a setting`;
  const first = addMonths(monthOf(occurredOn), monthsGranted(benefitCase));
  return computed([
    { label, amountRupiah: months * monthlyRupiah, rule },
    ...limitLines(monthlyRupiah, { first, count: months }),
  ]);
};

const isByMonth = (contributed: number, occurredOn: Day): boolean =>
  contributed >= (inForce(MONTHLY_FROM, occurredOn)?.months ?? Infinity);

const monthsContributed = ({ cover, membershipId, programme }: BenefitCase, day: Day): number =>
  contributedMonths(cover, { membershipId, programme }, monthOf(day));

/** Who states no month was paid at once, and so was who had too few contributions for months. */
const once = (benefitCase: BenefitCase, reckoned: Reckoned): RuleVerdict[] =>
  wholeOnce(
    grantedBefore(benefitCase, 'JP').map(({ findings, occurredOn }) => {
      if (findings?.kind !== 'pension') return null;
      const byMonth =
        findings.months !== null && isByMonth(monthsContributed(benefitCase, occurredOn), occurredOn);
      return byMonth ? 'part' : 'whole';
    }),
    reckoned,
  );

/** A pension: paragraph 4. At once below fifteen years of contributions, by the month from there on. */
export const assessJp = (benefitCase: BenefitCase): Assessment => {
  const { findings, occurredOn } = benefitCase;
  if (findings?.kind !== 'pension') return { rules: once(benefitCase, 'entered'), amount: ENTERED };
  const rules = ageReached(findings, occurredOn);
  const contributed = monthsContributed(benefitCase, occurredOn);
  if (isByMonth(contributed, occurredOn)) {
    const reckoned = findings.months === null ? 'entered' : 'by-month';
    return {
      rules: [...rules, ...monthsCome(findings, benefitCase), ...once(benefitCase, reckoned)],
      amount: monthly(findings, contributed, benefitCase),
    };
  }
  const lines = savingsLines(benefitCase, 'JP', JP_YIELDS);
  const reckoned = lines === null ? 'entered' : 'from-balance';
  return {
    rules: [...rules, ...once(benefitCase, reckoned)],
    amount: lines === null ? ENTERED : computed(lines),
  };
};
