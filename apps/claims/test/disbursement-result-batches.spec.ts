import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OverHttp } from './over-http.js';

const DAY = { at: '2024-12-01T09:00:00+07:00' };
const AMOUNT = 10_000_000;

let service: OverHttp;
beforeAll(async () => {
  service = await OverHttp.open();
});
afterAll(() => service.close());

interface Disbursed {
  readonly claimId: string;
  readonly disbursementId: string;
}

const disbursed = async (): Promise<Disbursed> => {
  const claimId = randomUUID();
  const { membershipId } = await service.covered();
  const claim = { claimId, membershipId, programme: 'JKM', benefit: 'funeral', occurredOn: '2024-11-20' };
  await service.post('claims', claim, DAY);
  await service.post(`claims/${claimId}/check`, undefined, DAY);
  await service.post(`claims/${claimId}/decide`, { decision: 'approved' }, DAY);
  const { body } = await service.post(`claims/${claimId}/disburse`, undefined, DAY);
  return { claimId, disbursementId: String(body['disbursementId']) };
};

const send = async (payload: string, type = 'text/csv') => {
  const { statusCode, body } = await service.app.inject({
    method: 'POST',
    url: '/v1/disbursement-result-batches',
    headers: {
      authorization: `Bearer ${service.adjuster}`,
      'content-type': type,
      'cakupan-story-time': '2024-12-02T09:00:00+07:00',
    },
    payload,
  });
  return { status: statusCode, body: JSON.parse(body) as Record<string, never> };
};

const HEADER = 'booked,disbursementId,claimId,status,amount,paidAt,returnedAt,reason';
const paid = ({ claimId, disbursementId }: Disbursed, amount: number | string = AMOUNT) =>
  `02/12,${disbursementId},${claimId},paid,${amount},2024-12-01T15:00:00+07:00,,`;
const returned = ({ claimId, disbursementId }: Disbursed, reason = 'account-closed') =>
  `02/12,${disbursementId},${claimId},returned,${AMOUNT},,2024-12-02T08:00:00+07:00,${reason}`;
const statusOf = async ({ claimId }: Disbursed) => (await service.ask(`claims/${claimId}`)).body['status'];

it('a file of results is taken row by row, and again changes nothing', async () => {
  const [first, second, other] = [await disbursed(), await disbursed(), await disbursed()];
  const unknown = { claimId: randomUUID(), disbursementId: randomUUID() };
  const file = [
    HEADER,
    paid(first),
    paid(other, AMOUNT + 1),
    paid(second),
    returned(second),
    paid(unknown),
    returned(other, ''),
    paid(other, '10.5'),
  ].join('\n');
  const { status, body } = await send(file);
  expect(status).toBe(200);
  expect(body).toMatchObject({ recorded: 3, repeated: 0, refused: 2, malformed: 2 });
  expect(body['results']).toMatchObject([
    { row: 1, disbursementId: first.disbursementId, status: 'recorded', reasons: [] },
    { row: 2, status: 'refused', reasons: [expect.any(String)] },
    { row: 3, status: 'recorded' },
    { row: 4, status: 'recorded' },
    { row: 5, status: 'refused', reasons: ['not-found'] },
    { row: 6, status: 'malformed', fields: [{ path: 'reason', reason: 'missing' }] },
    { row: 7, status: 'malformed', fields: [{ path: 'amount' }] },
  ]);
  expect([await statusOf(first), await statusOf(second), await statusOf(other)]).toEqual([
    'paid',
    'returned',
    'disbursing',
  ]);
  expect((await send(file)).body).toMatchObject({ recorded: 0, repeated: 3, refused: 2, malformed: 2 });
});

it('may be NDJSON, and has to be a file that can be read', async () => {
  const one = await disbursed();
  const paidAt = '2024-12-01T15:00:00+07:00';
  const line = JSON.stringify({ ...one, status: 'paid', amount: AMOUNT, paidAt });
  expect((await send(`${line}\n`, 'application/x-ndjson')).body).toMatchObject({ recorded: 1 });
  expect(await send('{"a":', 'application/x-ndjson')).toMatchObject({ status: 400 });
  expect(await send('disbursementId,claimId\na,b')).toMatchObject({ status: 400 });
  expect(await send('{}', 'application/json')).toMatchObject({ status: 415 });
});
