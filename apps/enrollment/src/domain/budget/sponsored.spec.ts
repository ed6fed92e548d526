import { describe, expect, it } from '@jest/globals';
import { sponsoredSignUp, type SponsoredMember } from './sponsored.js';

const member: SponsoredMember = {
  signUpId: 's-1',
  person: { nik: '3372055708900001', fullName: 'Sri Rahayu', birthDate: '1990-08-17', sex: 'female' },
  residence: '33.72.05.1011',
  occupations: ['street-trader'],
  consent: { textVersion: '2024-1', givenAt: '2024-11-01T08:00:00+07:00' },
};
const signUpOf = (kind: 'sponsor' | 'government', more: Partial<SponsoredMember> = {}) =>
  sponsoredSignUp({ code: 'APBD', kind, from: '2025-02', months: 2 }, { ...member, ...more }, 'then');

describe('a member whom somebody else pays for', () => {
  it('signs up from the first day of the months, for work accident and death', () =>
    expect(signUpOf('government')).toMatchObject({
      channel: { kind: 'government', code: 'APBD' },
      payer: { kind: 'government', code: 'APBD' },
      segment: 'BPU',
      programmes: ['JKK', 'JKM'],
      startsOn: '2025-02-01',
      declaredIncome: 1_000_000,
      occupations: ['street-trader'],
      eventCover: null,
    }));

  it('comes through the sponsor, and may state an income', () =>
    expect(signUpOf('sponsor', { declaredIncome: 2_000_000 })).toMatchObject({
      channel: { kind: 'sponsor' },
      declaredIncome: 2_000_000,
    }));
});
