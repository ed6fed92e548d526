import { randomUUID } from 'node:crypto';
import { benefitPaid, benefitReturned, claimDecided, claimSubmitted, personErased } from '#libs/contracts';
import { UuidV7Ids } from '#libs/kernel';
import { batchOf } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { USUAL_POLICY } from '../src/domain/programmes/policy.js';
import { PostgresClaims } from '../src/outbound/persistence/postgres-claims.js';
import { PostgresCovers } from '../src/outbound/persistence/postgres-covers.js';
import { CheckClaimAgainstCover } from '../src/use-cases/check-claim-against-cover.js';
import type { ClaimAnswer, ClaimCommand } from '../src/use-cases/claims.js';
import { DecideClaimWhenChecked } from '../src/use-cases/decide-claim-when-checked.js';
import { DisburseBenefitWhenApproved } from '../src/use-cases/disburse-benefit-when-approved.js';
import { KeepCoverWhenContributionPaid } from '../src/use-cases/keep-cover-when-contribution-paid.js';
import { KeepCoverWhenMembershipChanged } from '../src/use-cases/keep-cover-when-membership-changed.js';
import { KeepEvidenceWithClaim } from '../src/use-cases/keep-evidence-with-claim.js';
import { LookUpClaims } from '../src/use-cases/look-up-claims.js';
import {
  RecordResultOfDisbursement,
  type DisbursementResult,
} from '../src/use-cases/record-result-of-disbursement.js';
import { SubmitClaim, type SubmitClaimCommand } from '../src/use-cases/submit-claim.js';
import {
  newCause,
  newMember,
  openClaims,
  paid,
  publishedOf,
  registered,
  reversed,
  type Member,
  type Opened,
} from './support.js';

let opened: Opened;
let member: Member;
let claims: PostgresClaims;
let hearOfMembers: KeepCoverWhenMembershipChanged;
let hearOfContributions: KeepCoverWhenContributionPaid;

beforeAll(async () => {
  opened = await openClaims();
  claims = new PostgresClaims(opened.database, opened.writes, opened.events, new UuidV7Ids());
  const covers = new PostgresCovers(opened.writes);
  hearOfMembers = new KeepCoverWhenMembershipChanged(covers);
  hearOfContributions = new KeepCoverWhenContributionPaid(covers);
});
afterAll(() => opened.drop());
beforeEach(async () => {
  member = await covered();
});

const covered = async (): Promise<Member> => {
  const one = newMember();
  await hearOfMembers.handle(batchOf(registered(one)));
  await hearOfContributions.handle(
    batchOf(paid(one, '2024-01', 1), paid(one, '2024-02', 2), paid(one, '2024-03', 3)),
  );
  return one;
};

const RECORDED_AT = '2024-03-21T02:00:00.000Z';

const about = (claimId: string, more: Partial<ClaimCommand> = {}): ClaimCommand => ({
  claimId,
  membershipId: null,
  regions: null,
  by: 'adjuster-1',
  recordedAt: RECORDED_AT,
  cause: newCause(),
  ...more,
});
const claiming = (of: Member, more: Partial<SubmitClaimCommand> = {}): SubmitClaimCommand => ({
  ...about(randomUUID()),
  membershipId: of.membershipId,
  personId: null,
  programme: 'JKM',
  benefit: 'funeral',
  occurredOn: '2024-03-20',
  residence: null,
  description: 'sudden',
  documents: [],
  contentHash: 'content',
  ...more,
});
const one = async (answers: Promise<readonly ClaimAnswer[]>): Promise<ClaimAnswer> => (await answers)[0]!;
const submit = (command: SubmitClaimCommand) => one(new SubmitClaim(claims).handle(batchOf(command)));
const check = (command: ClaimCommand) =>
  one(new CheckClaimAgainstCover(claims, USUAL_POLICY).handle(batchOf(command)));
const decide = (
  command: ClaimCommand,
  decision: 'approved' | 'rejected',
  amountRupiah: number | null = null,
) =>
  one(
    new DecideClaimWhenChecked(claims, USUAL_POLICY).handle(
      batchOf({ ...command, decision, reasons: [], amountRupiah }),
    ),
  );
const disburse = (command: ClaimCommand) =>
  one(new DisburseBenefitWhenApproved(claims, new UuidV7Ids()).handle(batchOf(command)));
