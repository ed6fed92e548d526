import { describe, expect, it } from '@jest/globals';
import { ignored, refused } from '#libs/kernel';
import type { Membership, Registration } from '../membership/membership.js';
import { followClaim, type FollowedClaimEvent } from './follow-claim.js';
import type { ClaimFact, FollowedClaim } from './followed-claim.js';

const funeral: Omit<FollowedClaim, 'settles'> = {
  claimId: 'c-1',
  personId: 'p-1',
  membershipId: 'bpu',
  benefit: 'funeral',
  occurredOn: '2024-11-20',
};
const membership = (membershipId: string, registeredOn = '2024-03-10'): Membership => ({
  status: 'open',
  changes: [],
  registration: {
    membershipId,
    personId: 'p-1',
    memberNumber: '24000000017',
    paymentCode: '8888824000000017',
    channel: { kind: 'association', code: 'PKL-MANAHAN', campaign: null },
    employer: null,
    eventCover: null,
    registeredOn,
    startsOn: '2024-04-01',
    signUpId: 's-1',
    terms: {
      segment: 'BPU',
      programmes: ['JKK', 'JKM', 'JHT'],
      basis: 1_000_000,
      occupations: ['street-trader'],
      residence: null,
      payer: { kind: 'self', code: null },
    },
  } satisfies Registration,
});
const ended = (one: Membership, endedOn: string): Membership =>
  one.status === 'open' ? { ...one, status: 'ended', endedOn, reason: 'left' } : one;

const submitted = (claim: Partial<FollowedClaim> = {}): ClaimFact => ({
  type: 'ClaimSubmitted',
  ...funeral,
  ...claim,
});
const approved: ClaimFact = { type: 'ClaimApproved', settles: null };
const approvedAs = (settles: 'whole' | 'part'): ClaimFact => ({ type: 'ClaimApproved', settles });
const paid: ClaimFact = { type: 'BenefitPaid' };

/** The facts in order; which memberships end by the last of them, when and why. */
const given = (...memberships: Membership[]) => ({
  when: (...facts: ClaimFact[]) => {
    let claim: FollowedClaim | null = null;
    let ends: readonly FollowedClaimEvent[] = [];
    facts.forEach((fact, index) => {
      const outcome = followClaim({ sequence: index + 1, fact }, { claim, taken: index, memberships });
      if (outcome.kind !== 'happened') throw new Error(outcome.reason);
      for (const event of outcome.events) if (event.type === 'ClaimFollowed') claim = event.claim;
      ends = outcome.events.filter(({ type }) => type === 'MembershipEnded');
    });
    return ends.map((event) =>
      event.type === 'MembershipEnded' ? [event.membershipId, event.endedOn, event.reason] : [],
    );
  },
});

describe('a death', () => {
  const both = given(membership('bpu'), membership('pu'));

  it('ends all memberships of the person when a claim for it is granted, and not before', () => {
    expect(both.when(submitted())).toEqual([]);
    expect(both.when(submitted(), approved)).toEqual([
      ['bpu', '2024-11-20', 'died'],
      ['pu', '2024-11-20', 'died'],
    ]);
    expect(both.when(submitted({ benefit: 'death-grant' }), approved)).toHaveLength(2);
  });

  it('that nobody believed ends nothing, until an appeal is granted', () => {
    expect(both.when(submitted(), { type: 'ClaimRejected' })).toEqual([]);
    expect(both.when(submitted(), { type: 'ClaimRejected' }, approved)).toHaveLength(2);
  });

  it('ends no membership a second time, nor before it began', () => {
    const left = ended(membership('left'), '2024-06-01');
    expect(given(left, membership('late', '2024-11-21')).when(submitted(), approved)).toEqual([
      ['late', '2024-11-21', 'died'],
    ]);
    expect(given(membership('same', '2024-11-20')).when(submitted(), approved)).toEqual([
      ['same', '2024-11-20', 'died'],
    ]);
  });

  it.each(['accident-care', 'accident-income', 'scholarship', 'pension', 'job-loss'] as const)(
    'is not what %s is granted for',
    (benefit) => expect(both.when(submitted({ benefit }), approved)).toEqual([]),
  );
});

describe('savings', () => {
  const oldAge = submitted({ benefit: 'old-age' });
  const both = given(membership('bpu'), membership('pu'));

  it('that are paid out whole end the membership on the day after the last day of work', () => {
    expect(both.when(oldAge, approvedAs('whole'))).toEqual([]);
    expect(both.when(oldAge, approvedAs('whole'), paid)).toEqual([['bpu', '2024-11-21', 'benefit-claimed']]);
  });

  it('of which a part is paid, or of which nobody says so, end nothing', () => {
    expect(both.when(oldAge, approvedAs('part'), paid)).toEqual([]);
    expect(both.when(oldAge, approved, paid)).toEqual([]);
  });

  it('that came back stay claimed: another transfer follows', () =>
    expect(both.when(oldAge, approvedAs('whole'), paid, { type: 'BenefitReturned' })).toEqual([]));
});

describe('facts of a claim', () => {
  const first = { claim: null, taken: 0, memberships: [] };

  it('are taken once each, and none is left out', () => {
    expect(followClaim({ sequence: 1, fact: submitted() }, { ...first, taken: 1 })).toEqual(
      ignored('redelivery'),
    );
    expect(followClaim({ sequence: 2, fact: approved }, first)).toEqual(refused('sequence-gap'));
    expect(followClaim({ sequence: 2, follows: 0, fact: approved }, first)).toEqual(refused('sequence-gap'));
    expect(followClaim({ sequence: 1, fact: submitted() }, first).kind).toBe('happened');
  });
});
