import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { StoryClock } from '#libs/kernel';
import { batchOf } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WebhookSecrets } from '../../src/inbound/http/webhook-secrets.js';
import { isProven, Ledger } from '../../src/use-cases/ledger.js';
import { KnowMembershipsWhenEnrolled } from '../../src/use-cases/know-memberships-when-enrolled.js';
import { openOverHttp, type OverHttp } from '../over-http.js';
import { newMember, publishedOf, registered } from '../support.js';

const SERVER_KEY = 'SB-Mid-server-of-the-tests-0123456789';
const NEXT_SERVER_KEY = 'SB-Mid-server-that-comes-after-it-9876';
const TOKEN = 'the-callback-token-of-the-tests-0123456789';
const NEXT_TOKEN = 'the-callback-token-that-comes-after-it-987';

/** As recorded, with the numbers of invented people; the signature was made with openssl. */
const example = (name: string) =>
  JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
const SETTLEMENT = example('midtrans-settlement');

let over: OverHttp;
let code: string;
let transactionId: string;

beforeAll(async () => {
  const webhookSecrets = new WebhookSecrets([SERVER_KEY, NEXT_SERVER_KEY], [TOKEN, NEXT_TOKEN]);
  over = await openOverHttp({ clock: new StoryClock('2024-12-17'), webhookSecrets });
});
afterAll(() => over.close());
beforeEach(async () => {
  code = String(Math.floor(1e15 + performance.now() * 1e6));
  transactionId = randomUUID();
  const member = newMember({ paymentCode: code, startsOn: '2024-12-01' });
  await over.app.get(KnowMembershipsWhenEnrolled).handle(batchOf(registered(member)));
});

const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
  const { statusCode, body: text } = await over.app.inject({
    method: 'POST',
    url: `/v1/webhooks/${path}`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(body),
  });
  return { status: statusCode, body: JSON.parse(text) as Record<string, unknown> };
};

/** Midtrans, as far as this service hears of it: it signs what it sends. */
const midtrans = (changed: Record<string, unknown> = {}, key = SERVER_KEY) => {
  const notice = { ...SETTLEMENT, order_id: `${code}-1`, transaction_id: transactionId, ...changed };
  const { order_id, status_code, gross_amount } = notice as Record<string, string>;
  const signature = createHash('sha512')
    .update(`${order_id}${status_code}${gross_amount}${key}`)
    .digest('hex');
  return post('midtrans', { ...notice, signature_key: changed['signature_key'] ?? signature });
};
const inTheBooks = async (gateway: string, paymentId: string) =>
  (await publishedOf(over.database, `payment/${gateway}/${paymentId}`)).map(({ type }) => type);

