import { decideLook } from '../domain/person/look-up.js';
import type { IdentityReviews, ReviewPlace, StatedIdentity, WaitingReview } from './identity-reviews.js';
import type { LooksOnRecord } from './looks.js';

/** A review with what was stated under the NIK. */
export interface ReviewInFull extends WaitingReview {
  readonly stated: readonly StatedIdentity[];
}

/** Memberships whose holder an officer must find out. */
export class LookUpIdentityReviews {
  constructor(
    private readonly reviews: IdentityReviews,
    private readonly looks: LooksOnRecord,
  ) {}

  /** Those that wait, without anything that identifies people. */
  waiting(
    regions: readonly string[] | null,
    after: ReviewPlace | null,
    limit: number,
  ): Promise<readonly WaitingReview[]> {
    return this.reviews.waiting(regions, after, limit);
  }

  /** `null` when none was opened for the membership. */
  find(membershipId: string): Promise<WaitingReview | null> {
    return this.reviews.find(membershipId);
  }

  /** A review with the names and birth dates to compare. The look is put on record, and counts. */
  async inFull(review: WaitingReview, actor: string): Promise<ReviewInFull | 'too-many'> {
    const look = { actor, purpose: 'reviewed', personId: review.personId } as const;
    const outcome = await this.looks.note(look, decideLook);
    if (outcome.kind === 'refused') return 'too-many';
    return { ...review, stated: await this.reviews.statedOf(review.personId) };
  }
}
