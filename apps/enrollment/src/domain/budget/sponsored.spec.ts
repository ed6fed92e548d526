import { describe, expect, it } from '@jest/globals';
import { isEligible, sponsoredSignUp, type SponsoredMember } from './sponsored.js';

const member: SponsoredMember = {
  signUpId: 's-1',
  person: { nik: '3372055708900001', fullName: 'Sri Rahayu', birthDate: '1990-08-17', sex: 'female' },
  residence: '33.72.05.1011',
  occupations: ['street-trader'],
  consent: { textVersion: '2024-1', givenAt: '2024-11-01T08:00:00+07:00' },
};
const EVERYBODY = { regions: null, occupations: null };
const signUpOf = (kind: 'sponsor' | 'government', more: Partial<SponsoredMember> = {}) =>
  sponsoredSignUp(
    { code: 'APBD', kind, from: '2025-02', months: 2, eligible: EVERYBODY },
    { ...member, ...more },
    'then',
  );

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

describe('whom a sponsor pays for', () => {
  const of = (
    regions: string[] | null,
    occupations: string[] | null,
    residence: string | null = '33.72.05',
  ) => isEligible({ regions, occupations }, { residence, occupations: ['street-trader', 'tailor'] });

  it('is everybody where nothing is said', () => expect(of(null, null, null)).toBe(true));

  it('lives in one of the regions', () => {
    expect(of(['33.11', '33.72'], null)).toBe(true);
    expect(of(['33.72.05'], null)).toBe(true);
    expect(of(['33.7'], null)).toBe(false);
    expect(of(['33.72.05.1011'], null)).toBe(false);
    expect(of(['33.72'], null, null)).toBe(false);
    expect(of(['ID'], null, null)).toBe(true);
  });

  it('has one of the occupations', () => {
    expect(of(null, ['tailor'])).toBe(true);
    expect(of(null, ['supeltas'])).toBe(false);
    expect(of(['33.11'], ['tailor'])).toBe(false);
  });
});
