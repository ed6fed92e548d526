import { MachineClock, UuidV7Ids } from '#libs/kernel';
import { batchOf, eventually } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PostgresClaims } from '../src/outbound/persistence/postgres-claims.js';
import { Bank, type BankAnswer, type Transfer } from '../src/use-cases/bank.js';
import { CloseClaimWhenSettled } from '../src/use-cases/close-claim-when-settled.js';
import { PayBenefitsThroughBank } from '../src/use-cases/pay-benefits-through-bank.js';
import { RecordResultOfDisbursement } from '../src/use-cases/record-result-of-disbursement.js';
import { about, FUNERAL_RUPIAH, order, orderedFuneral, type Ordered } from './ordered-funeral.js';
import { openClaims, publishedOf, type Opened } from './support.js';

const PATIENCE = { askAfterMs: 0, lostAfterMs: 3_600_000 };
const FAILED: BankAnswer = { kind: 'failed', reason: 'account-closed' };
const PAID: BankAnswer = {
  kind: 'paid',
  amountRupiah: FUNERAL_RUPIAH,
  paidAt: '2024-03-22T09:00:00+07:00',
};

/** The line of one replica to the bank: what it is asked about, and what it is answered when the test says so. */
class Line extends Bank {
  readonly told: string[] = [];
  readonly asked: string[] = [];
  answerTo: (disbursementId: string) => BankAnswer | Promise<BankAnswer> = () => ({ kind: 'silence' });

  override async instruct({ disbursementId }: Transfer): Promise<BankAnswer> {
    this.told.push(disbursementId);
    return { kind: 'accepted', bankReference: `B-${disbursementId}` };
  }

  override async ask(disbursementId: string): Promise<BankAnswer> {
    this.asked.push(disbursementId);
    return this.answerTo(disbursementId);
  }
}

const clock = new MachineClock();
const ids = new UuidV7Ids();
let opened: Opened;
let claims: PostgresClaims;
let results: RecordResultOfDisbursement;
let quick: Line;
let slow: Line;
let round: () => Promise<number>;
let slowRound: () => Promise<number>;
let first: Ordered;

beforeAll(async () => {
  opened = await openClaims();
  claims = new PostgresClaims(opened.database, opened.writes, opened.events, ids);
  results = new RecordResultOfDisbursement(claims, 'service');
});
afterAll(() => opened.drop());
beforeEach(async () => {
  [quick, slow] = [new Line(), new Line()];
  const [one, other] = [quick, slow].map(
    (line) => new PayBenefitsThroughBank(claims, line, clock, ids, PATIENCE),
  );
  round = () => one!.round();
  slowRound = () => other!.round();
  first = await orderedFuneral(opened, claims);
  await round();
});

const statusesOf = async () => {
  const claim = (await claims.find(first.claimId))!;
  const disbursements = 'disbursements' in claim ? claim.disbursements : [];
  return [claim.status, ...disbursements.map(({ status }) => status)];
};
const paymentsPublished = async () =>
  (await publishedOf(opened.database, first.claimId)).filter(({ type }) => type.endsWith('benefit-paid.v1'));

const paidTwice = async () =>
  (await claims.toLookAt('2024-01-01T00:00:00.000Z')).filter(({ why }) => why === 'paid-twice');

/** One replica has asked about the first disbursement and hangs; another hears that it failed, and it is ordered anew. */
const hanging = async (answer: BankAnswer) => {
  let go: (said: BankAnswer) => void = () => undefined;
  const late = new Promise<BankAnswer>((resolve) => (go = resolve));
  slow.answerTo = (id) => (id === first.disbursementId ? late : { kind: 'silence' });
  const hangs = slowRound();
  await eventually(() => slow.asked.includes(first.disbursementId));
  quick.answerTo = (id) => (id === first.disbursementId ? FAILED : { kind: 'silence' });
  await round();
  expect(await statusesOf()).toEqual(['approved', 'failed']);
  const second = await order(claims, first.claimId);
  const recorded = async () => {
    go(answer);
    await hangs;
  };
  return { second, recorded };
};

describe('an answer that a replica records late', () => {
  it('that the first failed does not end the second, which is on its way', async () => {
    const { second, recorded } = await hanging(FAILED);
    await round();
    expect(quick.told).toContain(second.disbursementId);
    await recorded();
    expect(await statusesOf()).toEqual(['disbursing', 'failed', 'accepted']);
    expect((await order(claims, first.claimId)).disbursementId).toBe(second.disbursementId);
  });

  it('that the first is paid after all keeps the second here, and nothing is ordered any more', async () => {
    const { second, recorded } = await hanging(PAID);
    await recorded();
    await round();
    expect(await statusesOf()).toEqual(['paid', 'paid', 'withdrawn']);
    expect(quick.told).not.toContain(second.disbursementId);
    expect(await paymentsPublished()).toMatchObject([{ data: { disbursementId: first.disbursementId } }]);
    await order(claims, first.claimId);
    expect(await statusesOf()).toEqual(['paid', 'paid', 'withdrawn']);
  });

  it('that the first is paid after all leaves the second to the bank, and both are in the books', async () => {
    const { second, recorded } = await hanging(PAID);
    await round();
    await recorded();
    expect(await statusesOf()).toEqual(['disbursing', 'paid', 'accepted']);
    quick.answerTo = (id) => (id === second.disbursementId ? PAID : { kind: 'silence' });
    await round();
    expect(await statusesOf()).toEqual(['paid', 'paid', 'paid']);
    expect(await paymentsPublished()).toHaveLength(2);

    expect(await paidTwice()).toEqual([{ why: 'paid-twice', count: 1, claimIds: [first.claimId] }]);
    const back = {
      disbursementId: second.disbursementId,
      amountRupiah: FUNERAL_RUPIAH,
      reason: 'paid-twice',
    };
    const result = { status: 'returned', ...back, returnedAt: '2024-03-25T09:00:00+07:00' } as const;
    await results.handle(batchOf({ ...about(first.claimId), result }));
    expect(await statusesOf()).toEqual(['paid', 'paid', 'returned']);
    expect(await paidTwice()).toEqual([]);
  });

  it('that the first is paid after all is looked at once the claim is closed', async () => {
    const { second, recorded } = await hanging(PAID);
    await round();
    await recorded();
    quick.answerTo = (id) => (id === second.disbursementId ? PAID : { kind: 'silence' });
    await round();
    expect(await paidTwice()).toMatchObject([{ count: 1, claimIds: [first.claimId] }]);
    await new CloseClaimWhenSettled(claims).handle(batchOf(about(first.claimId)));
    expect(await paidTwice()).toEqual([]);
  });
});

it('a report over HTTP that what failed is paid after all is taken as the bank’s own answer is', async () => {
  quick.answerTo = (id) => (id === first.disbursementId ? FAILED : { kind: 'silence' });
  await round();
  const result = {
    status: 'paid',
    disbursementId: first.disbursementId,
    amountRupiah: FUNERAL_RUPIAH,
  } as const;
  const report = { ...result, paidAt: '2024-03-22T09:00:00+07:00' };
  const [taken] = await results.handle(batchOf({ ...about(first.claimId), result: report }));
  expect(taken).toMatchObject({ kind: 'happened' });
  expect(await statusesOf()).toEqual(['paid', 'paid']);
});
