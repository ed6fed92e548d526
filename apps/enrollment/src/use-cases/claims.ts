import type { benefitPaid, benefitReturned, claimDecided, claimSubmitted, MessageOf } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { ClaimGiven, FollowedClaimEvent } from '../domain/claim/follow-claim.js';

/** What is published about claims. */
export type ClaimMessage =
  | MessageOf<typeof claimSubmitted>
  | MessageOf<typeof claimDecided>
  | MessageOf<typeof benefitPaid>
  | MessageOf<typeof benefitReturned>;

export type DecideClaim = (message: ClaimMessage, given: ClaimGiven) => Outcome<FollowedClaimEvent>;

/** Claims, as far as memberships end by them. */
export abstract class Claims {
  /** Takes facts in, in order, each on what those before it left behind, and ends what they end. */
  abstract follow(
    batch: Batch<ClaimMessage>,
    decide: DecideClaim,
  ): Promise<readonly Outcome<FollowedClaimEvent>[]>;
}
