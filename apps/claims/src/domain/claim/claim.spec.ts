import { describe, expect, it } from '@jest/globals';
import { addDays, AMOUNT_MAX_RUPIAH, happened, ignored, refused } from '#libs/kernel';
import type { Findings } from '../programmes/findings.js';
import { USUAL_POLICY } from '../programmes/policy.js';
import { evolveCover, initialCover, type Cover, type CoverFact } from '../cover/cover.js';
import {
  check as checkWith,
  disburse,
  recordAccount,
  recordFindings,
  recordResult,
  submitClaim,
} from './claim.decide.js';
import { recordEvidence } from './claim.evidence.js';
import { decideClaim as decideWith, type Deciding } from './claim.decision.js';
import type { Evidenced } from './claim.check.js';
import { evolveClaim, type Claim, type ClaimEvent, type Submission } from './claim.js';
import type { DisbursementResult } from './disbursement.result.js';

const check = (claim: Claim, evidenced: Evidenced) => checkWith(claim, evidenced, USUAL_POLICY);
const decideClaim = (deciding: Deciding, claim: Claim, evidenced: Evidenced) =>
  decideWith(deciding, claim, evidenced, USUAL_POLICY);

const accident: Submission = {
  claimId: 'claim-1',
  personId: 'person-1',
  membershipId: 'bpu-1',
  programme: 'JKK',
  benefit: 'accident-care',
  occurredOn: '2024-03-20',
  submittedAt: '2024-03-20T20:00:00.000Z',
  residence: '33.72.05.1011',
  description: null,
  contentHash: 'content',
};
const funeral: Submission = { ...accident, programme: 'JKM', benefit: 'funeral' };

const registered: CoverFact = {
  type: 'membership-registered',
  membershipId: 'bpu-1',
  registeredOn: '2024-01-01',
  terms: { segment: 'BPU', programmes: ['JKK', 'JKM'], basisRupiah: 1_000_000 },
  residence: { on: '2024-01-01', region: '33.72', recordedAt: '2024-01-01T00:00:00Z', eventId: 'a' },
};
const march: CoverFact = {
  type: 'contribution-paid',
  membershipId: 'bpu-1',
  contribution: {
    contributionId: 'march',
    segment: 'BPU',
    programmes: ['JKK', 'JKM'],
    from: '2024-03-01',
    through: '2024-03-31',
    eventCover: false,
    paidOn: '2024-03-01',
    recordedOn: null,
    saved: null,
  },
};
const reversed: CoverFact = { type: 'contribution-reversed', membershipId: 'bpu-1', contributionId: 'march' };
const covering = (...facts: CoverFact[]): Cover => facts.reduce(evolveCover, initialCover);
const covered = {
  cover: covering(registered, march),
  others: [],
  accountSharedWith: 0,
  checkedOn: '2024-03-22',
};
const notCovered = {
  cover: covering(registered, march, reversed),
  others: [],
  accountSharedWith: 0,
  checkedOn: '2024-03-22',
};

const first = (outcome: ReturnType<typeof check>): ClaimEvent => {
  if (outcome.kind !== 'happened') throw new Error(`${outcome.kind}: ${outcome.reason}`);
  return outcome.events[0];
};
const given = (...history: ClaimEvent[]): Claim => {
  const claim = history.reduce(evolveClaim, null);
  if (claim === null) throw new Error('a claim begins with its submission');
  return claim;
};

const submitted = (submission: Submission = accident): ClaimEvent => ({
  type: 'claim-submitted',
  submission,
});
const checked = (submission: Submission = accident, evidenced = covered): ClaimEvent =>
  first(check(given(submitted(submission)), evidenced));
const deciding = (more: Partial<Deciding> = {}): Deciding => ({
  decision: 'approved',
  reasons: [],
  amountRupiah: 750_000,
  decidedAt: '2024-03-22T03:00:00.000Z',
  by: 'adjuster-1',
  ...more,
});
const rejecting = (more: Partial<Deciding> = {}) =>
  deciding({ decision: 'rejected', amountRupiah: null, reasons: ['documents-missing'], ...more });
const decided = (more: Deciding): ClaimEvent =>
  first(decideClaim(more, given(submitted(), checked()), covered));
