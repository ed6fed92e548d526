import { happened, ignored, refused, type Outcome } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import { evolveCover, initialCover } from '../cover/cover.js';
import { USUAL_POLICY, type Policy } from '../programmes/policy.js';
import { check, close, disburse, recordResult, reopen, submitClaim } from './claim.decide.js';
import { recordEvidence } from './claim.evidence.js';
import { decideClaim, type Deciding } from './claim.decision.js';
import { grantOf } from './claim.granted.js';
import { evolveClaim, type Claim, type ClaimEvent, type Submission } from './claim.js';
import type { EvidenceKind } from './evidence.js';

const LIMIT_RUPIAH = 1_000_000;
const policy: Policy = { ...USUAL_POLICY, secondPersonFromRupiah: LIMIT_RUPIAH };
const DOCUMENTS: EvidenceKind[] = ['member-card', 'identity-card', 'chronology', 'receipts'];
const LATER = '2024-04-01T03:00:00.000Z';

const care: Submission = {
  claimId: 'claim-1',
  personId: 'person-1',
  membershipId: 'bpu-1',
  programme: 'JKK',
  benefit: 'accident-care',
  occurredOn: '2024-03-20',
  submittedAt: '2024-03-21T03:00:00.000Z',
  residence: '33.72',
  description: null,
  contentHash: 'content',
};
const cover = [
  {
    type: 'membership-registered',
    membershipId: 'bpu-1',
    registeredOn: '2024-01-01',
    terms: { segment: 'BPU', programmes: ['JKK'], basisRupiah: 1_000_000 },
    residence: null,
  } as const,
  {
    type: 'contribution-paid',
    membershipId: 'bpu-1',
    contribution: {
      contributionId: 'march',
      segment: 'BPU',
      programmes: ['JKK'],
      from: '2024-03-01',
      through: '2024-03-31',
      eventCover: false,
      paidOn: '2024-03-01',
      recordedOn: null,
      saved: null,
    },
  } as const,
].reduce(evolveCover, initialCover);
const evidenced = { cover, others: [], accountSharedWith: 0, checkedOn: '2024-04-01' };

/** A claim on which one command follows the other; each has to happen. */
class Course {
  private constructor(readonly claim: Claim) {}

  static submitted(documents: readonly EvidenceKind[] = DOCUMENTS): Course {
    return new Course(Course.after(null, submitClaim(care, documents, null, cover)));
  }

  next(command: (claim: Claim) => Outcome<ClaimEvent>): Course {
    return new Course(Course.after(this.claim, command(this.claim)));
  }

  private static after(claim: Claim | null, outcome: Outcome<ClaimEvent>): Claim {
    if (outcome.kind !== 'happened') throw new Error(`${outcome.kind}: ${outcome.reason}`);
    return outcome.events.reduce(evolveClaim, claim)!;
  }
}

const checking = (claim: Claim) => check(claim, evidenced, policy);
const deciding =
  (more: Partial<Deciding> = {}, by = 'adjuster-1') =>
  (claim: Claim) => {
    const decision = { decision: 'approved', reasons: [], amountRupiah: LIMIT_RUPIAH } as const;
    return decideClaim({ ...decision, decidedAt: LATER, by, ...more }, claim, evidenced, policy);
  };
const rejecting = deciding({ decision: 'rejected', amountRupiah: null, reasons: ['event-not-insured'] });
const handIn =
  (kind: EvidenceKind, receivedOn = '2024-03-25') =>
  (claim: Claim) =>
    recordEvidence({ kind, receivedOn, note: null }, claim);
const ordering = (claim: Claim) => disburse({ disbursementId: 'transfer-1', orderedAt: LATER }, claim);
const money = { disbursementId: 'transfer-1', amountRupiah: 900_000 };
const paying = (claim: Claim) => recordResult({ status: 'paid', ...money, paidAt: LATER }, claim, LATER);
const returning = (claim: Claim) =>
  recordResult({ status: 'returned', ...money, returnedAt: LATER, reason: 'account-closed' }, claim, LATER);

const checked = Course.submitted().next(checking);
const paid = checked
  .next(deciding({ amountRupiah: 900_000 }))
  .next(ordering)
  .next(paying);
const rejected = checked.next(rejecting);

