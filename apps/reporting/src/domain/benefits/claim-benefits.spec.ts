import { describe, expect, it } from '@jest/globals';
import {
  decideArrival,
  evolveClaim,
  initialClaimBenefits,
  wasTaken,
  type BenefitTerms,
  type ClaimArrival,
  type MoneyFact,
} from './claim-benefits.js';

const SOLO: BenefitTerms = { region: '33.72.05.1011', programme: 'JKM', benefit: 'death-grant' };

const nothing: MoneyFact = { kind: 'none' };
const paid = (disbursementId: string, terms = SOLO): MoneyFact => ({
  kind: 'paid',
  disbursementId,
  terms,
  amountRupiah: 42_000_000,
  paidOn: '2024-11-28',
});
const returned = (disbursementId: string): MoneyFact => ({
  kind: 'returned',
  disbursementId,
  amountRupiah: 42_000_000,
  returnedOn: '2024-12-02',
});

const arrival = (sequence: number, fact: MoneyFact): ClaimArrival => ({ claimId: 'claim', sequence, fact });
const given = (...facts: MoneyFact[]) => {
  const claim = facts
    .map((fact, place) => arrival(place + 1, fact))
    .reduce(evolveClaim, initialClaimBenefits);
  return { when: (sequence: number, fact: MoneyFact) => decideArrival(arrival(sequence, fact), claim) };
};

describe('benefits of a claim', () => {
  it('move no money when the claim is submitted or decided, and are taken', () => {
    const outcome = given(nothing).when(2, nothing);
    expect(outcome).toEqual({ kind: 'ignored', reason: 'changes-no-figure' });
    expect(wasTaken(outcome)).toBe(true);
  });

  it('count where and when they are paid', () => {
    const moved = { ...SOLO, disbursementId: 'a', amountRupiah: 42_000_000, movedOn: '2024-11-28' };
    expect(given(nothing, nothing).when(3, paid('a'))).toEqual({ kind: 'happened', events: [moved] });
  });

  it('come back below nought, under what they were paid, on the day of the return', () => {
    const elsewhere = { ...SOLO, region: null };
    const moved = { ...elsewhere, disbursementId: 'a', amountRupiah: -42_000_000, movedOn: '2024-12-02' };
    expect(given(paid('a', elsewhere), paid('b')).when(3, returned('a'))).toEqual({
      kind: 'happened',
      events: [moved],
    });
  });

  it('cannot come back when they were never paid', () => {
    const outcome = given(paid('a')).when(2, returned('b'));
    expect(outcome).toEqual({ kind: 'refused', reason: 'not-paid' });
    expect(wasTaken(outcome)).toBe(false);
  });

  it('take each event once and leave none out', () => {
    const claim = given(nothing, paid('a'));
    expect(claim.when(2, paid('a'))).toEqual({ kind: 'ignored', reason: 'redelivery' });
    expect(claim.when(3, returned('a')).kind).toBe('happened');
    expect(claim.when(4, returned('a'))).toEqual({ kind: 'refused', reason: 'sequence-gap' });
    expect(wasTaken(claim.when(2, paid('a')))).toBe(false);
  });
});
