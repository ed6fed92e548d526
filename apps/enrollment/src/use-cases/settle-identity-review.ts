import type { Batch, Clock, Outcome } from '#libs/kernel';
import { settleReview, type ReviewEvent } from '../domain/identity/identity-review.js';
import type { IdentityReviews, ReviewCommand } from './identity-reviews.js';

/** An officer has found out who signed up: the same person, or somebody who stated another one's NIK. */
export class SettleIdentityReview {
  constructor(
    private readonly reviews: IdentityReviews,
    private readonly clock: Clock,
  ) {}

  handle(batch: Batch<ReviewCommand>): Promise<readonly Outcome<ReviewEvent>[]> {
    return this.reviews.settle(batch, ({ verdict }, review, membership) =>
      settleReview(verdict, review, membership, this.clock.today()),
    );
  }
}
