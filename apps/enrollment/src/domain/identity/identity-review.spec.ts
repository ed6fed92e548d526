import { describe, expect, it } from '@jest/globals';
import { happened, ignored, refused } from '#libs/kernel';
import { unknownMembership, type Membership } from '../membership/membership.js';
import { settleReview, type IdentityReview, type ReviewEvent } from './identity-review.js';

const open: IdentityReview = { status: 'open', differs: ['name'] };
const membership = (registeredOn = '2024-03-10'): Membership =>
  ({ status: 'open', registration: { membershipId: 'm-1', registeredOn }, changes: [] }) as never;
const TODAY = '2024-12-17';

describe('a review of who signed up', () => {
  it('is settled with nothing but that, where it is the same person', () =>
    expect(settleReview('same-person', open, membership(), TODAY)).toEqual(
      happened({ type: 'ReviewSettled', verdict: 'same-person' }),
    ));

  it('ends the membership of somebody else, not before it began', () => {
    const settled: ReviewEvent = { type: 'ReviewSettled', verdict: 'another-person' };
    expect(settleReview('another-person', open, membership(), TODAY)).toEqual(
      happened<ReviewEvent>(settled, { type: 'MembershipEnded', endedOn: TODAY, reason: 'left' }),
    );
    expect(settleReview('another-person', open, membership('2024-12-18'), TODAY)).toEqual(
      happened<ReviewEvent>(settled, { type: 'MembershipEnded', endedOn: '2024-12-18', reason: 'left' }),
    );
  });

  it('leaves a membership that has ended as it is', () => {
    const ended = { ...membership(), status: 'ended', endedOn: '2024-06-01', reason: 'left' } as never;
    expect(settleReview('another-person', open, ended, TODAY)).toEqual(
      happened({ type: 'ReviewSettled', verdict: 'another-person' }),
    );
  });

  it('is settled once', () => {
    const settled: IdentityReview = { status: 'settled', verdict: 'same-person' };
    expect(settleReview('same-person', settled, membership(), TODAY)).toEqual(ignored('nothing-changes'));
    expect(settleReview('another-person', settled, membership(), TODAY)).toEqual(refused('review-settled'));
  });

  it('is there for a membership that it was opened for alone', () =>
    expect(settleReview('same-person', { status: 'unknown' }, unknownMembership, TODAY)).toEqual(
      refused('membership-unknown'),
    ));
});
