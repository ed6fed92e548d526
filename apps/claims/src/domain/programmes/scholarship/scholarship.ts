import type { BenefitCase, Granted } from '../benefit-case.js';
import { computed, ENTERED, inForce, inRupiah, type Amount, type CalculationLine } from '../calculation.js';
import { SCHOLARSHIP_RULES, type ScholarshipRules } from './rules.js';
import { noSchooling, schoolYearLines, type Schooling } from './school-years.js';

const schoolingAfter = (granted: readonly Granted[], rules: ScholarshipRules): Schooling =>
  granted.reduce<Schooling>(
    (known, { findings, submittedOn, occurredOn }) =>
      findings?.kind === 'school-years'
        ? schoolYearLines(findings.years, known, { submittedOn, occurredOn }, rules).known
        : known,
    noSchooling,
  );

const sumOf = (granted: readonly Granted[]): number =>
  granted.reduce((total, { amountRupiah }) => total + amountRupiah, 0);

const overCeiling = (
  lines: readonly CalculationLine[],
  granted: readonly Granted[],
  { ceilingRupiah }: ScholarshipRules,
): CalculationLine[] => {
  const before = sumOf(granted);
  const over = before + computed(lines).amountRupiah - ceilingRupiah;
  if (over <= 0) return [];
  const rule = `Scholarship: at most ${inRupiah(ceilingRupiah)} in all, ${inRupiah(before)} granted before`;
  return [{ label: 'Over the ceiling', amountRupiah: -over, rule }];
};

/** What the claimed school years come to beside all that was granted before, whichever programme granted it. */
export const scholarshipAmount = ({ findings, granted, submittedOn, occurredOn }: BenefitCase): Amount => {
  const rules = inForce(SCHOLARSHIP_RULES, occurredOn);
  if (rules === null) return ENTERED;
  const before = granted.filter(({ benefit }) => benefit === 'scholarship');
  if (findings?.kind !== 'school-years')
    return { kind: 'entered', mostRupiah: Math.max(0, rules.ceilingRupiah - sumOf(before)) };
  const known = schoolingAfter(before, rules);
  const { lines } = schoolYearLines(findings.years, known, { submittedOn, occurredOn }, rules);
  return computed([...lines, ...overCeiling(lines, before, rules)]);
};
