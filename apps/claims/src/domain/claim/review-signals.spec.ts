import { describe, expect, it } from '@jest/globals';
import type { Contribution } from '../cover/cover.js';
import type { Findings } from '../programmes/findings.js';
import type { Claim, Submission } from './claim.js';
import { reviewSignals } from './review-signals.js';

const submission: Submission = {
  claimId: 'claim-1',
  personId: 'person-1',
  membershipId: 'bpu-1',
  programme: 'JKM',
  benefit: 'death-grant',
  occurredOn: '2024-03-20',
  submittedAt: '2024-04-01T02:00:00.000Z',
  residence: null,
  description: null,
  contentHash: 'a',
};
const waiting = (more: Partial<Submission> = {}, accountToken: string | null = null): Claim => ({
  submission: { ...submission, ...more },
  evidence: [],
  findings: null,
  accountToken,
  status: 'submitted',
});
const decided = (more: Partial<Submission>, decision: 'approved' | 'rejected'): Claim => ({
  ...waiting(more),
  status: 'closed',
  check: { rules: [], cover: null, basisRupiah: null, amount: { kind: 'entered' } },
  decision: {
    decision,
    reasons: [],
    amountRupiah: 0,
    calculation: [],
    decidedAt: '2024-04-02T02:00:00.000Z',
    by: 'adjuster-1',
    proposedBy: null,
  },
  disbursements: [],
});

const march: Contribution = {
  contributionId: 'march',
  segment: 'BPU',
  programmes: ['JKM'],
  from: '2024-03-01',
  through: '2024-03-31',
  eventCover: false,
  paidOn: '2024-03-20',
  recordedOn: '2024-03-20',
  saved: null,
};

const signalsOf = (
  claim: Claim,
  {
    others = [] as Claim[],
    accountSharedWith = 0,
    covering = march as Contribution | null,
    byLateMonths = false,
  } = {},
) =>
  reviewSignals(claim, { others, accountSharedWith }, covering && { covering, byLateMonths }).flatMap(
    ({ verdict, reason }) => (verdict === 'noted' ? [reason] : []),
  );

describe('claimed a second time', () => {
  const again = (more: Partial<Submission>, ...others: Claim[]) => signalsOf(waiting(more), { others });

  it.each(['death-grant', 'funeral', 'old-age'] as const)(
    '%s is noted while another one waits',
    (benefit) => {
      expect(again({ benefit }, waiting({ benefit }))).toEqual(['same-accident-claimed']);
      expect(again({ benefit }, waiting({ benefit, occurredOn: '2024-03-19' }))).toEqual([]);
      expect(again({ benefit }, decided({ benefit }, 'rejected'), decided({ benefit }, 'approved'))).toEqual(
        [],
      );
      expect(again({ benefit })).toEqual([]);
    },
  );

  it('a grant of another membership is none, a funeral is', () => {
    const other = { membershipId: 'pu-1' };
    expect(again({}, waiting(other))).toEqual([]);
    expect(again({ benefit: 'funeral' }, waiting({ ...other, benefit: 'funeral' }))).toEqual([
      'same-accident-claimed',
    ]);
  });

  it.each(['accident-care', 'accident-income'] as const)('%s is noted unless it was rejected', (benefit) => {
    const accident = { programme: 'JKK', benefit } as const;
    expect(again(accident, decided(accident, 'approved'))).toEqual(['same-accident-claimed']);
    expect(again(accident, decided(accident, 'rejected'))).toEqual([]);
  });

  it('steps of one inability are nothing unusual, also behind one whose person was erased', () => {
    const income = { programme: 'JKK', benefit: 'accident-income' } as const;
    const step: Findings = {
      kind: 'temporary-disability',
      inabilityFrom: '2024-03-20',
      from: '2024-03-20',
      through: '2024-04-19',
      monthlyWageRupiah: 1_000_000,
      reportedOn: '2024-03-21',
    } as Findings;
    const later: Claim = { ...waiting(income), findings: step };
    const before = decided(income, 'approved');
    const signals = (other: Claim) => signalsOf(later, { others: [other] });
    expect(signals({ ...before, findings: step })).toEqual([]);
    expect(signals({ ...before, findings: null, grantedFor: step })).toEqual([]);
    expect(signals({ ...before, findings: null })).toEqual(['same-accident-claimed']);
  });

  it.each(['scholarship', 'pension', 'job-loss'] as const)('%s comes in turns', (benefit) =>
    expect(again({ benefit }, waiting({ benefit }))).toEqual([]),
  );
});

describe('cover that was bought after the event', () => {
  const bought = (paidOn: string, recordedOn: string | null, more: Partial<Submission> = {}) =>
    signalsOf(waiting(more), { covering: { ...march, paidOn, recordedOn } });

  it('is noted, and so is what was heard of after it', () => {
    expect(bought('2024-03-20', '2024-03-20')).toEqual([]);
    expect(bought('2024-03-21', '2024-03-21')).toEqual(['contribution-paid-after']);
    expect(bought('2024-03-20', '2024-03-21')).toEqual(['contribution-recorded-after']);
    expect(bought('2024-03-20', null)).toEqual([]);
  });

  it('is noted too where only the months that a rule counts were bought, whenever they were heard of', () => {
    expect(signalsOf(waiting(), { byLateMonths: true })).toEqual(['contribution-paid-after']);
    const heard = { ...march, recordedOn: '2024-03-21' };
    expect(signalsOf(waiting(), { byLateMonths: true, covering: heard })).toEqual([
      'contribution-paid-after',
    ]);
  });

  it('is no matter where savings are claimed, or where nothing covers', () => {
    expect(bought('2024-03-21', '2024-03-21', { programme: 'JHT', benefit: 'old-age' })).toEqual([]);
    expect(signalsOf(waiting(), { covering: null })).toEqual([]);
  });
});

describe('a bank account', () => {
  it('to which claims of others go is noted', () => {
    expect(signalsOf(waiting({}, 'token'), { accountSharedWith: 1 })).toEqual(['account-shared']);
    expect(signalsOf(waiting({}, 'token'), { accountSharedWith: 0 })).toEqual([]);
  });

  it('that nobody has recorded says nothing', () => {
    const rules = reviewSignals(
      waiting(),
      { others: [], accountSharedWith: 0 },
      { covering: march, byLateMonths: false },
    );
    expect(rules.map(({ rule }) => rule)).toEqual(['paid-before-the-event', 'claimed-once']);
  });
});