const settle = (command: ClaimCommand, result: DisbursementResult) =>
  one(new RecordResultOfDisbursement(claims, 'others').handle(batchOf({ ...command, result })));
const keepEvidence = (claimId: string) =>
  one(
    new KeepEvidenceWithClaim(claims).handle(
      batchOf({
        ...about(claimId),
        evidence: { kind: 'medical-report', receivedOn: '2024-03-20', note: 'fracture' },
      }),
    ),
  );
const lookUp = () => new LookUpClaims(claims);

/** A claim through to its approval. */
const approved = async (of: Member): Promise<string> => {
  const command = claiming(of);
  await submit(command);
  await check(about(command.claimId));
  await decide(about(command.claimId), 'approved');
  return command.claimId;
};
const disbursementOf = ({ claim }: ClaimAnswer): string => {
  if (claim === null || !('disbursements' in claim)) throw new Error('nothing was disbursed');
  return claim.disbursements.at(-1)!.disbursementId;
};

describe('a claim', () => {
  it('is published from its submission to the money’s return, in one sequence', async () => {
    const claimId = await approved(member);
    const disbursementId = disbursementOf(await disburse(about(claimId)));
    const money = { disbursementId, amountRupiah: 10_000_000 };
    const at = { recordedAt: '2024-03-25T02:00:00.000Z' };
    await settle(about(claimId, at), { status: 'paid', ...money, paidAt: '2024-03-24T09:00:00+07:00' });
    const returned = { returnedAt: '2024-03-25T09:00:00+07:00', reason: 'account-closed' };
    expect(await settle(about(claimId, at), { status: 'returned', ...money, ...returned })).toMatchObject({
      kind: 'happened',
      claim: { status: 'returned' },
    });
    const { personId, membershipId } = member;
    const whose = { claimId, personId };
    const residence = '33.72.05.1011';
    expect(await publishedOf(opened.database, claimId)).toEqual([
      {
        type: claimSubmitted.type,
        key: personId,
        sequence: 1,
        recordedAt: RECORDED_AT,
        data: {
          ...whose,
          membershipId,
          programme: 'JKM',
          benefit: 'funeral',
          occurredOn: '2024-03-20',
          submittedAt: RECORDED_AT,
          residence,
        },
      },
      {
        type: claimDecided.type,
        key: personId,
        sequence: 2,
        recordedAt: RECORDED_AT,
        data: {
          ...whose,
          decision: 'approved',
          reasons: ['documents-missing'],
          amount: 10_000_000,
          decidedAt: RECORDED_AT,
        },
      },
      {
        type: benefitPaid.type,
        key: personId,
        sequence: 3,
        ...at,
        data: {
          ...whose,
          disbursementId,
          programme: 'JKM',
          benefit: 'funeral',
          amount: 10_000_000,
          paidAt: '2024-03-24T09:00:00+07:00',
          residence,
        },
      },
      {
        type: benefitReturned.type,
        key: personId,
        sequence: 4,
        ...at,
        data: { ...whose, disbursementId, programme: 'JKM', amount: 10_000_000, ...returned },
      },
    ]);
  });

  it('comes back from the database as it was answered', async () => {
    const claimId = await approved(member);
    await keepEvidence(claimId);
    const answer = await disburse(about(claimId));
    expect(await lookUp().one(claimId, null)).toEqual(answer.claim);
  });

  it('is published with nothing about health', async () => {
    const command = claiming(member, { description: 'SECRET' });
    await submit(command);
    await keepEvidence(command.claimId);
    const published = JSON.stringify(await publishedOf(opened.database, command.claimId));
    expect(published).toContain(command.claimId);
    expect(published).not.toMatch(/SECRET|fracture|medical/);
  });

  it('is recorded never before its last event', async () => {
    const command = claiming(member);
    await submit(command);
    await check(about(command.claimId));
    await decide(about(command.claimId, { recordedAt: '2024-03-20T23:00:00.000Z' }), 'approved');
    const [, decided] = await publishedOf(opened.database, command.claimId);
    expect(decided).toMatchObject({ recordedAt: RECORDED_AT, data: { decidedAt: RECORDED_AT } });
  });

  it('is not held back by a check, which nobody is told of', async () => {
    const command = claiming(member);
    await submit(command);
    await check(about(command.claimId, { recordedAt: '2024-12-17T02:00:00.000Z' }));
    await decide(about(command.claimId, { recordedAt: '2024-03-22T02:00:00.000Z' }), 'approved');
    const [, decided] = await publishedOf(opened.database, command.claimId);
    expect(decided).toMatchObject({ sequence: 2, recordedAt: '2024-03-22T02:00:00.000Z' });
  });
});