const approved = [submitted(), checked(), decided(deciding())] as const;
const ordered: ClaimEvent = {
  type: 'disbursement-ordered',
  disbursementId: 'transfer-1',
  orderedAt: '2024-03-22T04:00:00.000Z',
};
const transfer = { disbursementId: 'transfer-1', amountRupiah: 750_000 };
const arrival = { ...transfer, paidAt: '2024-03-23T09:00:00+07:00' };
const bounce = { ...transfer, returnedAt: '2024-03-25T09:00:00+07:00', reason: 'account closed' };
const paidResult: DisbursementResult = { status: 'paid', ...arrival };
const returnedResult: DisbursementResult = { status: 'returned', ...bounce };
const paid: ClaimEvent = { type: 'benefit-paid', ...arrival };
const returned: ClaimEvent = { type: 'benefit-returned', ...bounce };
const LATER = '2024-04-01T00:00:00.000Z';

const submit = (more: Partial<Submission> = {}, claim: Claim | null = null, cover = covered.cover) =>
  submitClaim({ ...accident, ...more }, [], claim, cover);
const approve = (more: Partial<Deciding> = {}, submission = accident, evidenced = covered) =>
  decideClaim(deciding(more), given(submitted(submission), checked(submission)), evidenced);
const reject = (more: Partial<Deciding> = {}, evidenced = covered) =>
  decideClaim(rejecting(more), given(submitted(), checked(accident, evidenced)), covered);
const statusOf = (...history: ClaimEvent[]) => given(...approved, ...history).status;
const record = (result: DisbursementResult, ...history: ClaimEvent[]) =>
  recordResult(result, given(...approved, ...history), LATER);

describe('a claim for an occupational disease', () => {
  const disease = (more: Partial<Submission>) =>
    submitClaim({ ...accident, diagnosedOn: '2024-03-20', ...more }, [], null, covered.cover);

  it('is of JKK alone', () => {
    expect(disease({}).kind).toBe('happened');
    expect(disease({ programme: 'JKM', benefit: 'funeral' })).toEqual(refused('cause-not-of-programme'));
  });

  it('is none on the way: two causes are two claims', () =>
    expect(disease({ isRoadAccident: true })).toEqual(refused('causes-exclude-each-other')));

  it('was diagnosed by the day of the claim, and not before the last day of the work', () => {
    expect(disease({ occurredOn: '2024-03-19' }).kind).toBe('happened');
    expect(disease({ occurredOn: '2024-03-20' }).kind).toBe('happened');
    expect(disease({ occurredOn: '2024-03-21', diagnosedOn: '2024-03-20' })).toEqual(
      refused('period-reversed'),
    );
    expect(disease({ diagnosedOn: '2024-03-21' }).kind).toBe('happened');
    expect(disease({ diagnosedOn: '2024-03-22' })).toEqual(refused('occurred-in-future'));
  });
});

describe('submitting', () => {
  it('takes a claim in', () => expect(submit()).toEqual(happened(submitted())));

  it('changes nothing for the same again, and refuses other content under the same id', () => {
    expect(submit({}, given(submitted()))).toEqual(ignored('already-answered'));
    expect(submit({ contentHash: 'other' }, given(submitted()))).toEqual(refused('claim-id-reused'));
    expect(submit({}, given(...approved))).toEqual(ignored('already-answered'));
  });

  it('refuses a benefit of another programme', () => {
    expect(submit({ programme: 'JKM', benefit: 'accident-care' })).toEqual(
      refused('benefit-not-of-programme'),
    );
    expect(submit({ programme: 'JHT', benefit: 'old-age' }).kind).toBe('happened');
    expect(submit({ programme: 'JHT', benefit: 'pension' })).toEqual(refused('benefit-not-of-programme'));
  });

  it('refuses an event after the Jakarta day on which it was submitted', () => {
    expect(submit({ occurredOn: '2024-03-21' }).kind).toBe('happened');
    expect(submit({ occurredOn: '2024-03-22' })).toEqual(refused('occurred-in-future'));
    expect(submit({ occurredOn: '2024-03-21', submittedAt: '2024-03-20T16:59:59.999Z' })).toEqual(
      refused('occurred-in-future'),
    );
  });

  it('refuses a membership that is not the person’s or not known yet', () => {
    expect(submit({ membershipId: 'other' })).toEqual(refused('membership-unknown'));
    expect(submit({}, null, covering(march))).toEqual(refused('membership-unknown'));
  });

  it('takes the residence of the person where none is stated', () => {
    expect(submit({ residence: null })).toEqual(happened(submitted({ ...accident, residence: '33.72' })));
    const unmapped = covering({ ...registered, residence: null } as CoverFact);
    expect(submit({ residence: null }, null, unmapped)).toEqual(
      happened(submitted({ ...accident, residence: null })),
    );
  });
});

