import { ALWAYS, type Dated } from '../calculation.js';
import type { SavingsReason } from '../findings.js';
import type { Yield } from '../savings.js';

/** Paragraph 3.1: the credited yields were not found; a public simulator assumes this one. */
export const JHT_YIELDS: readonly Yield[] = [{ from: ALWAYS, yearlyBasisPoints: 500 }];

/** Paragraphs 3.2 to 3.4. */
export interface SavingsRules extends Dated {
  readonly age: number;
  /** Months from the event to the claim, by reason; none where a reason is not named. */
  readonly waitingMonths: Readonly<Partial<Record<SavingsReason, number>>>;
  /** Parts of the balance that may be taken out once, in hundredths of a percent. */
  readonly partsBasisPoints: Readonly<Partial<Record<SavingsReason, number>>>;
  /** Months of membership that a part needs. */
  readonly partAfterMonths: number;
}

export const SAVINGS_RULES: readonly SavingsRules[] = [
  {
    from: ALWAYS,
    age: 56,
    waitingMonths: { resigned: 1, 'laid-off': 1, 'contract-ended': 1, 'stopped-working': 1 },
    partsBasisPoints: { 'retirement-part': 1_000, 'home-part': 3_000 },
    partAfterMonths: 120,
  },
];
