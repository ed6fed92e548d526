import { happened, ignored, refused } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import { correctAccount } from './claim.account.js';
import { disburse } from './claim.decide.js';
import { evolveClaim, type Claim, type ClaimEvent } from './claim.js';

const AMOUNT_RUPIAH = 10_000_000;
const AT = '2024-03-22T03:00:00.000Z';
const beyondOnePerson = { secondPersonFromRupiah: AMOUNT_RUPIAH };
const ofOnePerson = { secondPersonFromRupiah: AMOUNT_RUPIAH + 1 };

const approved = {
  submission: {
    claimId: 'claim-1',
    personId: 'person-1',
    membershipId: 'bpu-1',
    programme: 'JKM',
    benefit: 'funeral',
    occurredOn: '2024-03-20',
    submittedAt: '2024-03-20T20:00:00.000Z',
    residence: null,
    description: null,
    contentHash: 'content',
  },
  evidence: [],
  findings: null,
  accountToken: 'wrong',
  status: 'approved',
  check: { rules: [], cover: null, basisRupiah: null, amount: { kind: 'entered' } },
  decision: {
    decision: 'approved',
    reasons: [],
    amountRupiah: AMOUNT_RUPIAH,
    calculation: [],
    decidedAt: AT,
    by: 'adjuster-1',
    proposedBy: null,
  },
  disbursements: [],
} as const satisfies Claim;

const orderedOnce: ClaimEvent = {
  type: 'disbursement-ordered',
  disbursementId: 'transfer-1',
  orderedAt: AT,
};
const transfer = { disbursementId: 'transfer-1', amountRupiah: AMOUNT_RUPIAH };
const paid: ClaimEvent = { type: 'benefit-paid', ...transfer, paidAt: AT };
const returned: ClaimEvent = {
  type: 'benefit-returned',
  ...transfer,
  returnedAt: AT,
  reason: 'account-closed',
};
const failed: ClaimEvent = {
  type: 'disbursement-failed',
  disbursementId: 'transfer-1',
  at: AT,
  reason: 'account-closed',
};

const given = (...history: readonly ClaimEvent[]): Claim =>
  history.reduce<Claim>((claim, event) => evolveClaim(claim, event)!, approved);
const stated = (accountToken: string, by = 'adjuster-1') => ({
  accountToken,
  why: 'a digit was misread',
  by,
});
const corrected = (accountToken: string, by?: string): ClaimEvent => ({
  type: 'account-corrected',
  correction: stated(accountToken, by),
});
const proposed = (accountToken: string, by?: string): ClaimEvent => ({
  type: 'account-correction-proposed',
  correction: stated(accountToken, by),
});

describe('the account of an approved claim', () => {
  it.each([
    ['came back', given(orderedOnce, paid, returned)],
    ['failed', given(orderedOnce, failed)],
    ['was not ordered yet', given()],
  ])('is another one where the money %s', (_, claim) => {
    const outcome = correctAccount(stated('right'), claim, ofOnePerson);
    expect(outcome).toEqual(happened(corrected('right')));
    expect(evolveClaim(claim, corrected('right'))).toMatchObject({
      accountToken: 'right',
      status: claim.status,
    });
  });

  it.each([
    ['is on its way', given(orderedOnce), 'account-in-use'],
    ['has arrived', given(orderedOnce, paid), 'account-in-use'],
    ['was put away', given(orderedOnce, paid, { type: 'claim-closed' }), 'account-in-use'],
  ] as const)('stays where the money %s', (_, claim, reason) =>
    expect(correctAccount(stated('right'), claim, ofOnePerson)).toEqual(refused(reason)),
  );

  it('is none of a claim that is not approved', () => {
    const { check: _check, decision, disbursements: _disbursements, ...dossier } = approved;
    const open: Claim = { ...dossier, status: 'submitted' };
    expect(correctAccount(stated('right'), open, ofOnePerson)).toEqual(refused('claim-not-approved'));
    const nothing = { ...decision, decision: 'rejected', amountRupiah: 0 } as const;
    const rejected: Claim = { ...dossier, status: 'rejected', check: approved.check, decision: nothing };
    expect(correctAccount(stated('right'), rejected, ofOnePerson)).toEqual(refused('claim-not-approved'));
  });

  it('changes nothing where it is the one that is known', () =>
    expect(correctAccount(stated('wrong'), given(), ofOnePerson)).toEqual(ignored('already-answered')));
});

describe('from the amount on that two persons approve', () => {
  it('one person proposes another account, and a second one confirms it', () => {
    expect(correctAccount(stated('right'), given(), beyondOnePerson)).toEqual(happened(proposed('right')));
    const waiting = given(proposed('right'));
    expect(waiting.accountToken).toBe('wrong');
    expect(correctAccount(stated('right'), waiting, beyondOnePerson)).toEqual(
      refused('second-person-needed'),
    );
    expect(correctAccount(stated('right', 'adjuster-2'), waiting, beyondOnePerson)).toEqual(
      happened(corrected('right', 'adjuster-2')),
    );
    const confirmed = given(proposed('right'), corrected('right', 'adjuster-2'));
    expect(confirmed.accountToken).toBe('right');
    expect('correction' in confirmed).toBe(false);
  });

  it('a second person who states another one proposes that', () => {
    const waiting = given(proposed('right'));
    const other = stated('third', 'adjuster-2');
    expect(correctAccount(other, waiting, beyondOnePerson)).toEqual(
      happened(proposed('third', 'adjuster-2')),
    );
    const back = stated('wrong', 'adjuster-2');
    expect(correctAccount(back, waiting, beyondOnePerson)).toEqual(happened(proposed('wrong', 'adjuster-2')));
  });

  it('nothing is ordered while an account waits for the second person', () => {
    const again = { disbursementId: 'transfer-2', orderedAt: AT };
    const waiting = given(orderedOnce, failed, proposed('right'));
    expect(disburse(again, waiting)).toEqual(refused('account-correction-open'));
    const confirmed = given(orderedOnce, failed, proposed('right'), corrected('right', 'adjuster-2'));
    expect(disburse(again, confirmed)).toEqual(happened({ type: 'disbursement-ordered', ...again }));
  });
});

describe('an order', () => {
  const order = { disbursementId: 'transfer-1', orderedAt: AT };

  it('needs an account where this service tells the bank', () => {
    const nowhere: Claim = { ...approved, accountToken: null };
    expect(disburse(order, nowhere, 'service')).toEqual(refused('account-missing'));
    expect(disburse(order, nowhere, 'others').kind).toBe('happened');
    expect(disburse(order, approved, 'service').kind).toBe('happened');
  });
});