describe('evidence', () => {
  const report = { kind: 'police-report', receivedOn: '2024-03-21', note: 'collision' } as const;
  const recorded: ClaimEvent = { type: 'evidence-recorded', evidence: report };

  it('is kept with an open claim', () => {
    expect(recordEvidence(report, given(submitted()))).toEqual(happened(recorded));
    expect(recordEvidence(report, given(submitted(), checked()))).toEqual(happened(recorded));
    expect(given(submitted(), recorded, checked()).evidence).toEqual([report]);
  });

  it('is replaced by a later one of its kind, and only by that', () => {
    const again = { ...report, note: 'collision, two cars' };
    const other = { ...report, kind: 'chronology' } as const;
    expect(recordEvidence(report, given(submitted(), recorded))).toEqual(ignored('already-answered'));
    const claim = given(
      submitted(),
      recorded,
      { ...recorded, evidence: other },
      { ...recorded, evidence: again },
    );
    expect(claim.evidence).toEqual([other, again]);
  });

  it('is refused once the claim is decided', () =>
    expect(recordEvidence(report, given(...approved))).toEqual(refused('claim-not-open')));
});

describe('the account that a benefit goes to', () => {
  const recorded = (accountToken: string): ClaimEvent => ({ type: 'account-recorded', accountToken });

  it('is kept with an open claim, the last one holding', () => {
    expect(recordAccount('a', given(submitted()))).toEqual(happened(recorded('a')));
    const known = given(submitted(), recorded('a'), checked());
    expect(known.accountToken).toBe('a');
    expect(recordAccount('a', known)).toEqual(ignored('already-answered'));
    expect(recordAccount('b', known)).toEqual(happened(recorded('b')));
    expect(recordAccount('a', given(...approved))).toEqual(refused('claim-not-open'));
  });

  it('is the one for which the first person approved: with another one the claim is to be approved anew', () => {
    const ofTwo = { ...USUAL_POLICY, secondPersonFromRupiah: 1 };
    const decideBy = (by: string, claim: Claim): readonly ClaimEvent[] => {
      const outcome = decideWith(deciding({ by }), claim, covered, ofTwo);
      return outcome.kind === 'happened' ? outcome.events : [];
    };
    const history = [submitted(), recorded('a'), checked()];
    const [proposal] = decideBy('adjuster-1', given(...history));
    expect(proposal).toMatchObject({ type: 'approval-proposed' });
    const waiting = given(...history, proposal!);
    expect(waiting.status).toBe('proposed');
    expect(decideBy('adjuster-2', waiting)).toMatchObject([{ type: 'claim-decided' }]);
    const changed = given(...history, proposal!, recorded('b'));
    expect(changed).toMatchObject({ status: 'checked', accountToken: 'b' });
    expect(decideBy('adjuster-2', changed)).toMatchObject([{ type: 'approval-proposed' }]);
  });
});

