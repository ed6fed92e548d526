import type { Cause } from '#libs/contracts';
import type { Batch, Day, Outcome } from '#libs/kernel';
import type { IdentityDifference } from '../domain/identity/identity.js';
import type { IdentityReview, ReviewEvent, ReviewVerdict } from '../domain/identity/identity-review.js';
import type { Membership } from '../domain/membership/membership.js';

export { REVIEW_VERDICTS, type ReviewVerdict } from '../domain/identity/identity-review.js';

/** A membership that waits for somebody to look who it belongs to. Nothing in it identifies the person. */
export interface WaitingReview {
  readonly membershipId: string;
  readonly personId: string;
  readonly differs: readonly IdentityDifference[];
  readonly channelCode: string;
  readonly residence: string | null;
  readonly openedAt: string;
  /** `null` while it waits. */
  readonly verdict: ReviewVerdict | null;
}

/** What was stated under one NIK, at one sign-up. */
export interface StatedIdentity {
  readonly membershipId: string;
  readonly fullName: string;
  readonly birthDate: Day;
  readonly registeredOn: Day;
}

/** An officer has found out who it is. */
export interface ReviewCommand extends Cause {
  readonly membershipId: string;
  readonly verdict: ReviewVerdict;
  /** Who found it, as the token says. */
  readonly actor: string;
  /** When the request says that it was made; heeded by the story clock alone. */
  readonly recordedAt: string | null;
}

export type DecideReview = (
  command: ReviewCommand,
  review: IdentityReview,
  membership: Membership,
) => Outcome<ReviewEvent>;

/** Where in the queue a page begins: behind this review. */
export interface ReviewPlace {
  readonly openedAt: string;
  readonly membershipId: string;
}

/** Memberships that were registered provisionally: under a NIK that somebody with another name or birth date had. */
export abstract class IdentityReviews {
  /** Those that wait, the oldest first, of people who live in the regions; `null`: of all. */
  abstract waiting(
    regions: readonly string[] | null,
    after: ReviewPlace | null,
    limit: number,
  ): Promise<readonly WaitingReview[]>;
  /** `null` when none was opened for the membership. */
  abstract find(membershipId: string): Promise<WaitingReview | null>;
  /** What was stated under the NIK, oldest first. Whoever asks must have put the look on record before. */
  abstract statedOf(personId: string): Promise<readonly StatedIdentity[]>;
  abstract settle(
    batch: Batch<ReviewCommand>,
    decide: DecideReview,
  ): Promise<readonly Outcome<ReviewEvent>[]>;
}
