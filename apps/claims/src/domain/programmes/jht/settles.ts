import type { Day } from '#libs/kernel';
import { inForce } from '../calculation.js';
import type { Findings } from '../findings.js';
import { SAVINGS_RULES } from './rules.js';

/**
 * Whether savings are paid out whole, or a part of them while the rest goes on earning: paragraphs 3.2 to 3.4. `null`
 * where no findings say why they are paid, and for all that is no savings.
 */
export const settles = (findings: Findings | null, occurredOn: Day): 'whole' | 'part' | null => {
  if (findings?.kind !== 'savings') return null;
  const rules = inForce(SAVINGS_RULES, occurredOn);
  return rules?.partsBasisPoints[findings.why] === undefined ? 'whole' : 'part';
};