describe('the papers of a claim', () => {
  it('are looked for once something came in', () => {
    expect(Course.submitted([]).claim.status).toBe('submitted');
    const some = Course.submitted(['member-card', 'receipts']).claim;
    expect(some).toMatchObject({ status: 'incomplete', missing: ['identity-card', 'chronology'] });
  });

  it('are complete with the last that is needed, from its day on', () => {
    const almost = Course.submitted(['member-card', 'receipts']).next(handIn('identity-card'));
    expect(almost.claim).toMatchObject({ status: 'incomplete', missing: ['chronology'] });
    expect(almost.next(handIn('police-report')).claim.status).toBe('incomplete');
    const complete = almost.next(handIn('chronology', '2024-03-26'));
    expect(complete.claim).toMatchObject({ status: 'complete', completeOn: '2024-03-26' });
  });

  it('that are missing are noted, or forbid the approval where the service is set so', () => {
    const incomplete = Course.submitted(['member-card']);
    const strict: Policy = { ...policy, documents: 'required' };
    const strictly = (claim: Claim) =>
      decideClaim(
        { decision: 'approved', reasons: [], amountRupiah: 1, decidedAt: LATER, by: 'adjuster-1' },
        claim,
        evidenced,
        strict,
      );
    const approved = incomplete.next(checking).next(deciding({ amountRupiah: 1 })).claim;
    expect(approved).toMatchObject({ status: 'approved', decision: { reasons: ['documents-missing'] } });
    const strictlyChecked = incomplete.next((claim) => check(claim, evidenced, strict)).claim;
    expect(strictly(strictlyChecked)).toEqual(refused('documents-missing'));
    expect(strictly(checked.claim).kind).toBe('happened');
  });
});

describe('an approval', () => {
  it('by one person is enough below the limit', () =>
    expect(checked.next(deciding({ amountRupiah: LIMIT_RUPIAH - 1 })).claim).toMatchObject({
      status: 'approved',
      decision: { by: 'adjuster-1', proposedBy: null },
    }));

  it('of the limit waits for another person', () => {
    const proposed = checked.next(deciding());
    expect(proposed.claim).toMatchObject({ status: 'proposed', proposal: { by: 'adjuster-1' } });
    expect(grantOf(proposed.claim)).toBeNull();
    expect(ordering(proposed.claim)).toEqual(refused('claim-not-approved'));
    expect(deciding()(proposed.claim)).toEqual(refused('second-person-needed'));
    expect(proposed.next(deciding({ amountRupiah: null }, 'adjuster-2')).claim).toMatchObject({
      status: 'approved',
      decision: { by: 'adjuster-2', proposedBy: 'adjuster-1', amountRupiah: LIMIT_RUPIAH },
    });
  });

  it('by the second person is of the same amount', () =>
    expect(
      deciding({ amountRupiah: LIMIT_RUPIAH + 1 }, 'adjuster-2')(checked.next(deciding()).claim),
    ).toEqual(refused('amount-differs')));

  it('that waits may be turned down by anybody, or begin anew with another check', () => {
    const proposed = checked.next(deciding());
    expect(proposed.next(rejecting).claim.status).toBe('rejected');
    expect(proposed.next(checking).claim.status).toBe('checked');
  });
});

describe('an appeal', () => {
  it('begins a rejected claim anew, with its papers', () => {
    const again = rejected.next((claim) => reopen('the witness was not heard', claim));
    expect(again.claim).toMatchObject({ status: 'complete', evidence: DOCUMENTS.map((kind) => ({ kind })) });
    expect(again.claim).not.toHaveProperty('decision');
    expect(again.next(checking).next(deciding({ amountRupiah: 1 })).claim.status).toBe('approved');
  });

  it('is against a rejection, also one that was closed', () => {
    expect(reopen('no', paid.claim)).toEqual(refused('claim-not-rejected'));
    expect(reopen('no', checked.claim)).toEqual(refused('claim-not-rejected'));
    expect(reopen('no', rejected.next(close).claim).kind).toBe('happened');
  });
});

describe('closing', () => {
  it('is for what was paid or rejected', () => {
    expect(close(paid.claim)).toEqual(happened({ type: 'claim-closed' }));
    expect(close(rejected.claim).kind).toBe('happened');
    expect(close(checked.claim)).toEqual(refused('claim-not-settled'));
    expect(close(paid.next(close).claim)).toEqual(ignored('already-answered'));
  });

  it('keeps what was granted, and that nothing was', () => {
    expect(grantOf(paid.next(close).claim)).toMatchObject({ amountRupiah: 900_000 });
    expect(grantOf(rejected.next(close).claim)).toBeNull();
    expect(ordering(rejected.next(close).claim)).toEqual(refused('claim-not-approved'));
  });

  it('is undone by money that comes back', () =>
    expect(paid.next(close).next(returning).claim.status).toBe('returned'));
});
