import { ageOn, monthOf, monthsBetween, type Day } from '#libs/kernel';
import { contributedMonths } from '../../cover/cover.questions.js';
import { mustHold, type Assessment, type BenefitCase, type RuleVerdict } from '../benefit-case.js';
import {
  computed,
  ENTERED,
  inForce,
  inRupiah,
  portion,
  WHOLE,
  type Amount,
  type CalculationLine,
} from '../calculation.js';
import type { PensionFindings } from '../findings.js';
import { savingsLines } from '../savings.js';
import { ACCRUAL, JP_YIELDS, MONTHLY_FROM, PENSION_AGES, PENSION_LEAST, PENSION_MOST } from './rules.js';

const MONTHS_OF_YEAR = 12;

const ageReached = ({ why, birthDate }: PensionFindings, occurredOn: Day): RuleVerdict[] => {
  if (why !== 'retired') return [];
  const age = inForce(PENSION_AGES, occurredOn)?.age ?? Infinity;
  const isReached = birthDate !== null && ageOn(birthDate, occurredOn) >= age;
  return [mustHold('age-reached', isReached, 'age-not-reached')];
};

/** Each month once, and only when it has come; that of the event is the first. Where no number is stated none is judged. */
const monthsCome = (
  { months }: PensionFindings,
  { granted, membershipId, occurredOn, submittedOn }: BenefitCase,
): RuleVerdict[] => {
  if (months === null) return [];
  const come = monthsBetween(monthOf(occurredOn), monthOf(submittedOn)) + 1;
  const before = granted
    .filter((one) => one.membershipId === membershipId)
    .reduce((sum, { findings }) => sum + ((findings?.kind === 'pension' && findings.months) || 0), 0);
  return [mustHold('pension-months-come', before + months <= come, 'pension-months-not-come')];
};

/** What brings a month's pension to its least or down to its most; none where it lies between. */
const limitLine = (monthlyRupiah: number, months: number, occurredOn: Day): CalculationLine[] => {
  const least = inForce(PENSION_LEAST, occurredOn)?.rupiah ?? 0;
  const most = inForce(PENSION_MOST, occurredOn)?.rupiah ?? Infinity;
  const limit = Math.min(Math.max(monthlyRupiah, least), most);
  if (limit === monthlyRupiah) return [];
  const label = monthlyRupiah < limit ? 'Up to the least' : 'Down to the most';
  const rule = `JP: ${inRupiah(limit)} a month`;
  return [{ label, amountRupiah: (limit - monthlyRupiah) * months, rule }];
};

const monthly = (
  { averageWageRupiah, months }: PensionFindings,
  contributed: number,
  occurredOn: Day,
): Amount => {
  const accrual = inForce(ACCRUAL, occurredOn);
  if (averageWageRupiah === null || months === null || accrual === null) return ENTERED;
  const of = contributed * accrual.yearlyBasisPoints;
  const monthlyRupiah = portion(averageWageRupiah, of, MONTHS_OF_YEAR * WHOLE);
  const label = `${months} × ${inRupiah(monthlyRupiah)} a month`;
  const share = `${accrual.yearlyBasisPoints / 100} % × ${contributed} months ÷ 12`;
  const rule = `JP: ${share} × the average indexed wage of ${inRupiah(averageWageRupiah)}; a setting`;
  return computed([
    { label, amountRupiah: months * monthlyRupiah, rule },
    ...limitLine(monthlyRupiah, months, occurredOn),
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
      amount: monthly(findings, contributed, occurredOn),
    };
  const lines = savingsLines(benefitCase, 'JP', JP_YIELDS);
  return { rules, amount: lines === null ? ENTERED : computed(lines) };
};
