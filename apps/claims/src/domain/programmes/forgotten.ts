import { assertNever, type Day } from '#libs/kernel';
import { inForce } from './calculation.js';
import type { Findings, SchoolFindings } from './findings.js';
import { SCHOLARSHIP_RULES } from './scholarship/rules.js';
import { isTooOld } from './scholarship/school-years.js';

/** Years that the child was too old for were not paid; without birth dates nobody could tell any more. */
const yearsOf = ({ years }: SchoolFindings, occurredOn: Day): SchoolFindings['years'] => {
  const rules = inForce(SCHOLARSHIP_RULES, occurredOn);
  return years
    .filter((year) => rules === null || !isTooOld(year, rules))
    .map((year) => ({ ...year, birthDate: null }));
};

/**
 * What findings have to say of a grant once its person is erased: what it was for, so that it is not granted again, and that
 * its limits are kept. Birth dates, wages, balances and when what was told go.
 */
export const withoutPerson = (findings: Findings, occurredOn: Day): Findings => {
  switch (findings.kind) {
    case 'care':
      return { kind: findings.kind, costsRupiah: findings.costsRupiah };
    case 'temporary-disability': {
      const { kind, inabilityFrom, from, through } = findings;
      return { kind, inabilityFrom, from, through };
    }
    case 'permanent-disability': {
      const { reportedOn: _reportedOn, declaredOn: _declaredOn, ...degree } = findings;
      return degree;
    }
    case 'savings':
      return { kind: findings.kind, why: findings.why, birthDate: null };
    case 'pension': {
      const { kind, why, months } = findings;
      return { kind, why, months, birthDate: null, averageWageRupiah: null };
    }
    case 'school-years':
      return { kind: findings.kind, years: yearsOf(findings, occurredOn) };
    default:
      return assertNever(findings);
  }
};