describe('findings', () => {
  const care = { kind: 'care', costsRupiah: { medical: 750_000 }, reportedOn: '2024-03-21' } as const;
  const recorded: ClaimEvent = { type: 'findings-recorded', findings: care };
  const income: Submission = { ...accident, benefit: 'accident-income' };
  const record = (findings: Findings, submission = accident, recordedAt = LATER) =>
    recordFindings(findings, given(submitted(submission)), recordedAt);
  const inability = (inabilityFrom: string, from: string, through: string) =>
    record({ kind: 'temporary-disability', inabilityFrom, from, through }, income);

  it('are kept with an open claim, the last ones holding', () => {
    expect(record(care)).toEqual(happened(recorded));
    const more = { ...care, costsRupiah: { medical: 800_000 } };
    expect(given(submitted(), recorded, checked(), { ...recorded, findings: more }).findings).toEqual(more);
    expect(recordFindings(care, given(...approved), LATER)).toEqual(refused('claim-not-open'));
  });

  it('make the amount a computed one', () => {
    const claim = given(submitted(), recorded);
    expect(first(check(claim, covered))).toMatchObject({ check: { amount: { amountRupiah: 750_000 } } });
  });

  it('that came after the check ask for another check', () =>
    expect(
      decideClaim(deciding({ amountRupiah: null }), given(submitted(), checked(), recorded), covered),
    ).toEqual(refused('check-outdated')));

  it('are of the kind that the benefit is computed from', () =>
    expect(record(care, income)).toEqual(refused('findings-not-of-benefit')));

  it('speak of nothing that is to come', () => {
    expect(record(care, accident, '2024-03-20T17:00:00.000Z').kind).toBe('happened');
    expect(record(care, accident, '2024-03-20T16:59:59.999Z')).toEqual(refused('occurred-in-future'));
  });

  it('tell of an outcome from the accident on, and of none that is to come', () => {
    const told = (declaredOn: string, recordedAt = LATER) =>
      record({ ...care, declaredOn }, accident, recordedAt);
    expect(told(accident.occurredOn).kind).toBe('happened');
    expect(told(addDays(accident.occurredOn, -1))).toEqual(refused('period-reversed'));
    expect(told('2024-03-22', '2024-03-21T17:00:00.000Z').kind).toBe('happened');
    expect(told('2024-03-22', '2024-03-21T16:59:59.999Z')).toEqual(refused('occurred-in-future'));
  });

  it('know a statement of savings when its month is over', () => {
    const oldAge: Submission = { ...accident, programme: 'JHT', benefit: 'old-age' };
    const broughtForward = { amountRupiah: 1_000_000, through: '2024-03' };
    const stated = { kind: 'savings', why: 'resigned', birthDate: null, broughtForward } as const;
    expect(record(stated, oldAge, '2024-03-30T17:00:00.000Z').kind).toBe('happened');
    expect(record(stated, oldAge, '2024-03-30T16:59:59.999Z')).toEqual(refused('occurred-in-future'));
  });

  it('of days without work lie in order, from the accident on', () => {
    expect(inability('2024-03-20', '2024-03-20', '2024-03-20').kind).toBe('happened');
    expect(inability('2024-03-19', '2024-03-20', '2024-03-21')).toEqual(refused('period-reversed'));
    expect(inability('2024-03-21', '2024-03-20', '2024-03-22')).toEqual(refused('period-reversed'));
    expect(inability('2024-03-20', '2024-03-22', '2024-03-21')).toEqual(refused('period-reversed'));
  });

  it('name the birth date where age is the reason', () => {
    const oldAge: Submission = { ...accident, programme: 'JHT', benefit: 'old-age' };
    const pension: Submission = { ...accident, programme: 'JP', benefit: 'pension' };
    const byAge = { kind: 'savings', why: 'age', birthDate: null } as const;
    const retired = {
      kind: 'pension',
      why: 'retired',
      birthDate: null,
      averageWageRupiah: null,
      months: null,
    } as const;
    expect(record(byAge, oldAge)).toEqual(refused('birth-date-missing'));
    expect(record({ ...byAge, why: 'resigned' }, oldAge).kind).toBe('happened');
    expect(record(retired, pension)).toEqual(refused('birth-date-missing'));
    expect(record({ ...retired, why: 'death' }, pension).kind).toBe('happened');
  });
});

describe('checking', () => {
  it('may be done again until the claim is decided', () => {
    expect(check(given(submitted()), covered)).toEqual(happened(checked()));
    expect(check(given(submitted(), checked(accident, notCovered)), covered)).toEqual(happened(checked()));
    expect(check(given(...approved), covered)).toEqual(refused('claim-not-open'));
    expect(given(submitted(), checked()).status).toBe('checked');
  });
});

