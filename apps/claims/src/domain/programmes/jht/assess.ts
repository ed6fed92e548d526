import { addMonthsToDay, ageOn } from '#libs/kernel';
import { membershipOf } from '../../cover/cover.js';
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
import type { SavingsFindings } from '../findings.js';
import { savingsLines } from '../savings.js';
import { grantedBefore, wholeOnce, type Reckoned } from '../whole-sum.js';
import { JHT_YIELDS, SAVINGS_RULES, type SavingsRules } from './rules.js';
import { settles } from './settles.js';

const reachedAge = ({ birthDate }: SavingsFindings, { occurredOn }: BenefitCase, { age }: SavingsRules) =>
  mustHold('age-reached', birthDate !== null && ageOn(birthDate, occurredOn) >= age, 'age-not-reached');

const waited = ({ occurredOn, submittedOn }: BenefitCase, months: number): RuleVerdict =>
  mustHold('waiting-month-over', submittedOn >= addMonthsToDay(occurredOn, months), 'waiting-month-not-over');

const memberLongEnough = (
  { cover, membershipId, occurredOn }: BenefitCase,
  { partAfterMonths }: SavingsRules,
): RuleVerdict => {
  const { registration } = membershipOf(cover, membershipId);
  const isLong =
    registration !== null && addMonthsToDay(registration.registeredOn, partAfterMonths) <= occurredOn;
  return mustHold('ten-years-of-membership', isLong, 'membership-too-short');
};

/** A part is paid once, whether for retirement or for a home. */
const onlyPart = (
  { granted, membershipId }: BenefitCase,
  { partsBasisPoints }: SavingsRules,
): RuleVerdict => {
  const before = granted.some(
    (one) =>
      one.membershipId === membershipId &&
      one.findings?.kind === 'savings' &&
      partsBasisPoints[one.findings.why] !== undefined,
  );
  return mustHold('granted-once', !before, 'benefit-already-granted');
};

const rulesFor = (found: SavingsFindings, benefitCase: BenefitCase, rules: SavingsRules): RuleVerdict[] => {
  const waiting = rules.waitingMonths[found.why];
  const isPart = rules.partsBasisPoints[found.why] !== undefined;
  return [
    ...(found.why === 'age' ? [reachedAge(found, benefitCase, rules)] : []),
    ...(waiting === undefined ? [] : [waited(benefitCase, waiting)]),
    ...(isPart ? [memberLongEnough(benefitCase, rules), onlyPart(benefitCase, rules)] : []),
  ];
};

const partOf = (lines: readonly CalculationLine[], basisPoints: number): Amount => {
  const balance = computed(lines).amountRupiah;
  const part = portion(balance, basisPoints, WHOLE);
  const label = `${basisPoints / 100} % of ${inRupiah(balance)} is ${inRupiah(part)}; the rest stays`;
  const rule = 'JHT: a part, once, after ten years of membership';
  return computed([...lines, { label, amountRupiah: part - balance, rule }]);
};

const once = (benefitCase: BenefitCase, reckoned: Reckoned): RuleVerdict[] => {
  const before = grantedBefore(benefitCase, 'JHT');
  return wholeOnce(
    before.map(({ findings, occurredOn }) => settles(findings, occurredOn)),
    reckoned,
  );
};

/** Old age savings: paragraph 3. Without findings the adjuster enters the amount. */
export const assessJht = (benefitCase: BenefitCase): Assessment => {
  const { findings, occurredOn } = benefitCase;
  const rules = inForce(SAVINGS_RULES, occurredOn);
  if (findings?.kind !== 'savings' || rules === null)
    return { rules: once(benefitCase, 'entered'), amount: ENTERED };
  const lines = savingsLines(benefitCase, 'JHT', JHT_YIELDS);
  const part = rules.partsBasisPoints[findings.why];
  const whole = lines === null ? ENTERED : computed(lines);
  const reckoned = lines === null ? 'entered' : 'from-balance';
  return {
    rules: [...rulesFor(findings, benefitCase, rules), ...once(benefitCase, reckoned)],
    amount: lines === null || part === undefined ? whole : partOf(lines, part),
  };
};
