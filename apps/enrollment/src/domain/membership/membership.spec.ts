import { describe, expect, it } from '@jest/globals';
import { happened, ignored, refused } from '#libs/kernel';
import { decideChange, decideEnd } from './membership.decide.js';
import {
  evolveMembership,
  termsOn,
  unknownMembership,
  type Membership,
  type MembershipEvent,
  type Registration,
} from './membership.js';

const registration: Registration = {
  membershipId: 'm-1',
  personId: 'p-1',
  memberNumber: '24000000017',
  paymentCode: '8888824000000017',
  channel: { kind: 'association', code: 'PKL-MANAHAN', campaign: null },
  employer: null,
  eventCover: null,
  registeredOn: '2024-03-10',
  startsOn: '2024-04-01',
  signUpId: 's-1',
  terms: {
    segment: 'BPU',
    programmes: ['JKK', 'JKM'],
    basis: 1_000_000,
    occupations: ['street-trader'],
    residence: '33.72.05.1011',
    payer: { kind: 'self', code: null },
  },
};
const registered: Membership = { status: 'open', registration, changes: [] };
const facts = { employerSize: () => null };

const given = (...history: MembershipEvent[]) => {
  const membership = history.reduce(evolveMembership, registered);
  return {
    membership,
    change: (changes: Parameters<typeof decideChange>[0]['changes'], effectiveOn = '2024-06-01') =>
      decideChange({ effectiveOn, changes }, membership, facts),
    end: (endedOn: string, reason: 'died' | 'left' = 'died') => decideEnd({ endedOn, reason }, membership),
  };
};
const moved = (effectiveOn: string, residence: string): MembershipEvent => ({
  type: 'MemberChanged',
  effectiveOn,
  changes: { residence },
});
const died: MembershipEvent = { type: 'MembershipEnded', endedOn: '2024-06-01', reason: 'died' };

describe('changing a membership', () => {
  it('says from when on what is different', () =>
    expect(given().change({ residence: '33.72.01.1001', basis: 1_000_000 })).toEqual(
      happened(moved('2024-06-01', '33.72.01.1001')),
    ));

  it('passes over what is so already', () =>
    expect(given().change({ residence: '33.72.05.1011', programmes: ['JKK', 'JKM'] })).toEqual(
      ignored('nothing-changes'),
    ));

  it('compares what is stated, not how it is written', () =>
    expect(given().change({ payer: { code: null, kind: 'self' } })).toEqual(ignored('nothing-changes')));

  it('may be told backwards, but not before registration', () => {
    expect(given().change({ residence: 'x' }, '2024-03-10')).toEqual(happened(moved('2024-03-10', 'x')));
    expect(given().change({ residence: 'x' }, '2024-03-09')).toEqual(refused('before-registration'));
  });

  it('is possible through the day before the end', () => {
    expect(given(died).change({ residence: 'x' }, '2024-05-31')).toEqual(happened(moved('2024-05-31', 'x')));
    expect(given(died).change({ residence: 'x' }, '2024-06-01')).toEqual(refused('membership-ended'));
  });

  it('keeps the rules of signing up', () => {
    expect(given().change({ programmes: ['JKK', 'JKM', 'JHT'] }).kind).toBe('happened');
    expect(given().change({ programmes: ['JP'] })).toEqual(refused('programme-not-offered'));
    expect(given().change({ segment: 'PU' })).toEqual(refused('employer-missing'));
    expect(given().change({ occupations: ['a', 'b'] }).kind).toBe('happened');
    expect(given().change({ occupations: ['a', 'b', 'c'] })).toEqual(refused('too-many-jobs'));
    expect(given().change({ basis: 1_200_000 }).kind).toBe('happened');
    expect(given().change({ basis: 1_100_000 })).toEqual(refused('basis-not-in-table'));
  });

  it('needs a membership', () =>
    expect(decideChange({ effectiveOn: '2024-06-01', changes: {} }, unknownMembership, facts)).toEqual(
      refused('membership-unknown'),
    ));
});

const residenceOn = (membership: Membership, day: string) =>
  membership.status === 'unknown' ? null : termsOn(membership, day).residence;

describe('the terms in force', () => {
  it('are those of the latest change that has begun, whatever came first', () => {
    const { membership } = given(moved('2024-09-01', 'late'), moved('2024-06-01', 'early'));
    expect(residenceOn(membership, '2024-05-31')).toBe('33.72.05.1011');
    expect(residenceOn(membership, '2024-06-01')).toBe('early');
    expect(residenceOn(membership, '2024-08-31')).toBe('early');
    expect(residenceOn(membership, '2024-09-01')).toBe('late');
  });

  it('are those recorded later, of two for the same day', () =>
    expect(
      residenceOn(given(moved('2024-06-01', 'a'), moved('2024-06-01', 'b')).membership, '2024-06-01'),
    ).toBe('b'));
});

describe('ending a membership', () => {
  it('happens once', () => {
    expect(given().end('2024-06-01')).toEqual(happened(died));
    expect(given(died).end('2024-06-01')).toEqual(ignored('nothing-changes'));
    expect(given(died).end('2024-06-02')).toEqual(refused('membership-ended'));
    expect(given(died).end('2024-06-01', 'left')).toEqual(refused('membership-ended'));
  });

  it('may be on the day of registration, not before', () => {
    expect(given().end('2024-03-10').kind).toBe('happened');
    expect(given().end('2024-03-09')).toEqual(refused('before-registration'));
  });

  it('needs a membership', () =>
    expect(decideEnd({ endedOn: '2024-06-01', reason: 'died' }, unknownMembership)).toEqual(
      refused('membership-unknown'),
    ));
});