describe('approving', () => {
  it('needs a check', () =>
    expect(decideClaim(deciding(), given(submitted()), covered)).toEqual(refused('claim-not-checked')));

  it('grants the amount that the adjuster entered', () =>
    expect(approve()).toMatchObject({
      kind: 'happened',
      events: [
        {
          decision: { decision: 'approved', amountRupiah: 750_000, calculation: [{ amountRupiah: 750_000 }] },
        },
      ],
    }));

  it('needs an amount where none is computed', () =>
    expect(approve({ amountRupiah: null })).toEqual(refused('amount-missing')));

  it('takes any amount that can be money', () =>
    expect(approve({ amountRupiah: AMOUNT_MAX_RUPIAH }).kind).toBe('happened'));

  it('grants the computed amount and lets nobody enter one', () => {
    expect(approve({ amountRupiah: null }, funeral)).toMatchObject({
      kind: 'happened',
      events: [{ decision: { amountRupiah: 10_000_000 } }],
    });
    expect(approve({ amountRupiah: 10_000_000 }, funeral)).toEqual(refused('amount-is-computed'));
  });

  it('is refused when a rule is broken now, whatever was seen', () =>
    expect(approve({}, accident, notCovered)).toEqual(refused('not-covered')));

  it('is refused when the amount is another one than was seen', () => {
    const grant: Submission = { ...funeral, benefit: 'death-grant' };
    const claim = given(submitted(grant), checked(grant));
    const ahead: CoverFact = {
      ...march,
      contribution: { ...march.contribution, contributionId: 'q1', from: '2024-01-01' },
    } as CoverFact;
    const evidenced = {
      cover: covering(registered, march, ahead),
      others: [],
      accountSharedWith: 0,
      checkedOn: '2024-03-22',
    };
    expect(decideClaim(deciding({ amountRupiah: null }), claim, covered)).toEqual(
      refused('waiting-months-missing'),
    );
    expect(decideClaim(deciding({ amountRupiah: null }), claim, evidenced)).toEqual(
      refused('check-outdated'),
    );
  });
});

describe('rejecting', () => {
  it('says why and grants nothing', () =>
    expect(reject()).toMatchObject({
      kind: 'happened',
      events: [{ decision: { decision: 'rejected', reasons: ['documents-missing'], amountRupiah: 0 } }],
    }));

  it('takes the broken rule as the reason where none is stated', () => {
    expect(reject({ reasons: [] }, notCovered)).toMatchObject({
      events: [{ decision: { reasons: ['not-covered'] } }],
    });
    expect(reject({ reasons: [] })).toEqual(refused('reasons-missing'));
  });

  it('has no amount', () => expect(reject({ amountRupiah: 0 })).toEqual(refused('amount-of-rejected')));

  it('ends the claim', () => {
    const rejected = given(submitted(), checked(), decided(rejecting()));
    expect(rejected.status).toBe('rejected');
    expect(disburse({ disbursementId: 'transfer-1', orderedAt: LATER }, rejected)).toEqual(
      refused('claim-not-approved'),
    );
    expect(recordResult(paidResult, rejected, LATER)).toEqual(refused('disbursement-unknown'));
  });
});

it('deciding again changes nothing when it says the same, and is refused when it does not', () => {
  const claim = given(...approved);
  expect(decideClaim(deciding({ decidedAt: LATER }), claim, covered)).toEqual(ignored('already-answered'));
  expect(decideClaim(deciding({ amountRupiah: 750_001 }), claim, covered)).toEqual(refused('claim-not-open'));
  expect(decideClaim(rejecting(), claim, covered)).toEqual(refused('claim-not-open'));
});

