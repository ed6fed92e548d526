import { happened, ignored, refused, type Day, type Outcome } from '#libs/kernel';
import { decideEnd } from '../membership/membership.decide.js';
import type { Membership, MembershipEnded } from '../membership/membership.js';
import type { IdentityDifference } from './identity.js';

export const REVIEW_VERDICTS = ['same-person', 'another-person'] as const;
/** What an officer found: the person writes the name otherwise, or somebody else's NIK was stated. */
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** A membership that was registered under a NIK which somebody with another name or birth date had before. */
export type IdentityReview =
  | { readonly status: 'unknown' }
  | { readonly status: 'open'; readonly differs: readonly IdentityDifference[] }
  | { readonly status: 'settled'; readonly verdict: ReviewVerdict };

export type ReviewEvent =
  { readonly type: 'ReviewSettled'; readonly verdict: ReviewVerdict } | MembershipEnded;

/** Nobody leaves before having come. */
const endOn = (membership: Membership, day: Day): Day =>
  membership.status !== 'unknown' && day < membership.registration.registeredOn
    ? membership.registration.registeredOn
    : day;

/**
 * Settles a review, once. Whoever turned out to be somebody else has no membership under this NIK: it ends on the day,
 * and the channel signs the person up again with the right one.
 */
export const settleReview = (
  verdict: ReviewVerdict,
  review: IdentityReview,
  membership: Membership,
  today: Day,
): Outcome<ReviewEvent> => {
  if (review.status === 'unknown') return refused('membership-unknown');
  if (review.status === 'settled')
    return review.verdict === verdict ? ignored('nothing-changes') : refused('review-settled');
  const settled: ReviewEvent = { type: 'ReviewSettled', verdict };
  if (verdict === 'same-person') return happened(settled);
  const end = decideEnd({ endedOn: endOn(membership, today), reason: 'left' }, membership);
  const ended = end.kind === 'happened' ? end.events.filter((event) => event.type === 'MembershipEnded') : [];
  return happened<ReviewEvent>(settled, ...ended);
};
