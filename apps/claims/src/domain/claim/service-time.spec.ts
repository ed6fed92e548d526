import { describe, expect, it } from '@jest/globals';
import type { Claim } from './claim.js';
import { isOverdue, serviceTime } from './service-time.js';

const KINDS = [
  'member-card',
  'identity-card',
  'heir-identity-card',
  'heir-statement',
  'family-card',
  'death-certificate',
  'bank-book',
] as const;

const claim: Claim = {
  submission: {
    claimId: 'claim-1',
    personId: 'person-1',
    membershipId: 'bpu-1',
    programme: 'JKM',
    benefit: 'funeral',
    occurredOn: '2024-03-20',
    submittedAt: '2024-03-21T03:00:00.000Z',
    residence: null,
    description: null,
    contentHash: 'content',
  },
  evidence: KINDS.map((kind) => ({ kind, receivedOn: '2024-03-21', note: null })),
  findings: null,
  accountToken: null,
  status: 'submitted',
};
const check = { rules: [], cover: null, basisRupiah: null, amount: { kind: 'entered' as const } };
const decision = {
  decision: 'approved' as const,
  reasons: [],
  amountRupiah: 1,
  calculation: [],
  decidedAt: '2024-03-22T03:00:00.000Z',
  by: 'adjuster-1',
  proposedBy: null,
};
const transfer = { disbursementId: 'transfer-1', orderedAt: '2024-03-22T03:00:00.000Z' };

describe('the service-time clock', () => {
  it('of a death runs three working days from the last paper', () => {
    expect(serviceTime(claim)).toEqual({
      countsFrom: '2024-03-21',
      dueOn: '2024-03-26',
      settledOn: null,
    });
    expect(serviceTime({ ...claim, evidence: claim.evidence.slice(1) })).toBeNull();
  });

  it('stops when the money comes, by the day in Jakarta', () => {
    const disbursements = [{ ...transfer, status: 'paid' as const, paidAt: '2024-03-25T18:00:00.000Z' }];
    const paid: Claim = { ...claim, status: 'paid', check, decision, disbursements };
    expect(serviceTime(paid)?.settledOn).toBe('2024-03-26');
  });

  it('stops when the claim is rejected', () => {
    const rejected: Claim = {
      ...claim,
      status: 'rejected',
      check,
      decision: { ...decision, decision: 'rejected' },
    };
    expect(serviceTime(rejected)?.settledOn).toBe('2024-03-22');
  });

  it('of a pension counts from the approval, and of accidents nothing was promised', () => {
    const submission = { ...claim.submission, programme: 'JP' as const, benefit: 'pension' as const };
    const approved: Claim = { ...claim, submission, status: 'approved', check, decision, disbursements: [] };
    expect(serviceTime({ ...claim, submission })).toBeNull();
    expect(serviceTime(approved)).toMatchObject({ countsFrom: '2024-03-22', dueOn: '2024-04-23' });
    expect(serviceTime({ ...claim, submission: { ...claim.submission, programme: 'JKK' } })).toBeNull();
  });
});

describe('a claim', () => {
  it('is overdue from the day after the one by which it was to be settled', () => {
    expect(isOverdue(claim, '2024-03-26')).toBe(false);
    expect(isOverdue(claim, '2024-03-27')).toBe(true);
  });

  it('is not while papers are missing, nor once its money came', () => {
    expect(isOverdue({ ...claim, evidence: claim.evidence.slice(1) }, '2024-12-31')).toBe(false);
    const disbursements = [{ ...transfer, status: 'paid' as const, paidAt: '2024-04-25T18:00:00.000Z' }];
    const late: Claim = { ...claim, status: 'paid', check, decision, disbursements };
    expect(isOverdue(late, '2024-12-31')).toBe(false);
  });

  it('is again when its money came back', () => {
    const money = { paidAt: '2024-03-25T03:00:00.000Z', returnedAt: '2024-03-28T03:00:00.000Z' };
    const back = { ...transfer, ...money, status: 'returned' as const, reason: 'account-closed' };
    const returned: Claim = { ...claim, status: 'returned', check, decision, disbursements: [back] };
    expect(isOverdue(returned, '2024-03-29')).toBe(true);
  });
});