describe('disbursing', () => {
  const order = (...history: ClaimEvent[]) =>
    disburse({ disbursementId: 'transfer-2', orderedAt: LATER }, given(...approved, ...history));
  const again = happened({ type: 'disbursement-ordered', disbursementId: 'transfer-2', orderedAt: LATER });

  it('needs an approval', () =>
    expect(
      disburse({ disbursementId: 'transfer-1', orderedAt: LATER }, given(submitted(), checked())),
    ).toEqual(refused('claim-not-approved')));

  it('is ordered once, and again only when it was returned', () => {
    expect(order()).toEqual(again);
    expect(order(ordered)).toEqual(ignored('already-answered'));
    expect(order(ordered, paid)).toEqual(ignored('already-answered'));
    expect(order(ordered, paid, returned)).toEqual(again);
  });

  it('may be ordered anew when the bank said that it failed, unless that one is paid after all', () => {
    const failed: ClaimEvent = {
      type: 'disbursement-failed',
      disbursementId: 'transfer-1',
      at: LATER,
      reason: 'account-closed',
    };
    expect(statusOf(ordered, failed)).toBe('approved');
    expect(order(ordered, failed)).toEqual(again);
    expect(record(paidResult, ordered, failed)).toEqual(happened(paid));
    expect(order(ordered, failed, paid)).toEqual(ignored('already-answered'));
    const second: ClaimEvent = { ...ordered, disbursementId: 'transfer-2' };
    expect(record(paidResult, ordered, failed, second)).toEqual(
      happened<ClaimEvent>(paid, {
        type: 'disbursement-withdrawn',
        disbursementId: 'transfer-2',
        at: LATER,
      }),
    );
  });

  it('shows in the status of the claim', () => {
    expect(statusOf()).toBe('approved');
    expect(statusOf(ordered)).toBe('disbursing');
    expect(statusOf(ordered, paid)).toBe('paid');
    expect(statusOf(ordered, paid, returned)).toBe('returned');
    expect(statusOf(ordered, paid, returned, { ...ordered, disbursementId: 'transfer-2' })).toBe(
      'disbursing',
    );
  });
});

describe('the bank’s result', () => {
  it('pays the benefit', () => expect(record(paidResult, ordered)).toEqual(happened(paid)));

  it('changes nothing when it comes again, in whatever offset', () => {
    expect(record({ ...paidResult, paidAt: '2024-03-23T02:00:00Z' }, ordered, paid)).toEqual(
      ignored('already-answered'),
    );
    expect(record(paidResult, ordered, paid, returned)).toEqual(ignored('already-answered'));
    expect(record(returnedResult, ordered, paid, returned)).toEqual(ignored('already-answered'));
  });

  it('is refused when it says something else than before', () => {
    const otherInstant = { ...paidResult, paidAt: '2024-03-23T09:00:01+07:00' };
    const otherReason = { ...returnedResult, reason: 'name differs' };
    expect(record(otherInstant, ordered, paid)).toEqual(refused('disbursement-id-reused'));
    expect(record(otherReason, ordered, paid, returned)).toEqual(refused('disbursement-id-reused'));
  });

  it('returns what was paid, and nothing else', () => {
    expect(record(returnedResult, ordered)).toEqual(refused('not-paid'));
    expect(record(returnedResult, ordered, paid)).toEqual(happened(returned));
  });

  it('is for the whole amount', () => {
    expect(record({ ...paidResult, amountRupiah: 749_999 }, ordered)).toEqual(refused('amount-differs'));
    expect(record({ ...paidResult, amountRupiah: 750_001 }, ordered)).toEqual(refused('amount-differs'));
  });

  it('is of a disbursement that was ordered', () => {
    expect(record(paidResult)).toEqual(refused('disbursement-unknown'));
    expect(record({ ...paidResult, disbursementId: 'transfer-2' }, ordered)).toEqual(
      refused('disbursement-unknown'),
    );
  });

  it('is not that it was paid where this service tells the bank and has not yet', () => {
    const claim = given(...approved, ordered);
    expect(recordResult(paidResult, claim, LATER, 'service')).toEqual(refused('not-sent'));
    const sent: ClaimEvent = { type: 'disbursement-sent', disbursementId: 'transfer-1', at: LATER };
    const told = given(...approved, ordered, sent);
    expect(recordResult(paidResult, told, LATER, 'service')).toEqual(happened(paid));
  });

  it('settles the disbursement that it names', () => {
    const second = { ...ordered, disbursementId: 'transfer-2' };
    const claim = given(...approved, ordered, paid, returned, second, {
      ...paid,
      disbursementId: 'transfer-2',
    });
    expect(claim).toMatchObject({ disbursements: [{ status: 'returned' }, { status: 'paid' }] });
  });

  it('cannot lie on a later Jakarta day than its recording', () => {
    const claim = given(...approved, ordered);
    expect(recordResult(paidResult, claim, '2024-03-22T17:00:00.000Z')).toEqual(happened(paid));
    expect(recordResult(paidResult, claim, '2024-03-22T16:59:59.999Z')).toEqual(
      refused('occurred-in-future'),
    );
  });
});
