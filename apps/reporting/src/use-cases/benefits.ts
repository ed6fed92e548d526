import type { Batch, Outcome } from '#libs/kernel';
import type { ClaimArrival, MoneyMoved } from '../domain/benefits/claim-benefits.js';
import type { Period } from '../domain/benefits/period.js';

/** By what benefits are cut: the programme, or the public class. */
export const BENEFIT_CUTS = ['programme', 'benefit'] as const;
export type BenefitCut = (typeof BENEFIT_CUTS)[number];

/** Money that was paid less what came back. */
export interface BenefitSum {
  readonly amountRupiah: number;
  /** Claims on which more was paid within the period than came back. */
  readonly claims: number;
}

/** The same for a part of the cut; null: for all. */
export type BenefitRow = BenefitSum & { readonly part: string | null };

export interface BenefitsQuestion {
  /** Codes, none within another. */
  readonly regions: readonly string[];
  readonly period: Period;
  readonly by: BenefitCut | null;
}

/** The sum of a question, and its parts, ascending; without a cut, one row for all. */
export type BenefitSums = BenefitSum & { readonly rows: readonly BenefitRow[] };

/** What is known of the benefits that were paid. */
export abstract class Benefits {
  /** Takes the events of a batch in one transaction; one outcome for each, in order. */
  abstract take<Told extends { readonly data: { readonly personId: string } }>(
    batch: Batch<Told>,
    arrivalOf: (message: Told) => ClaimArrival,
  ): Promise<readonly Outcome<MoneyMoved>[]>;

  abstract sums(question: BenefitsQuestion): Promise<BenefitSums>;
}
