import { addMonths, ageOn, monthOf, monthsBetween, type Day } from '#libs/kernel';
import { contributedMonths } from '../../cover/cover.questions.js';
import { mustHold, type Assessment, type BenefitCase, type RuleVerdict } from '../benefit-case.js';
import { computed, ENTERED, inForce, inRupiah, portion, WHOLE, type Amount } from '../calculation.js';
import type { PensionFindings } from '../findings.js';
import { savingsLines } from '../savings.js';
import { limitLines } from './limits.js';
import { ACCRUAL, JP_YIELDS, MONTHLY_FROM, PENSION_AGES } from './rules.js';

const MONTHS_OF_YEAR = 12;

const ageReached = ({ why, birthDate }: PensionFindings, occurredOn: Day): RuleVerdict[] => {
  if (why !== 'retired') return [];
  const age = inForce(PENSION_AGES, occurredOn)?.age ?? Infinity;
  const isReached = birthDate !== null && ageOn(birthDate, occurredOn) >= age;
  return [mustHold('age-reached', isReached, 'age-not-reached')];
};

const monthsGranted = ({ granted, membershipId }: BenefitCase): number =>
  granted
    .filter((one) => one.membershipId === membershipId)
    .reduce((sum, { findings }) => sum + ((findings?.kind === 'pension' && findings.months) || 0), 0);

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

/** A pension: paragraph 4. At once below fifteen years of contributions, by the month from there on. */
export const assessJp = (benefitCase: BenefitCase): Assessment => {
  const { findings, cover, occurredOn } = benefitCase;
  if (findings?.kind !== 'pension') return { rules: [], amount: ENTERED };
  const rules = ageReached(findings, occurredOn);
  const contributed = contributedMonths(cover, benefitCase, monthOf(occurredOn));
  const monthlyFrom = inForce(MONTHLY_FROM, occurredOn)?.months ?? Infinity;
  if (contributed >= monthlyFrom)
    return {
      rules: [...rules, ...monthsCome(findings, benefitCase)],
      amount: monthly(findings, contributed, benefitCase),
    };
  const lines = savingsLines(benefitCase, 'JP', JP_YIELDS);
  return { rules, amount: lines === null ? ENTERED : computed(lines) };
};
