import { randomUUID } from 'node:crypto';
import type { MemberRegistered, PaymentSettled } from '#libs/contracts';
import { findRoutesWithoutRule, openApiOf } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import { batchOf } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { KnowMembershipsWhenEnrolled } from '../src/use-cases/know-memberships-when-enrolled.js';
import { openOverHttp, type OverHttp } from './over-http.js';
import { aboutPayment, newMember, newPayment, publishedOf, registered } from './support.js';

interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly token?: string | null;
  readonly at?: string;
}

let over: OverHttp;
let app: NestFastifyApplication;
let gateway: string;
let officer: string;
let member: MemberRegistered;

const ask = async (path: string, { method = 'GET', body, token = officer, at }: Asked = {}) => {
  const { statusCode, body: text } = await app.inject({
    method,
    url: `/v1/${path}`,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(at && { 'cakupan-story-time': at }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  });
  return { status: statusCode, body: JSON.parse(text) as Record<string, never> };
};
const pay = (payment: PaymentSettled, more: Asked & { dryRun?: boolean } = {}) =>
  ask(`payments${more.dryRun ? '?dryRun=true' : ''}`, {
    method: 'POST',
    body: payment,
    token: gateway,
    ...more,
  });
const paid = (changed: Partial<PaymentSettled> = {}) =>
  newPayment({ paymentCode: member.paymentCode, months: ['2024-06'], ...changed });

beforeAll(async () => {
  over = await openOverHttp({ clock: new StoryClock('2024-12-17') });
  ({ app } = over);
  gateway = await over.tokens.sign({ roles: ['gateway'], gateway: 'bank-jateng' });
  officer = await over.tokens.sign({ roles: ['officer'] });
});
afterAll(() => over.close());
beforeEach(async () => {
  member = newMember();
  await app.get(KnowMembershipsWhenEnrolled).handle(batchOf(registered(member)));
});

describe('a payment over HTTP', () => {
  it('is 201 when accepted, 200 again, 409 with other content however often', async () => {
    const payment = paid();
    const first = await pay(payment);
    expect(first).toMatchObject({ status: 201, body: { status: 'accepted', reasons: [], lines: null } });
    expect(first.body['contributions']).toHaveLength(1);
    expect(await pay(payment)).toEqual({ ...first, status: 200 });
    for (let times = 0; times < 2; times += 1) {
      expect(await pay({ ...payment, months: ['2024-07'] })).toMatchObject({
        status: 409,
        body: { reasons: ['payment-id-reused'] },
      });
    }
  });

  it('makes the same events as over the topic, at the instant that the request states', async () => {
    const payment = paid();
    await pay(payment, { at: '2024-06-11T08:00:00+07:00' });
    expect(await publishedOf(over.database, aboutPayment(payment))).toMatchObject([
      { type: 'payment-accepted', sequence: 1, recordedAt: '2024-06-11T01:00:00.000Z' },
    ]);
  });

  it('is 202 when nobody is known, 200 again', async () => {
    const payment = paid({ paymentCode: `nobody-${randomUUID()}` });
    const body = { status: 'unmatched', reasons: ['payment-code-unknown'], contributions: [], lines: null };
    expect(await pay(payment)).toMatchObject({ status: 202, body });
    expect(await pay(payment)).toMatchObject({ status: 200, body });
  });

  it('is 422 when a rule forbids it, and 422 again', async () => {
    const payment = paid({ amount: 16_801 });
    for (let times = 0; times < 2; times += 1) {
      expect(await pay(payment)).toMatchObject({
        status: 422,
        body: {
          reasons: ['amount-does-not-fit'],
          fields: [{ path: 'amount', reason: 'amount-does-not-fit' }],
          result: {
            gateway: 'bank-jateng',
            paymentId: payment.paymentId,
            status: 'refused',
            reasons: ['amount-does-not-fit'],
          },
        },
      });
    }
  });

  it('is 422 with what became of each line where none was settled, and 422 again', async () => {
    const { paymentCode } = member;
    const lines = [
      { paymentCode, months: ['2031-01'], amount: 16_801 },
      { paymentCode, months: ['2019-01'], amount: 16_800 },
    ];
    const payment = paid({ paymentCode: null, months: null, amount: 33_601, lines });
    for (let times = 0; times < 2; times += 1) {
      expect(await pay(payment)).toMatchObject({
        status: 422,
        body: {
          reasons: ['amount-does-not-fit', 'month-not-due'],
          fields: [
            { path: 'lines.0.amount', reason: 'amount-does-not-fit' },
            { path: 'lines.1.months', reason: 'month-not-due' },
          ],
          result: { status: 'refused', lines: [{ index: 0 }, { index: 1, reasons: ['month-not-due'] }] },
        },
      });
    }
    const other = paid({ paymentCode: null, months: null, amount: 7, lines });
    for (let times = 0; times < 2; times += 1)
      expect(await pay(other)).toMatchObject({
        status: 422,
        body: { fields: [{ path: 'amount', reason: 'lines-sum-differs' }], result: { status: 'refused' } },
      });
  });

  it('says which lines were not settled', async () => {
    const lines = [
      { paymentCode: member.paymentCode, months: ['2024-06'], amount: 16_800 },
      { paymentCode: member.paymentCode, months: ['2024-06'], amount: 16_800 },
    ];
    const payment = paid({ paymentCode: null, months: null, amount: 33_600, lines });
    const unsettled = [{ index: 1, reasons: ['month-already-paid'] }];
    expect(await pay(payment)).toMatchObject({ status: 201, body: { status: 'accepted', lines: unsettled } });
    expect(await pay(payment)).toMatchObject({ status: 200, body: { status: 'accepted', lines: unsettled } });
  });

  it('in a dry run has the answer and leaves nothing behind', async () => {
    const payment = paid();
    const dry = { dryRun: true };
    expect(await pay(payment, dry)).toMatchObject({
      status: 200,
      body: { status: 'accepted', contributions: [] },
    });
    expect(await pay(paid({ amount: 1 }), dry)).toMatchObject({ status: 422 });
    expect(await pay(paid({ paymentCode: 'nobody' }), dry)).toMatchObject({ status: 202 });
    expect(await publishedOf(over.database, aboutPayment(payment))).toEqual([]);
    expect(await pay(payment)).toMatchObject({ status: 201 });
  });

  it('is sent by its own gateway or an officer', async () => {
    const other = await over.tokens.sign({ roles: ['gateway'], gateway: 'bank-bri' });
    const nameless = await over.tokens.sign({ roles: ['gateway'] });
    for (const token of [other, nameless]) {
      expect(await pay(paid(), { token })).toMatchObject({
        status: 403,
        body: { reasons: ['gateway-mismatch'] },
      });
    }
    expect(await pay(paid(), { token: officer })).toMatchObject({ status: 201 });
    expect(await pay(paid(), { token: await over.tokens.sign({ roles: ['channel'] }) })).toMatchObject({
      status: 403,
    });
    expect(await pay(paid(), { token: null })).toMatchObject({ status: 401 });
  });

  it('is 400 when it is not of the shape, and says where', async () => {
    const wrong = { ...paid(), amount: 16_800.5, colour: 'red' } as unknown as PaymentSettled;
    const { status, body } = await pay(wrong);
    expect(status).toBe(400);
    expect((body['fields'] as unknown as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      'amount',
      'colour',
    ]);
  });

  it('is taken once when it is sent many times at once', async () => {
    const payment = paid();
    const answers = await Promise.all(Array.from({ length: 40 }, () => pay(payment)));
    expect(
      answers
        .map(({ status }) => status)
        .sort()
        .slice(-2),
    ).toEqual([200, 201]);
    expect(await publishedOf(over.database, aboutPayment(payment))).toHaveLength(1);
  });
});

describe('what became of a payment', () => {
  it('is shown to its gateway and to officers', async () => {
    const payment = paid();
    const { body } = await pay(payment, { at: '2024-06-11T08:00:00+07:00' });
    const path = `payments/bank-jateng/${payment.paymentId}`;
    const expected = {
      gateway: 'bank-jateng',
      paymentId: payment.paymentId,
      status: 'accepted',
      method: 'virtual-account',
      amount: 16_800,
      settledAt: '2024-06-10T10:00:00+07:00',
      recordedAt: '2024-06-11T01:00:00.000Z',
      contributions: body['contributions'],
      reasons: [],
      lines: [
        {
          index: 0,
          status: 'accepted',
          amount: 16_800,
          contributions: body['contributions'],
          reasons: [],
          lateFeeCharged: 0,
          lateFeePaid: 0,
        },
      ],
    };
    expect(await ask(path, { token: gateway })).toEqual({ status: 200, body: expected });
    expect(await ask(path)).toEqual({ status: 200, body: expected });
    const other = await over.tokens.sign({ roles: ['gateway'], gateway: 'bank-bri' });
    expect(await ask(path, { token: other })).toMatchObject({ status: 404 });
    expect(await ask('payments/bank-jateng/unknown')).toMatchObject({ status: 404 });
  });
});

describe('a bill', () => {
  it('lists what there is to pay, by month and programme', async () => {
    await pay(paid({ months: ['2024-12'] }));
    const { status, body } = await ask(`bills/${member.paymentCode}?through=2025-02`, { token: gateway });
    expect(status).toBe(200);
    expect(body).toEqual({
      paymentCode: member.paymentCode,
      membershipId: member.membershipId,
      through: '2025-02',
      arrears: 3,
      amount: 33_600,
      lateFees: 0,
      months: [
        {
          month: '2025-01',
          amount: 16_800,
          amounts: { JKK: 10_000, JKM: 6_800 },
          dueOn: '2025-01-15',
          lateFee: 0,
          calculation: [
            {
              programme: 'JKK',
              label: 'Table: incomes from 0 on, basis 1,000,000',
              amount: 10_000,
              rule: 'PP 44/2015 annex II; PP 46/2015',
            },
            { programme: 'JKM', amount: 6_800, label: expect.any(String), rule: expect.any(String) },
          ],
        },
        {
          month: '2025-02',
          amount: 16_800,
          amounts: { JKK: 10_000, JKM: 6_800 },
          dueOn: '2025-02-17',
          lateFee: 0,
          calculation: expect.any(Array),
        },
      ],
    });
  });

  it('is for today’s month unless it is said otherwise, and for officers of the region', async () => {
    const path = `bills/${member.paymentCode}`;
    expect(await ask(path)).toMatchObject({ status: 200, body: { through: '2024-12', amount: 16_800 } });
    const solo = await over.tokens.sign({ roles: ['officer'], regions: ['33.72'] });
    const wonogiri = await over.tokens.sign({ roles: ['officer'], regions: ['33.12'] });
    expect(await ask(path, { token: solo })).toMatchObject({ status: 200 });
    expect(await ask(path, { token: wonogiri })).toMatchObject({ status: 404 });
    expect(await ask('bills/nobody')).toMatchObject({ status: 404 });
    expect(await ask(`${path}?through=2024-13`)).toMatchObject({ status: 400 });
  });

  it('is 422 for a segment that is not billed', async () => {
    const migrant = newMember({ segment: 'PMI' });
    await app.get(KnowMembershipsWhenEnrolled).handle(batchOf(registered(migrant)));
    expect(await ask(`bills/${migrant.paymentCode}`)).toMatchObject({
      status: 422,
      body: { reasons: ['segment-not-billed-yet'] },
    });
  });
});

describe('a statement', () => {
  it('says what was paid, by whom, for which month, to officers of the region', async () => {
    await pay(paid({ months: ['2024-07'], payer: { kind: 'sponsor', code: 'CSR-1' } }));
    await pay(paid({ months: ['2024-02'] }));
    const path = `memberships/${member.membershipId}/statement`;
    const { body } = await ask(path);
    expect(body['entries']).toMatchObject([
      { months: ['2024-02'], from: '2024-02-01', through: '2024-02-29', amount: 16_800, reversedAt: null },
      { months: ['2024-07'], payer: { kind: 'sponsor', code: 'CSR-1' }, paidAt: '2024-06-10T10:00:00+07:00' },
    ]);
    const other = async (accept: string) =>
      app.inject({ url: `/v1/${path}`, headers: { authorization: `Bearer ${officer}`, accept } });
    const csv = await other('text/csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.body.split('\r\n')).toHaveLength(4);
    const page = await other('text/html,application/xhtml+xml;q=0.9');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('Jumlah iuran yang berlaku: Rp33.600');
    const wonogiri = await over.tokens.sign({ roles: ['officer'], regions: ['33.12'] });
    expect(await ask(path, { token: wonogiri })).toMatchObject({ status: 404 });
    expect(await ask(`memberships/${randomUUID()}/statement`)).toMatchObject({ status: 404 });
    expect(await ask(path, { token: gateway })).toMatchObject({ status: 403 });
  });
});

describe('the ledger', () => {
  it('shows accounts, page by page, and proves that they balance', async () => {
    await pay(paid());
    const all = (await ask('ledger/accounts')).body['items'] as unknown as {
      account: string;
      balance: number;
    }[];
    expect(all.map(({ account }) => account)).toEqual(
      expect.arrayContaining(['cash:bank-jateng', 'contributions:JKK', 'contributions:JKM', 'owed:self']),
    );
    expect(all.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
    const first = await ask('ledger/accounts?limit=2');
    const second = await ask(`ledger/accounts?limit=2&after=${String(first.body['next'])}`);
    const pages = [first, second].flatMap(({ body }) => body['items'] as unknown as typeof all);
    expect(pages).toEqual(all.slice(0, 4));
    expect(await ask('ledger/accounts/contributions:JKK')).toMatchObject({
      status: 200,
      body: all.find(({ account }) => account === 'contributions:JKK'),
    });
    expect(await ask('ledger/accounts/cash:nobody')).toMatchObject({ status: 404 });
    expect(await ask('ledger/proof')).toMatchObject({ status: 200, body: { balanced: true } });
    expect(await ask('ledger/proof', { token: gateway })).toMatchObject({ status: 403 });
  });

  it('lists money without a home, page by page', async () => {
    const mine = [paid({ amount: 7 }), paid({ paymentCode: `nobody-${randomUUID()}` })];
    for (const payment of mine) await pay(payment);
    const items: { paymentId: string; status: string; reasons: string[]; amount: number }[] = [];
    for (let after = ''; ;) {
      const { body } = await ask(`unmatched?limit=1${after}`);
      items.push(...(body['items'] as unknown as typeof items));
      if (body['next'] === null) break;
      after = `&after=${String(body['next'])}`;
    }
    const found = mine.map(({ paymentId }) => items.filter((item) => item.paymentId === paymentId));
    expect(found).toMatchObject([
      [{ status: 'refused', reasons: ['amount-does-not-fit'], amount: 7 }],
      [{ status: 'unmatched', reasons: ['payment-code-unknown'], amount: 16_800 }],
    ]);
    expect(await ask('unmatched?after=bm9uc2Vuc2U')).toMatchObject({ status: 422 });
  });

  it('shows what was paid twice', async () => {
    const once = paid({ months: ['2024-12'] });
    const twice = { ...once, paymentId: `P-${randomUUID()}` };
    for (const payment of [once, twice, paid({ amount: 7 })]) await pay(payment);
    const { body } = await ask('unmatched?reason=month-already-paid&limit=1000');
    const items = body['items'] as unknown as { paymentId: string; reasons: string[]; amount: number }[];
    expect(new Set(items.flatMap(({ reasons }) => reasons))).toEqual(new Set(['month-already-paid']));
    expect(items.filter(({ paymentId }) => paymentId === twice.paymentId)).toMatchObject([
      { amount: once.amount },
    ]);
    expect(await ask('unmatched?reason=No%20slug')).toMatchObject({ status: 400 });
  });
});

describe('a file of payments', () => {
  const send = async (
    file: string,
    { type = 'application/x-ndjson', dryRun = false, token = gateway } = {},
  ) => {
    const { statusCode, body: text } = await app.inject({
      method: 'POST',
      url: `/v1/payment-batches?dryRun=${dryRun}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      payload: file,
    });
    return { status: statusCode, body: JSON.parse(text) as Record<string, never> };
  };
  const fileOf = (...payments: object[]) => payments.map((one) => JSON.stringify(one)).join('\n');

  it('is settled row by row, each with its result, and the same again is repeated', async () => {
    const payments = [
      paid(),
      paid({ paymentCode: `nobody-${randomUUID()}` }),
      paid({ amount: 7, months: ['2024-08'] }),
      paid({ gateway: 'bank-bri' }),
      paid({ months: ['2024-06'] }),
    ];
    const file = `${fileOf(...payments)}\n{"paymentId":"X","amount":16800.5}\n`;
    const { status, body } = await send(file);
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 1, unmatched: 1, refused: 3, repeated: 0, malformed: 1 });
    expect(body['results']).toMatchObject([
      { row: 1, paymentId: payments[0]!.paymentId, status: 'accepted', reasons: [] },
      { row: 2, status: 'unmatched', reasons: ['payment-code-unknown'] },
      { row: 3, status: 'refused', reasons: ['amount-does-not-fit'] },
      { row: 4, status: 'refused', reasons: ['gateway-mismatch'] },
      { row: 5, status: 'refused', reasons: ['month-already-paid'] },
      { row: 6, paymentId: 'X', status: 'malformed' },
    ]);
    expect((await send(file)).body).toMatchObject({ repeated: 4, refused: 1, malformed: 1 });
    const events = await publishedOf(over.database, aboutPayment(payments[0]!));
    expect(events.map(({ type }) => type)).toEqual(['payment-accepted']);
  });

  it('may be CSV', async () => {
    const id = `CSV-${randomUUID()}`;
    const header = 'paymentId,gateway,method,paymentCode,amount,settledAt,months,payerKind,payerCode';
    const row = `${id},bank-jateng,qris,${member.paymentCode},33600,2024-06-10T10:00:00+07:00,2024-06 2024-07,sponsor,CSR-1`;
    const { body } = await send(`${header}\n${row}\n`, { type: 'text/csv' });
    expect(body).toMatchObject({ accepted: 1, results: [{ row: 1, paymentId: id, status: 'accepted' }] });
    const statement = await ask(`memberships/${member.membershipId}/statement`);
    expect(statement.body['entries']).toMatchObject([
      { months: ['2024-06', '2024-07'], payer: { kind: 'sponsor', code: 'CSR-1' } },
    ]);
  });

  it('in a dry run sees what its rows before would do, and leaves nothing behind', async () => {
    const file = fileOf(paid(), paid());
    expect((await send(file, { dryRun: true })).body).toMatchObject({
      accepted: 1,
      refused: 1,
      results: [{ contributions: [] }, { reasons: ['month-already-paid'] }],
    });
    expect((await send(file)).body).toMatchObject({ accepted: 1, refused: 1 });
  });

  it('that cannot be read is refused before anything of it is taken', async () => {
    const payment = paid();
    expect(await send(`${fileOf(payment)}\n{"a":`)).toMatchObject({
      status: 400,
      body: { reasons: ['unreadable'] },
    });
    expect(await publishedOf(over.database, aboutPayment(payment))).toEqual([]);
    expect(
      await send(fileOf(payment), { token: await over.tokens.sign({ roles: ['channel'] }) }),
    ).toMatchObject({
      status: 403,
    });
  });
});

describe('money without a home', () => {
  const idOf = ({ gateway: name, paymentId }: PaymentSettled, line = 0) =>
    Buffer.from(JSON.stringify([name, paymentId, line])).toString('base64url');
  const decide = (how: 'match' | 'refund', id: string, body: object, token = officer) =>
    ask(`unmatched/${id}/${how}`, {
      method: 'POST',
      body: { reason: 'asked at the counter', ...body },
      token,
    });

  it('pays for the membership that is meant, once', async () => {
    const payment = paid({ paymentCode: `nobody-${randomUUID()}`, months: null, amount: 33_600 });
    await pay(payment);
    const months = ['2024-08', '2024-09'];
    const matched = await decide('match', idOf(payment), { membershipId: member.membershipId, months });
    expect(matched).toMatchObject({
      status: 200,
      body: { status: 'accepted', lines: [{ status: 'accepted' }] },
    });
    expect(await decide('match', idOf(payment), { membershipId: member.membershipId, months })).toEqual(
      matched,
    );
    const events = await publishedOf(over.database, aboutPayment(payment));
    expect(events.map(({ type }) => type)).toEqual(['payment-unmatched', 'payment-accepted']);
    const statement = await ask(`memberships/${member.membershipId}/statement`);
    expect(statement.body['entries']).toMatchObject([{ months, paymentId: payment.paymentId }]);
    const kept = await over.database.query(
      'select kind, decided_by, reason from owed_line_decision where payment_id = $1',
      [payment.paymentId],
    );
    expect(kept).toEqual([{ kind: 'match', decided_by: 'tester', reason: 'asked at the counter' }]);
  });

  it('is set aside for its payer, once, and owed no more', async () => {
    const payment = paid({ amount: 7 });
    await pay(payment);
    const refunded = await decide('refund', idOf(payment), {});
    expect(refunded).toMatchObject({
      status: 200,
      body: { status: 'refunded', lines: [{ status: 'refunded' }] },
    });
    expect(await decide('refund', idOf(payment), {})).toEqual(refunded);
    expect(await pay(payment)).toMatchObject({ status: 200, body: { status: 'refunded' } });
    expect(await ask('ledger/accounts/refunds:bank-jateng')).toMatchObject({ status: 200 });
    expect(await decide('match', idOf(payment), { membershipId: member.membershipId })).toMatchObject({
      status: 422,
      body: { reasons: ['not-owed'] },
    });
  });

  it('stays owed where it does not fit, and is decided on by officers of the region', async () => {
    const payment = paid({ amount: 7 });
    await pay(payment);
    const { membershipId } = member;
    expect(await decide('match', idOf(payment), { membershipId })).toMatchObject({
      status: 422,
      body: { reasons: ['amount-does-not-fit'] },
    });
    const wonogiri = await over.tokens.sign({ roles: ['officer'], regions: ['33.12'] });
    expect(await decide('match', idOf(payment), { membershipId }, wonogiri)).toMatchObject({ status: 404 });
    expect(await decide('match', idOf(payment), { membershipId: randomUUID() })).toMatchObject({
      status: 404,
    });
    expect(await decide('refund', idOf(payment), {}, gateway)).toMatchObject({ status: 403 });
    expect(await decide('refund', idOf(payment, 1), {})).toMatchObject({ status: 404 });
    for (const id of ['x', 'W10', Buffer.from('[1,2,3]').toString('base64url')])
      expect(await decide('refund', id, {})).toMatchObject({ status: 404 });
    expect(await ask('ledger/proof')).toMatchObject({ body: { proven: true, faults: [] } });
  });
});

it('has a rule for every route, and describes each', () => {
  expect(findRoutesWithoutRule(app)).toEqual([]);
  expect(Object.keys(openApiOf(app, { title: 'contribution' }).paths).sort()).toEqual([
    '/v1.0/access-token/b2b',
    '/v1.0/transfer-va/inquiry',
    '/v1.0/transfer-va/payment',
    '/v1.0/transfer-va/status',
    '/v1/bills/{paymentCode}',
    '/v1/ledger/accounts',
    '/v1/ledger/accounts/{code}',
    '/v1/ledger/proof',
    '/v1/memberships/{id}/statement',
    '/v1/payment-batches',
    '/v1/payments',
    '/v1/payments/{gateway}/{paymentId}',
    '/v1/reconciliations',
    '/v1/reconciliations/{id}',
    '/v1/reconciliations/{id}/breaks/{number}/settle',
    '/v1/unmatched',
    '/v1/unmatched/{id}/match',
    '/v1/unmatched/{id}/refund',
    '/v1/webhooks/midtrans',
    '/v1/webhooks/xendit',
  ]);
});
