import { randomUUID } from 'node:crypto';
import { happened } from '#libs/kernel';
import { batchOf } from '#libs/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DisbursementEvent } from '../src/domain/claim/disbursement.js';
import type { Account } from '../src/use-cases/account-tokens.js';
import { Payees } from '../src/use-cases/bank.js';
import { Claims } from '../src/use-cases/claims.js';
import { about, FUNERAL_RUPIAH } from './ordered-funeral.js';
import { OverHttp } from './over-http.js';

const DAY = { at: '2024-12-01T09:00:00+07:00' };

/** A bank that takes accounts in, or not. */
class Counter extends Payees {
  readonly entered: { readonly payee: string; readonly account: Account }[] = [];
  isOpen = true;
  refuses = false;

  override async enter(payee: string, account: Account): Promise<'entered' | 'refused' | 'silent'> {
    if (!this.isOpen) return 'silent';
    if (this.refuses) return 'refused';
    this.entered.push({ payee, account });
    return 'entered';
  }
}

const bank = new Counter();
let service: OverHttp;
beforeAll(async () => {
  service = await OverHttp.open(undefined, null, 'service', bank);
});
afterAll(() => service.close());

it('where this service tells the bank, nobody reports as paid what it has not told', async () => {
  const claimId = randomUUID();
  const { membershipId } = await service.covered();
  const claim = { claimId, membershipId, programme: 'JKM', benefit: 'funeral', occurredOn: '2024-11-20' };
  await service.post('claims', claim, DAY);
  await service.post(`claims/${claimId}/check`, undefined, DAY);
  await service.post(`claims/${claimId}/decide`, { decision: 'approved' }, DAY);
  expect(await service.post(`claims/${claimId}/disburse`, undefined, DAY)).toMatchObject({
    status: 422,
    body: { reasons: ['account-missing'] },
  });
  const account = { bank: '008', number: '1234567890' };
  const correct = () =>
    service.post(`claims/${claimId}/account/correction`, { ...account, why: 'nobody had stated one' }, DAY);
  bank.isOpen = false;
  expect(await correct()).toMatchObject({ status: 503, body: { reasons: ['bank-silent'] } });
  expect((await service.ask(`claims/${claimId}`)).body['isAccountKnown']).toBe(false);
  bank.isOpen = true;
  bank.refuses = true;
  expect(await correct()).toMatchObject({ status: 422, body: { reasons: ['account-refused'] } });
  bank.refuses = false;
  expect((await correct()).status).toBe(200);
  const { body } = await service.post(`claims/${claimId}/disburse`, undefined, DAY);
  expect(bank.entered).toEqual([{ payee: body['payee'], account }]);
  expect(body['payee']).toMatch(/^[\w-]{43}$/);
  const disbursementId = String(body['disbursementId']);
  const paidAt = '2024-12-01T15:00:00+07:00';
  const result = { disbursementId, claimId, status: 'paid', amount: FUNERAL_RUPIAH, paidAt };
  expect(await service.post('disbursement-results', result)).toMatchObject({
    status: 422,
    body: { reasons: ['not-sent'], fields: [{ path: 'disbursementId', reason: 'not-sent' }] },
  });
  expect((await service.ask(`claims/${claimId}`)).body['status']).toBe('disbursing');

  const sent: DisbursementEvent = {
    type: 'disbursement-sent',
    disbursementId,
    at: about(claimId).recordedAt,
  };
  await service.app.get(Claims).change(batchOf(about(claimId)), () => happened(sent));
  expect(await service.post('disbursement-results', result)).toMatchObject({
    status: 201,
    body: { status: 'paid' },
  });
});

it('an account of an open claim is entered at the bank before it is kept', async () => {
  const claimId = randomUUID();
  const { membershipId } = await service.covered();
  const claim = { claimId, membershipId, programme: 'JKM', benefit: 'funeral', occurredOn: '2024-11-20' };
  await service.post('claims', claim, DAY);
  const body = { bank: '014', number: '9876543210' };
  const keep = () => service.ask(`claims/${claimId}/account`, { method: 'PUT', body });
  bank.isOpen = false;
  expect(await keep()).toMatchObject({ status: 503, body: { reasons: ['bank-silent'] } });
  bank.isOpen = true;
  expect(await keep()).toMatchObject({ status: 200, body: { isAccountKnown: true } });
  expect(bank.entered.at(-1)).toMatchObject({ account: body });
});