describe('a notice of Midtrans', () => {
  it('as recorded is verified and in the books, owed while nobody is known by its code', async () => {
    expect(await post('midtrans', SETTLEMENT)).toEqual({
      status: 200,
      body: { outcome: 'unmatched', reasons: ['payment-code-unknown'] },
    });
  });

  it('of a settlement pays, once, however often it comes', async () => {
    expect(await midtrans()).toEqual({ status: 200, body: { outcome: 'accepted', reasons: [] } });
    for (let times = 0; times < 2; times += 1)
      expect(await midtrans()).toEqual({
        status: 200,
        body: { outcome: 'repeated', reasons: ['already-answered'] },
      });
    expect(await inTheBooks('midtrans', transactionId)).toEqual(['payment-accepted']);
  });

  it.each([
    ['another amount', { gross_amount: '16800', signature_key: SETTLEMENT['signature_key'] }],
    ['another order', { order_id: '8888824000000018-1', signature_key: SETTLEMENT['signature_key'] }],
    [
      'another status code',
      { status_code: '201', order_id: SETTLEMENT['order_id'], signature_key: SETTLEMENT['signature_key'] },
    ],
    ['no signature of ours', { signature_key: 'x' }],
  ])('with %s is refused, and leaves nothing behind', async (_what, changed) => {
    expect(await midtrans(changed)).toMatchObject({ status: 401, body: { reasons: ['signature-invalid'] } });
    expect(await inTheBooks('midtrans', transactionId)).toEqual([]);
  });

  it('is good with either of two keys, not with a third', async () => {
    expect(await midtrans({}, NEXT_SERVER_KEY)).toMatchObject({ status: 200 });
    expect(await midtrans({}, `${SERVER_KEY}0`)).toMatchObject({ status: 401 });
  });

  it.each([
    [{ transaction_status: 'pending', status_code: '201' }],
    [{ transaction_status: 'capture', fraud_status: 'challenge', status_code: '201' }],
    [{ transaction_status: 'deny', status_code: '202' }],
    [{ transaction_status: 'expire', status_code: '407' }],
    [{ transaction_status: 'failure', status_code: '202' }],
  ])(
    'that is not final or came to nothing moves no money, before and behind the settlement: %j',
    async (status) => {
      expect(await midtrans(status)).toMatchObject({ status: 200, body: { outcome: 'nothing' } });
      expect(await midtrans()).toMatchObject({ body: { outcome: 'accepted' } });
      expect(await midtrans(status)).toMatchObject({ body: { outcome: 'nothing' } });
      expect(await inTheBooks('midtrans', transactionId)).toEqual(['payment-accepted']);
    },
  );

  it('of a card is the same payment, captured and settled', async () => {
    const card = { payment_type: 'credit_card', settlement_time: undefined };
    expect(await midtrans({ ...card, transaction_status: 'capture' })).toMatchObject({
      body: { outcome: 'accepted' },
    });
    expect(
      await midtrans({ payment_type: 'credit_card', settlement_time: '2024-12-17 02:00:00' }),
    ).toMatchObject({
      body: { outcome: 'repeated' },
    });
  });

  it.each(['refund', 'chargeback', 'cancel'])(
    'of a %s takes the money back, whichever notice comes first',
    async (status) => {
      const back = () => midtrans({ transaction_status: status });
      await midtrans();
      expect(await back()).toMatchObject({ status: 200, body: { outcome: 'reversed' } });
      expect(await back()).toMatchObject({ status: 200, body: { outcome: 'repeated' } });
      const { body } = await post('midtrans', SETTLEMENT);
      expect(body['outcome']).toBe('repeated');
      transactionId = randomUUID();
      expect(await back()).toMatchObject({ status: 200, body: { outcome: 'held' } });
      await midtrans({ order_id: `${code}-2` });
      const [row] = await over.database.query<{ status: string }>(
        'select status from payment_line where payment_id = $1',
        [transactionId],
      );
      expect(row?.status).toBe('reversed');
    },
  );

  it('of a refund in part is refused, so that somebody looks at it', async () =>
    expect(await midtrans({ transaction_status: 'partial_refund' })).toMatchObject({
      status: 422,
      body: { reasons: ['refunded-in-part'] },
    }));

  it.each([
    ['gross_amount', '16800.50'],
    ['gross_amount', 'much'],
    ['currency', 'USD'],
    ['settlement_time', 'yesterday'],
    ['transaction_id', undefined],
  ])('whose %s is %s is not read', async (path, value) =>
    expect(await midtrans({ [path]: value })).toMatchObject({ status: 400, body: { fields: [{ path }] } }),
  );
});

const xendit = (name: string, changed: Record<string, unknown> = {}, token: string | null = TOKEN) =>
  post(
    'xendit',
    { ...example(name), external_id: `${code}-1`, payment_id: transactionId, ...changed },
    {
      ...(token !== null && { 'x-callback-token': token }),
    },
  );

describe('a notice of Xendit', () => {
  it.each(['xendit-virtual-account', 'xendit-invoice'])('pays, once: %s', async (name) => {
    expect(await xendit(name)).toEqual({ status: 200, body: { outcome: 'accepted', reasons: [] } });
    expect(await xendit(name)).toMatchObject({ status: 200, body: { outcome: 'repeated' } });
    expect(await inTheBooks('xendit', transactionId)).toEqual(['payment-accepted']);
  });

  it('is good with either of two tokens; with another, a longer one or none it is refused', async () => {
    expect(await xendit('xendit-invoice', {}, NEXT_TOKEN)).toMatchObject({ status: 200 });
    for (const token of [`${TOKEN}0`, 'x', '', null])
      expect(await xendit('xendit-invoice', {}, token)).toMatchObject({
        status: 401,
        body: { reasons: ['signature-invalid'] },
      });
  });

  it.each(['PENDING', 'EXPIRED', 'FAILED'])(
    'that says %s moves no money, before and behind the payment',
    async (status) => {
      expect(await xendit('xendit-invoice', { status })).toMatchObject({ body: { outcome: 'nothing' } });
      expect(await xendit('xendit-invoice')).toMatchObject({ body: { outcome: 'accepted' } });
      expect(await xendit('xendit-invoice', { status })).toMatchObject({ body: { outcome: 'nothing' } });
    },
  );

  it('of a refund takes the money back, whichever comes first', async () => {
    expect(await xendit('xendit-invoice', { status: 'REFUNDED' })).toMatchObject({
      body: { outcome: 'held' },
    });
    await xendit('xendit-invoice');
    expect(await xendit('xendit-invoice', { status: 'REFUNDED' })).toMatchObject({
      body: { outcome: 'repeated' },
    });
  });

  it.each([
    ['paid_amount', 16800.5],
    ['paid_at', 'yesterday'],
    ['external_id', 7],
    ['currency', 'USD'],
  ])('whose %s is %j is not read', async (path, value) =>
    expect(await xendit('xendit-invoice', { [path]: value })).toMatchObject({
      status: 400,
      body: { fields: [{ path }] },
    }),
  );
});

it('leaves a ledger that is proven', async () =>
  expect(isProven(await over.app.get(Ledger).proof())).toBe(true));