describe('the same again', () => {
  it('changes nothing and is answered with the claim as it stands', async () => {
    const command = claiming(member);
    await submit(command);
    await check(about(command.claimId));
    const again = await submit({ ...command, recordedAt: '2024-03-22T02:00:00.000Z' });
    expect(again).toMatchObject({
      kind: 'ignored',
      reason: 'already-answered',
      claim: { status: 'checked' },
    });
    expect(await publishedOf(opened.database, command.claimId)).toHaveLength(1);
  });

  it('is one claim also when it comes in one batch, or many times at once', async () => {
    const command = claiming(member);
    const inOne = await new SubmitClaim(claims).handle(batchOf(command, command));
    expect(inOne.map(({ kind }) => kind)).toEqual(['happened', 'ignored']);
    const other = claiming(member);
    const atOnce = await Promise.all(Array.from({ length: 6 }, () => submit(other)));
    expect(atOnce.filter(({ kind }) => kind === 'happened')).toHaveLength(1);
  });

  it('is refused when the content differs, also for another person at the same moment', async () => {
    const someoneElse = await covered();
    const claimId = randomUUID();
    const kinds = await Promise.all([
      submit(claiming(member, { claimId, contentHash: 'a' })),
      submit(claiming(someoneElse, { claimId, contentHash: 'b' })),
    ]);
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['happened', 'refused']);
    expect(await publishedOf(opened.database, claimId)).toHaveLength(1);
  });

  it('orders one disbursement', async () => {
    const claimId = await approved(member);
    const answers = await Promise.all(Array.from({ length: 4 }, () => disburse(about(claimId))));
    expect(new Set(answers.map(disbursementOf)).size).toBe(1);
  });
});

describe('cover', () => {
  it('that was reversed after the check forbids the approval', async () => {
    const someone = newMember();
    const march = paid(someone, '2024-03', 1);
    await hearOfMembers.handle(batchOf(registered(someone)));
    await hearOfContributions.handle(batchOf(march));
    const { claimId, ...rest } = claiming(someone);
    await submit({ claimId, ...rest });
    expect(await check(about(claimId))).toMatchObject({
      claim: { check: { amount: { amountRupiah: 10_000_000 } } },
    });
    await hearOfContributions.handle(batchOf(reversed(someone, march.data.contributionId, 2)));
    expect(await decide(about(claimId), 'approved')).toMatchObject({
      kind: 'refused',
      reason: 'not-covered',
    });
    expect(await decide(about(claimId), 'rejected')).toMatchObject({
      kind: 'refused',
      reason: 'reasons-missing',
    });
    await check(about(claimId));
    expect(await decide(about(claimId), 'rejected')).toMatchObject({ kind: 'happened' });
    const [, decided] = await publishedOf(opened.database, claimId);
    expect(decided!.data).toMatchObject({ decision: 'rejected', reasons: ['not-covered'], amount: 0 });
  });

  it('is that of a known membership, and of the person where one is stated', async () => {
    expect(await submit(claiming(newMember()))).toMatchObject({ reason: 'membership-unknown' });
    expect(await submit(claiming(member, { personId: randomUUID() }))).toMatchObject({
      reason: 'membership-unknown',
    });
    expect(await submit(claiming(member, { personId: member.personId }))).toMatchObject({ kind: 'happened' });
  });

  it('pays one funeral, also for two claims of one batch', async () => {
    const [first, second] = [claiming(member), claiming(member)];
    await new SubmitClaim(claims).handle(batchOf(first, second));
    await new CheckClaimAgainstCover(claims, USUAL_POLICY).handle(
      batchOf(about(first.claimId), about(second.claimId)),
    );
    const decision = { decision: 'approved', reasons: [], amountRupiah: null } as const;
    const answers = await new DecideClaimWhenChecked(claims, USUAL_POLICY).handle(
      batchOf({ ...about(first.claimId), ...decision }, { ...about(second.claimId), ...decision }),
    );
    expect(answers).toMatchObject([
      { kind: 'happened' },
      { kind: 'refused', reason: 'benefit-already-granted', claim: { status: 'checked' } },
    ]);
  });
});

