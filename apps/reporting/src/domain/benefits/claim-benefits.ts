import { happened, ignored, leavesGap, refused, type Day, type InSequence, type Outcome } from '#libs/kernel';

/** What a benefit counts under. */
export interface BenefitTerms {
  /** Code of residence; null: unmapped. */
  readonly region: string | null;
  readonly programme: string;
  /** The public class. */
  readonly benefit: string;
}

/** What an event says about money: nothing, that it was paid, or that it came back. */
export type MoneyFact =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'paid';
      readonly disbursementId: string;
      readonly terms: BenefitTerms;
      readonly amountRupiah: number;
      readonly paidOn: Day;
    }
  | {
      readonly kind: 'returned';
      readonly disbursementId: string;
      readonly amountRupiah: number;
      readonly returnedOn: Day;
    };

/** An event about a claim with its place in the claim's stream. */
export interface ClaimArrival extends InSequence {
  readonly claimId: string;
  readonly fact: MoneyFact;
}

/** Money that moved. What came back counts where, and under what, it was paid. */
export interface MoneyMoved extends BenefitTerms {
  readonly disbursementId: string;
  /** Below nought where it came back. */
  readonly amountRupiah: number;
  readonly movedOn: Day;
}

/** What is remembered of a claim. */
export interface ClaimBenefits {
  /** Of the last event that was taken. */
  readonly sequence: number;
  /** By id, what was paid. */
  readonly disbursements: Readonly<Record<string, BenefitTerms>>;
}

/** Before the first event of a claim. */
export const initialClaimBenefits: ClaimBenefits = { sequence: 0, disbursements: {} };

const decideMoney = (fact: MoneyFact, { disbursements }: ClaimBenefits): Outcome<MoneyMoved> => {
  if (fact.kind === 'none') return ignored('changes-no-figure');
  const { disbursementId, amountRupiah } = fact;
  if (fact.kind === 'paid')
    return happened({ ...fact.terms, disbursementId, amountRupiah, movedOn: fact.paidOn });
  const terms = disbursements[disbursementId];
  if (terms === undefined) return refused('not-paid');
  return happened({ ...terms, disbursementId, amountRupiah: -amountRupiah, movedOn: fact.returnedOn });
};

/** Each event once and none left out; money that was never paid cannot come back. */
export const decideArrival = (arrival: ClaimArrival, claim: ClaimBenefits): Outcome<MoneyMoved> => {
  if (arrival.sequence <= claim.sequence) return ignored('redelivery');
  if (leavesGap(arrival, claim.sequence)) return refused('sequence-gap');
  return decideMoney(arrival.fact, claim);
};

/** Whether an arrival was taken in, even if no figure depends on it. */
export const wasTaken = (outcome: Outcome<MoneyMoved>): boolean =>
  outcome.kind === 'happened' || (outcome.kind === 'ignored' && outcome.reason !== 'redelivery');

/** The claim after an arrival that was taken. */
export const evolveClaim = (claim: ClaimBenefits, { sequence, fact }: ClaimArrival): ClaimBenefits => {
  if (fact.kind !== 'paid') return { ...claim, sequence };
  return { sequence, disbursements: { ...claim.disbursements, [fact.disbursementId]: fact.terms } };
};
