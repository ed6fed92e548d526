import type { Programme } from '#libs/kernel';
import { mustHold, shouldHold, type BenefitCase, type Granted, type RuleVerdict } from './benefit-case.js';

/** What an earlier grant paid of the same savings; null: without findings nobody knows. */
export type Paid = 'whole' | 'part' | null;

/**
 * How this claim comes to its amount: from the balance, of which all that was granted is taken off; by months, which
 * are counted; or entered, which knows of neither.
 */
export type Reckoned = 'from-balance' | 'by-month' | 'entered';

/** What the membership was granted by the programme before. */
export const grantedBefore = (
  { granted, membershipId }: BenefitCase,
  programme: Programme,
): readonly Granted[] =>
  granted.filter((before) => before.programme === programme && before.membershipId === membershipId);

/** A whole sum is granted once: paragraphs 3.6 and 4.6. What is not taken off, since findings are missing, is noted. */
export const wholeOnce = (before: readonly Paid[], reckoned: Reckoned): RuleVerdict[] => {
  if (before.includes('whole'))
    return reckoned === 'from-balance'
      ? [shouldHold('whole-sum-once', false, 'whole-sum-granted')]
      : [mustHold('whole-sum-once', false, 'whole-sum-granted')];
  const isOpen = reckoned === 'entered' ? before.length > 0 : before.includes(null);
  return reckoned === 'from-balance'
    ? []
    : [shouldHold('earlier-grant-reckoned', !isOpen, 'earlier-grant-not-reckoned')];
};
