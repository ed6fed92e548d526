import { addDays, assertNever, type Benefit, type Day } from '#libs/kernel';

/** Whether savings are paid out whole, or a part of them while the rest goes on earning. */
export type Settles = 'whole' | 'part';

/** What enrollment keeps of a claim. */
export interface FollowedClaim {
  readonly claimId: string;
  readonly personId: string;
  readonly membershipId: string;
  readonly benefit: Benefit;
  /** The day of the death, or the last day of work. */
  readonly occurredOn: Day;
  /** `null` until an approval says it, and where it says nothing. */
  readonly settles: Settles | null;
}

/** What the claims service tells of a claim. */
export type ClaimFact =
  | ({ readonly type: 'ClaimSubmitted' } & Omit<FollowedClaim, 'settles'>)
  | { readonly type: 'ClaimApproved'; readonly settles: Settles | null }
  | { readonly type: 'ClaimRejected' }
  | { readonly type: 'BenefitPaid' }
  | { readonly type: 'BenefitReturned' };

/** Why memberships end: all that the person has, or the one that was claimed on. */
export interface Ending {
  readonly of: 'person' | 'membership';
  /** The first day on which they no longer are. */
  readonly endedOn: Day;
  readonly reason: 'died' | 'benefit-claimed';
}

/** The claim after one more fact; `null` before it was submitted. */
export const evolveFollowedClaim = (claim: FollowedClaim | null, fact: ClaimFact): FollowedClaim | null => {
  switch (fact.type) {
    case 'ClaimSubmitted': {
      const { type: _, ...submitted } = fact;
      return { ...submitted, settles: null };
    }
    case 'ClaimApproved':
      return claim && { ...claim, settles: fact.settles };
    case 'ClaimRejected':
    case 'BenefitPaid':
    case 'BenefitReturned':
      return claim;
    default:
      return assertNever(fact);
  }
};

/** Somebody has examined the papers of a death before either of these is granted. */
const OF_DEATH: readonly Benefit[] = ['death-grant', 'funeral'];

/**
 * What a fact ends. A death that a granted claim has shown ends all memberships of the person, on the day of death.
 * Savings that were paid out whole end the membership on the day after the last day of work; a part of them ends nothing.
 */
export const endingOf = ({ benefit, occurredOn, settles }: FollowedClaim, fact: ClaimFact): Ending | null => {
  if (fact.type === 'ClaimApproved' && OF_DEATH.includes(benefit))
    return { of: 'person', endedOn: occurredOn, reason: 'died' };
  if (fact.type === 'BenefitPaid' && benefit === 'old-age' && settles === 'whole')
    return { of: 'membership', endedOn: addDays(occurredOn, 1), reason: 'benefit-claimed' };
  return null;
};