describe('an adjuster', () => {
  const solo = { regions: ['33.72'] };
  const sragen = { regions: ['33.14'] };

  it('claims for persons of its regions', async () => {
    expect(await submit(claiming(member, solo))).toMatchObject({ kind: 'happened' });
    expect(await submit(claiming(member, sragen))).toMatchObject({ reason: 'outside-regions' });
    const command = claiming(member);
    await submit(command);
    expect(await submit({ ...command, ...sragen })).toMatchObject({ reason: 'outside-regions' });
    expect(await submit({ ...command, ...solo })).toMatchObject({ reason: 'already-answered' });
  });

  it('handles claims of its regions; others do not exist for it', async () => {
    const command = claiming(member);
    await submit(command);
    expect(await check(about(command.claimId, sragen))).toMatchObject({ reason: 'not-found' });
    expect(await check(about(randomUUID(), solo))).toMatchObject({ reason: 'not-found' });
    expect(await check(about(command.claimId, solo))).toMatchObject({ kind: 'happened' });
    expect(await lookUp().one(command.claimId, sragen.regions)).toBeNull();
    expect(await lookUp().one(command.claimId, solo.regions)).not.toBeNull();
  });

  it('lists claims of its regions, newest first, page by page', async () => {
    const { personId } = member;
    const commands = ['33.72', '33.72.05', '33.14.01', '33.7'].map((residence) =>
      claiming(member, { residence }),
    );
    for (const command of commands) await submit(command);
    const [city, district, elsewhere, other] = commands.map(({ claimId }) => claimId);
    const page = async (regions: readonly string[] | null, limit: number, after: string | null = null) => {
      const found = await lookUp().list({ regions, limit, after, status: null, personId });
      return found.map(({ submission }) => submission.claimId);
    };
    expect(await page(null, 10)).toEqual([other, elsewhere, district, city]);
    expect(await page(['ID'], 10)).toEqual([other, elsewhere, district, city]);
    expect(await page(['33.72'], 10)).toEqual([district, city]);
    expect(await page(['33.72'], 1)).toEqual([district]);
    expect(await page(['33.72'], 1, district)).toEqual([city]);
    expect(await page(['33.72'], 1, city)).toEqual([]);
    expect(await page([], 10)).toEqual([]);
    const checked = await lookUp().list({
      regions: null,
      limit: 10,
      after: null,
      status: 'checked',
      personId,
    });
    expect(checked).toEqual([]);
  });
});

it('forgets what was written about an erased person, and nothing of what was decided', async () => {
  const command = claiming(member);
  await submit(command);
  await keepEvidence(command.claimId);
  await check(about(command.claimId));
  await decide(about(command.claimId), 'approved');
  const before = await lookUp().one(command.claimId, null);
  const { personId } = member;
  await hearOfMembers.handle(
    batchOf({ ...registered(member), type: personErased.type, data: { personId }, sequence: 1 }),
  );
  expect(before).toMatchObject({ submission: { description: 'sudden' }, evidence: [{ note: 'fracture' }] });
  expect(await lookUp().one(command.claimId, null)).toEqual({
    ...before,
    submission: { ...before!.submission, description: null },
    evidence: [{ kind: 'medical-report', receivedOn: '2024-03-20', note: null }],
  });
});

it('takes 500 claims in one batch', async () => {
  const many = Array.from({ length: 500 }, newMember);
  await hearOfMembers.handle(batchOf(...many.map((each) => registered(each))));
  await hearOfContributions.handle(batchOf(...many.map((each) => paid(each, '2024-03', 1))));
  const commands = many.map((each) => claiming(each));
  const answers = await new SubmitClaim(claims).handle(batchOf(...commands));
  expect(answers.every(({ kind }) => kind === 'happened')).toBe(true);
  const checks = await new CheckClaimAgainstCover(claims, USUAL_POLICY).handle(
    batchOf(...commands.map(({ claimId }) => about(claimId))),
  );
  expect(checks.every(({ claim }) => claim?.status === 'checked')).toBe(true);
});
