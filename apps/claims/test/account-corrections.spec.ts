import { personErased } from '#libs/contracts';
import { MachineClock, UuidV7Ids } from '#libs/kernel';
import { batchOf, messageOf } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { USUAL_POLICY } from '../src/domain/programmes/policy.js';
import { PostgresAccountTokens } from '../src/outbound/persistence/postgres-account-tokens.js';
import { PostgresClaims } from '../src/outbound/persistence/postgres-claims.js';
import { PostgresCovers } from '../src/outbound/persistence/postgres-covers.js';
import { Bank, type BankAnswer, type Transfer } from '../src/use-cases/bank.js';
import { CorrectAccountWhenMoneyCameBack } from '../src/use-cases/correct-account-when-money-came-back.js';
import { KeepCoverWhenMembershipChanged } from '../src/use-cases/keep-cover-when-membership-changed.js';
import { PayBenefitsThroughBank } from '../src/use-cases/pay-benefits-through-bank.js';
import { RecordResultOfDisbursement } from '../src/use-cases/record-result-of-disbursement.js';
import { about, FUNERAL_RUPIAH, order, orderedFuneral, type Ordered } from './ordered-funeral.js';
import { openClaims, publishedOf, type Opened } from './support.js';

const PATIENCE = { askAfterMs: 0, lostAfterMs: 3_600_000 };
const WHY = 'a digit of the bank book was misread';
const RIGHT = { bank: '014', number: '9876543210' };

/** A bank that says of each transfer that it paid. */
class PayingBank extends Bank {
  readonly told: Transfer[] = [];

  override async instruct(transfer: Transfer): Promise<BankAnswer> {
    this.told.push(transfer);
    return { kind: 'accepted', bankReference: `B-${this.told.length}` };
  }
  override async ask(): Promise<BankAnswer> {
    return { kind: 'paid', amountRupiah: FUNERAL_RUPIAH, paidAt: '2024-03-22T09:00:00+07:00' };
  }
}

let opened: Opened;
let claims: PostgresClaims;
let bank: PayingBank;
let round: () => Promise<number>;
let first: Ordered;
beforeAll(async () => {
  opened = await openClaims();
  claims = new PostgresClaims(opened.database, opened.writes, opened.events, new UuidV7Ids());
});
afterAll(() => opened.drop());
beforeEach(async () => {
  bank = new PayingBank();
  const pay = new PayBenefitsThroughBank(claims, bank, new MachineClock(), new UuidV7Ids(), PATIENCE);
  round = () => pay.round();
  first = await orderedFuneral(opened, claims);
});

const correct = (by = 'adjuster-2') => {
  const tokens = new PostgresAccountTokens(opened.database);
  const corrections = new CorrectAccountWhenMoneyCameBack(claims, tokens, USUAL_POLICY);
  return corrections.handle({ ...about(first.claimId), by, account: RIGHT, why: WHY });
};
const comesBack = () => {
  const { disbursementId } = first;
  const back = { status: 'returned', disbursementId, amountRupiah: FUNERAL_RUPIAH } as const;
  const result = { ...back, returnedAt: '2024-03-23T09:00:00+07:00', reason: 'account-unknown' };
  return new RecordResultOfDisbursement(claims, 'service').handle(
    batchOf({ ...about(first.claimId), result }),
  );
};

describe('money that came back', () => {
  beforeEach(async () => {
    await round();
    await round();
    await comesBack();
  });

  it('is sent anew under an id of its own, to the account that was stated instead', async () => {
    expect(await correct()).toMatchObject({ kind: 'happened', claim: { status: 'returned' } });
    const second = await order(claims, first.claimId);
    await round();
    await round();
    const [before, after, ...more] = bank.told;
    expect(more).toEqual([]);
    expect(before!.disbursementId).toBe(first.disbursementId);
    expect(after!.disbursementId).toBe(second.disbursementId);
    expect(after!.disbursementId).not.toBe(before!.disbursementId);
    const { token } = await new PostgresAccountTokens(opened.database).of(RIGHT);
    expect(after!.payee).toBe(token);
    expect(after!.payee).not.toBe(before!.payee);
    const claim = (await claims.find(first.claimId))!;
    expect(claim).toMatchObject({
      status: 'paid',
      disbursements: [{ status: 'returned' }, { status: 'paid' }],
    });
  });

  it('says in its steps who stated the other account and why, and nothing of it outside', async () => {
    await correct();
    expect(await claims.steps(first.claimId)).toContainEqual(
      expect.objectContaining({ what: 'account-corrected', by: 'adjuster-2', why: WHY }),
    );
    const published = JSON.stringify(await publishedOf(opened.database, first.claimId));
    expect(published).not.toMatch(/account-corrected|misread/);
  });
});

it('money that has not left when the person is erased does not leave: nobody knows where to', async () => {
  const { personId } = (await claims.find(first.claimId))!.submission;
  const erased = messageOf(personErased, { personId });
  await new KeepCoverWhenMembershipChanged(new PostgresCovers(opened.writes)).handle(batchOf(erased));
  await round();
  expect(bank.told).toEqual([]);
  expect(await claims.find(first.claimId)).toMatchObject({
    status: 'approved',
    disbursements: [{ status: 'failed', reason: 'account-missing' }],
  });
});
