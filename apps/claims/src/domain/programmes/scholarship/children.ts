import type { Reason } from '#libs/kernel';
import { mustHold, shouldHold, type BenefitCase, type RuleVerdict } from '../benefit-case.js';
import type { Findings, SchoolYear } from '../findings.js';

/** A child as an adjuster names it: a letter, and the day on which it was born. */
type Named = Pick<SchoolYear, 'child' | 'birthDate'>;

const childrenOf = (findings: Findings | null): readonly Named[] =>
  findings?.kind === 'school-years' ? findings.years : [];

/** Why the new letter of a child may stand for one that had another letter before; null where it cannot. */
const whyKnown = (one: Named, all: readonly Named[]): Reason | null => {
  const others = all.filter(({ child }) => child !== one.child);
  if (others.some(({ birthDate }) => birthDate === one.birthDate)) return 'child-birth-date-known';
  return others.some(({ birthDate }) => birthDate === null) ? 'child-birth-date-forgotten' : null;
};

/**
 * A letter stands for one child, over all claims: paragraph 5.6. It cannot come with two birth dates; two letters with the
 * same one are noted, since they may be twins, or one child that is claimed for twice. So is a new letter beside one whose
 * birth date was forgotten.
 */
export const childrenKnown = ({ findings, granted }: BenefitCase): RuleVerdict[] => {
  const claimed = childrenOf(findings);
  if (claimed.length === 0) return [];
  const before = granted
    .filter(({ benefit }) => benefit === 'scholarship')
    .flatMap((one) => childrenOf(one.findings));
  const all = [...before, ...claimed];
  const differs = claimed.some((one) =>
    all.some(
      ({ child, birthDate }) => child === one.child && birthDate !== null && birthDate !== one.birthDate,
    ),
  );
  const isNew = ({ child }: Named) => !before.some((known) => known.child === child);
  const reasons = claimed.filter(isNew).flatMap((one) => whyKnown(one, all) ?? []);
  const why = reasons.find((reason) => reason === 'child-birth-date-known') ?? reasons[0];
  return [
    mustHold('child-with-one-birth-date', !differs, 'child-birth-date-differs'),
    shouldHold('child-not-known-otherwise', why === undefined, why ?? 'child-birth-date-known'),
  ];
};
