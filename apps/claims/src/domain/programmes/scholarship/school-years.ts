import { ageOn, type Day } from '#libs/kernel';
import type { CalculationLine } from '../calculation.js';
import type { SchoolYear } from '../findings.js';
import type { ScholarshipRules } from './rules.js';

/** What is known of the school years that were paid. */
export interface Schooling {
  readonly children: readonly string[];
  readonly paid: readonly SchoolYear[];
}

export const noSchooling: Schooling = { children: [], paid: [] };

/** When the years are claimed, and the day of the event that they are claimed for. */
export interface Claimed {
  readonly submittedOn: Day;
  readonly occurredOn: Day;
}

const schoolYearOf = (day: Day, { yearBegins }: ScholarshipRules): number =>
  Number(day.slice(0, 4)) - (day.slice(5) < yearBegins ? 1 : 0);

/** Whether the child has reached the age at which scholarships end when the school year begins. */
export const isTooOld = (
  { birthDate, year }: SchoolYear,
  { yearBegins, endsAtAge }: ScholarshipRules,
): boolean => birthDate !== null && ageOn(birthDate, `${year}-${yearBegins}`) >= endsAtAge;

/** Why a school year is not paid; null when it is. */
const whyNot = (
  year: SchoolYear,
  known: Schooling,
  claimed: Claimed,
  rules: ScholarshipRules,
): string | null => {
  const now = schoolYearOf(claimed.submittedOn, rules);
  const ofChild = known.paid.filter(({ child }) => child === year.child);
  const ofLevel = ofChild.filter(({ level }) => level === year.level).length;
  const { yearsMax } = rules.levels[year.level];
  if (!known.children.includes(year.child) && known.children.length >= rules.childrenMax)
    return `for ${rules.childrenMax} children`;
  if (year.situation !== 'studying') return `ends when the child is ${year.situation}`;
  if (isTooOld(year, rules)) return `ends at ${rules.endsAtAge}`;
  if (year.year > now) return 'the school year has not begun';
  if (year.year < now - rules.yearsBackMax) return `at most ${rules.yearsBackMax} school years back`;
  if (year.year < schoolYearOf(claimed.occurredOn, rules)) return 'the school year was over before the event';
  if (ofChild.some((paid) => paid.year === year.year)) return 'the school year was paid before';
  return ofLevel >= yearsMax ? `${yearsMax} years of this level` : null;
};

/** One line for each claimed year, nought where it is not paid, and what is known of the schooling after them. */
export const schoolYearLines = (
  years: readonly SchoolYear[],
  before: Schooling,
  claimed: Claimed,
  rules: ScholarshipRules,
): { readonly lines: readonly CalculationLine[]; readonly known: Schooling } => {
  let known = before;
  const lines = years.map((year) => {
    const refusal = whyNot(year, known, claimed, rules);
    const label = `Child ${year.child}, ${year.level} ${year.year}/${year.year + 1}`;
    if (refusal !== null) return { label, amountRupiah: 0, rule: `Scholarship: ${refusal}` };
    const children = known.children.includes(year.child) ? known.children : [...known.children, year.child];
    known = { children, paid: [...known.paid, year] };
    const { yearRupiah } = rules.levels[year.level];
    return { label, amountRupiah: yearRupiah, rule: 'Scholarship: the amount of the level for a year' };
  });
  return { lines, known };
};
