import { happened, ignored, refused } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import { attachFile, recordEvidence } from './claim.evidence.js';
import type { Claim } from './claim.js';
import type { Evidence, EvidenceFile } from './evidence.js';

const RECORDED = '2024-12-01T18:00:00.000Z';
const file: EvidenceFile = { fileId: 'file-1', sha256: 'a1', mediaType: 'image/png', size: 7 };
const other: EvidenceFile = { ...file, fileId: 'file-2', sha256: 'b2' };
const noted: Evidence = { kind: 'receipts', receivedOn: '2024-11-30', note: 'two' };

const given = (...evidence: Evidence[]): Claim => ({
  submission: {
    claimId: 'claim-1',
    personId: 'person-1',
    membershipId: 'bpu-1',
    programme: 'JKK',
    benefit: 'accident-care',
    occurredOn: '2024-11-20',
    submittedAt: '2024-11-21T03:00:00.000Z',
    residence: null,
    description: null,
    contentHash: 'content',
  },
  evidence,
  findings: null,
  accountToken: null,
  status: 'submitted',
});
const decided: Claim = {
  ...given(),
  status: 'rejected',
  check: { rules: [], cover: null, basisRupiah: null, amount: { kind: 'entered' } },
  decision: {
    decision: 'rejected',
    reasons: [],
    amountRupiah: 0,
    calculation: [],
    decidedAt: RECORDED,
    by: 'a',
    proposedBy: null,
  },
};
const recorded = (evidence: Evidence) => happened({ type: 'evidence-recorded', evidence });

describe('a file', () => {
  it('comes as evidence of the day in Jakarta where nothing is there of its kind', () =>
    expect(attachFile('receipts', file, given(), RECORDED)).toEqual(
      recorded({ kind: 'receipts', receivedOn: '2024-12-02', note: null, file }),
    ));

  it('goes with what is there of its kind, and takes the place of another', () => {
    expect(attachFile('receipts', file, given(noted), RECORDED)).toEqual(recorded({ ...noted, file }));
    expect(attachFile('receipts', other, given({ ...noted, file }), RECORDED)).toEqual(
      recorded({ ...noted, file: other }),
    );
  });

  it('that is there already changes nothing, under whatever id', () =>
    expect(attachFile('receipts', { ...file, fileId: 'x' }, given({ ...noted, file }), RECORDED)).toEqual(
      ignored('already-answered'),
    ));

  it('comes too late once the claim is decided', () =>
    expect(attachFile('receipts', file, decided, RECORDED)).toEqual(refused('claim-not-open')));
});

describe('what is said of evidence', () => {
  it('leaves its file where it is', () =>
    expect(recordEvidence({ ...noted, note: 'three' }, given({ ...noted, file }))).toEqual(
      recorded({ ...noted, note: 'three', file }),
    ));

  it('changes nothing when it is said again, and nothing of a decided claim', () => {
    expect(recordEvidence(noted, given({ ...noted, file }))).toEqual(ignored('already-answered'));
    expect(recordEvidence(noted, decided)).toEqual(refused('claim-not-open'));
  });
});
