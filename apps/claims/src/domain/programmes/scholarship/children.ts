import { mustHold, shouldHold, type BenefitCase, type RuleVerdict } from '../benefit-case.js';
import type { Findings, SchoolYear } from '../findings.js';

/** A child as an adjuster names it: a letter, and the day on which it was born. */
type Named = Pick<SchoolYear, 'child' | 'birthDate'>;

const childrenOf = (findings: Findings | null): readonly Named[] =>
  findings?.kind === 'school-years' ? findings.years : [];

/**
 * A letter stands for one child, over all claims: paragraph 5.6. It cannot come with two birth dates; two letters with the
 * same one are noted, since they may be twins, or one child that is claimed for twice.
 */
export const childrenKnown = ({ findings, granted }: BenefitCase): RuleVerdict[] => {
  const claimed = childrenOf(findings);
  if (claimed.length === 0) return [];
  const before = granted
    .filter(({ benefit }) => benefit === 'scholarship')
    .flatMap((one) => childrenOf(one.findings));
  const all = [...before, ...claimed];
  const differs = claimed.some((one) =>
    all.some(({ child, birthDate }) => child === one.child && birthDate !== one.birthDate),
  );
  const isNew = ({ child }: Named) => !before.some((known) => known.child === child);
  const looksKnown = claimed.some(
    (one) =>
      isNew(one) && all.some(({ child, birthDate }) => child !== one.child && birthDate === one.birthDate),
  );
  return [
    mustHold('child-with-one-birth-date', !differs, 'child-birth-date-differs'),
    shouldHold('child-not-known-otherwise', !looksKnown, 'child-birth-date-known'),
  ];
};
