import { randomUUID } from 'node:crypto';
import { happened } from '#libs/kernel';
import { batchOf } from '#libs/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DisbursementEvent } from '../src/domain/claim/disbursement.js';
import { Claims } from '../src/use-cases/claims.js';
import { about, FUNERAL_RUPIAH } from './ordered-funeral.js';
import { OverHttp } from './over-http.js';

const DAY = { at: '2024-12-01T09:00:00+07:00' };

let service: OverHttp;
beforeAll(async () => {
  service = await OverHttp.open(undefined, null, 'service');
});
afterAll(() => service.close());

it('where this service tells the bank, nobody reports as paid what it has not told', async () => {
  const claimId = randomUUID();
  const { membershipId } = await service.covered();
  const claim = { claimId, membershipId, programme: 'JKM', benefit: 'funeral', occurredOn: '2024-11-20' };
  await service.post('claims', claim, DAY);
  await service.post(`claims/${claimId}/check`, undefined, DAY);
  await service.post(`claims/${claimId}/decide`, { decision: 'approved' }, DAY);
  const { body } = await service.post(`claims/${claimId}/disburse`, undefined, DAY);
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
