import { randomUUID } from 'node:crypto';
import { findRoutesWithoutRule, openApiOf } from '#libs/http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TokenIssuer } from '#libs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OverHttp, type Asked } from './over-http.js';
import { publishedOf, type Member, type Opened } from './support.js';

let service: OverHttp;
let app: NestFastifyApplication;
let tokens: TokenIssuer;
let opened: Opened;
let member: Member;

const ask = (path: string, asked?: Asked) => service.ask(path, asked);
const post = (path: string, body?: unknown, more?: Asked) => service.post(path, body, more);
const covered = () => service.covered();

const grant = (of: Member, more: object = {}) => ({
  claimId: randomUUID(),
  membershipId: of.membershipId,
  programme: 'JKM',
  benefit: 'death-grant',
  occurredOn: '2024-11-20',
  ...more,
});
const accident = (of: Member, more: object = {}) =>
  grant(of, { programme: 'JKK', benefit: 'accident-care', description: 'fell off a ladder', ...more });

const unknownResult = { disbursementId: randomUUID(), claimId: randomUUID(), amount: 1 };
const resultFieldOf = async (more: object) => {
  const { status, body } = await post('disbursement-results', { ...unknownResult, ...more });
  return [status, (body['fields'] as unknown as { path: string }[])[0]?.path];
};

beforeAll(async () => {
  service = await OverHttp.open();
  ({ app, tokens, opened } = service);
});
afterAll(() => service.close());
beforeEach(async () => {
  member = await covered();
});

describe('a death grant', () => {
  it('goes from its submission to its payment, each step at the stated instant of the story', async () => {
    const claim = grant(member);
    const path = `claims/${claim.claimId}`;
    const submitted = await post('claims', claim, { at: '2024-11-21T10:00:00+07:00' });
    expect(submitted).toMatchObject({
      status: 201,
      body: {
        ...claim,
        ...member,
        status: 'submitted',
        submittedAt: '2024-11-21T03:00:00.000Z',
        check: null,
      },
    });
    expect(submitted.body).toMatchObject({ residence: '33.72.05.1011', decision: null, disbursements: [] });

    const checked = await post(`${path}/check`, undefined, { at: '2024-11-22T10:00:00+07:00' });
    expect(checked).toMatchObject({
      status: 200,
      body: {
        status: 'checked',
        check: {
          rules: [
            { rule: 'membership-registered', verdict: 'holds', reason: null },
            { rule: 'covered-on-the-day', verdict: 'holds', reason: null },
            { rule: 'three-consecutive-months', verdict: 'holds', reason: null },
            { rule: 'granted-once', verdict: 'holds', reason: null },
            { rule: 'paid-before-the-event', verdict: 'holds', reason: null },
            { rule: 'claimed-once', verdict: 'holds', reason: null },
            {
              rule: 'documents-complete',
              verdict: 'noted',
              reason: 'documents-missing',
              explanation: 'Documents that the claim needs are missing.',
            },
          ],
          cover: { segment: 'BPU', from: '2024-11-01', through: '2024-11-28' },
          basisRupiah: 1_000_000,
          amount: {
            kind: 'computed',
            amountRupiah: 32_000_000,
            calculation: [{ amountRupiah: 20_000_000 }, { amountRupiah: 12_000_000 }],
          },
        },
      },
    });

    const decided = await post(
      `${path}/decide`,
      { decision: 'approved' },
      { at: '2024-11-23T10:00:00+07:00' },
    );
    expect(decided).toMatchObject({
      status: 200,
      body: { status: 'approved', decision: { amountRupiah: 32_000_000 } },
    });

    const ordered = await post(`${path}/disburse`, undefined, { at: '2024-11-23T11:00:00+07:00' });
    expect(ordered).toMatchObject({ status: 201, body: { status: 'ordered', amountRupiah: 32_000_000 } });
    expect(await post(`${path}/disburse`)).toEqual({ status: 200, body: ordered.body });

    const { disbursementId } = ordered.body;
    const { claimId } = claim;
    const result = {
      disbursementId,
      claimId,
      status: 'paid',
      amount: 32_000_000,
      paidAt: '2024-11-24T09:00:00+07:00',
    };
    const at = { at: '2024-11-24T09:00:00+07:00' };
    expect(await post('disbursement-results', result, at)).toMatchObject({
      status: 201,
      body: { status: 'paid' },
    });
    expect(await post('disbursement-results', result, at)).toMatchObject({
      status: 200,
      body: { status: 'paid' },
    });
    const other = { ...result, paidAt: '2024-11-23T09:00:00+07:00' };
    expect(await post('disbursement-results', other, at)).toMatchObject({
      status: 409,
      body: { reasons: ['disbursement-id-reused'] },
    });

    const back = {
      disbursementId,
      claimId,
      status: 'returned',
      amount: 32_000_000,
      returnedAt: at.at,
      reason: 'account-closed',
    };
    expect(await post('disbursement-results', back, at)).toMatchObject({
      status: 201,
      body: { status: 'returned' },
    });
    const published = await publishedOf(opened.database, claimId);
    expect(published.map(({ sequence, recordedAt }) => [sequence, recordedAt])).toEqual([
      [1, '2024-11-21T03:00:00.000Z'],
      [2, '2024-11-23T03:00:00.000Z'],
      [3, '2024-11-24T02:00:00.000Z'],
      [4, '2024-11-24T02:00:00.000Z'],
    ]);
    expect(await ask(path)).toMatchObject({ status: 200, body: { status: 'returned' } });
  });

  it('has an amount that nobody enters', async () => {
    const claim = grant(member);
    await post('claims', claim);
    await post(`claims/${claim.claimId}/check`);
    const entered = { decision: 'approved', amountRupiah: 32_000_000 };
    expect(await post(`claims/${claim.claimId}/decide`, entered)).toMatchObject({
      status: 422,
      body: { reasons: ['amount-is-computed'] },
    });
  });
});

describe('a claim whose amount is entered', () => {
  it('needs it to be approved, and no amount to be rejected', async () => {
    const claim = accident(member);
    const path = `claims/${claim.claimId}`;
    await post('claims', claim);
    expect(await post(`${path}/decide`, { decision: 'approved', amountRupiah: 1 })).toMatchObject({
      status: 422,
      body: { reasons: ['claim-not-checked'] },
    });
    await post(`${path}/check`);
    expect(await post(`${path}/decide`, { decision: 'approved' })).toMatchObject({
      body: { reasons: ['amount-missing'] },
    });
    const refusals = [0, 0.5, -1, '1', 2 ** 53];
    for (const amountRupiah of refusals) {
      expect(await post(`${path}/decide`, { decision: 'approved', amountRupiah })).toMatchObject({
        status: 400,
      });
    }
    expect(await post(`${path}/decide`, { decision: 'rejected', reasons: ['because'] })).toMatchObject({
      status: 400,
    });
    const rejection = { decision: 'rejected', reasons: ['event-not-insured'] };
    expect(await post(`${path}/decide`, rejection)).toMatchObject({
      status: 200,
      body: { status: 'rejected' },
    });
    expect(await post(`${path}/disburse`)).toMatchObject({
      status: 422,
      body: { reasons: ['claim-not-approved'] },
    });
  });
});

describe('submitting', () => {
  it('answers the same again with 200, other content with 409', async () => {
    const claim = accident(member);
    const first = await post('claims', claim);
    expect(first.status).toBe(201);
    const again = { residence: null, ...claim, claimId: claim.claimId.toUpperCase() };
    expect(await post('claims', again)).toEqual({ status: 200, body: first.body });
    expect(await post('claims', { ...claim, occurredOn: '2024-11-19' })).toMatchObject({
      status: 409,
      body: { reasons: ['claim-id-reused'] },
    });
  });

  it('makes an id where none is stated', async () => {
    const claim = { ...accident(member), claimId: null };
    const [one, other] = [await post('claims', claim), await post('claims', claim)];
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.body['claimId']).not.toBe(other.body['claimId']);
  });

  it('refuses by rule with 422', async () => {
    const reasonsOf = async (claim: object) => {
      const { status, body } = await post('claims', claim);
      return [status, ...(body['reasons'] as unknown as string[])];
    };
    expect(await reasonsOf(accident(member, { benefit: 'old-age' }))).toEqual([
      422,
      'benefit-not-of-programme',
    ]);
    expect(await reasonsOf(accident(member, { membershipId: randomUUID() }))).toEqual([
      422,
      'membership-unknown',
    ]);
    expect(await reasonsOf(accident(member, { occurredOn: '2024-12-18' }))).toEqual([
      422,
      'occurred-in-future',
    ]);
    expect(await reasonsOf(accident(member, { residence: '33.14.01' }))).toEqual([403, 'outside-regions']);
    expect((await post('claims', accident(member, { occurredOn: '2024-12-17' }))).status).toBe(201);
  });

  it('refuses what is malformed with 400, unknown fields too', async () => {
    const fieldsOf = async (claim: object) => {
      const { status, body } = await post('claims', claim);
      return [status, ...(body['fields'] as unknown as { path: string }[]).map(({ path }) => path)];
    };
    expect(await fieldsOf(accident(member, { occurredOn: '2024-02-30' }))).toEqual([400, 'occurredOn']);
    expect(await fieldsOf(accident(member, { programme: 'JK' }))).toEqual([400, 'programme']);
    expect(await fieldsOf(accident(member, { nik: '3372051708900001' }))).toEqual([400, 'nik']);
    expect(await fieldsOf(accident(member, { description: '' }))).toEqual([400, 'description']);
    expect(await fieldsOf(accident(member, { description: 'a'.repeat(2_001) }))).toEqual([
      400,
      'description',
    ]);
    expect((await post('claims', accident(member, { description: 'a'.repeat(2_000) }))).status).toBe(201);
    expect((await post('claims', accident(member), { at: 'yesterday' })).status).toBe(400);
  });
});

describe('a result of the bank', () => {
  it('says when it was paid, or when and why it was returned', async () => {
    expect(await resultFieldOf({ status: 'paid' })).toEqual([422, 'paidAt']);
    expect(await resultFieldOf({ status: 'returned', reason: 'account-closed' })).toEqual([
      422,
      'returnedAt',
    ]);
    const returnedAt = '2024-11-24T09:00:00+07:00';
    expect(await resultFieldOf({ status: 'returned', returnedAt })).toEqual([422, 'reason']);
    expect(await resultFieldOf({ status: 'returned', returnedAt, reason: 'Sri Rahayu' })).toEqual([
      400,
      'reason',
    ]);
  });

  it('is about a claim that the token may see', async () => {
    const paidAt = '2024-11-24T09:00:00+07:00';
    expect((await post('disbursement-results', { ...unknownResult, status: 'paid', paidAt })).status).toBe(
      404,
    );
  });
});

describe('evidence', () => {
  it('is kept with the claim, of kinds that the programmes ask for', async () => {
    const claim = accident(member);
    await post('claims', claim);
    const path = `claims/${claim.claimId}/evidence`;
    const put = { method: 'PUT', body: { receivedOn: '2024-11-21', note: 'two witnesses' } } as const;
    expect(await ask(`${path}/chronology`, put)).toMatchObject({
      status: 200,
      body: { evidence: [{ kind: 'chronology', receivedOn: '2024-11-21', note: 'two witnesses' }] },
    });
    expect((await ask(`${path}/rumour`, put)).status).toBe(400);
  });
});

describe('access', () => {
  it('is for adjusters', async () => {
    const officer = await tokens.of(['officer']);
    for (const [method, path] of [
      ['GET', 'claims'],
      ['GET', `claims/${randomUUID()}`],
      ['POST', `claims/${randomUUID()}/check`],
      ['POST', `claims/${randomUUID()}/disburse`],
    ] as const) {
      expect((await ask(path, { method, token: null })).status).toBe(401);
      expect((await ask(path, { method, token: officer })).status).toBe(403);
    }
    expect((await post('claims', accident(member), { token: officer })).status).toBe(403);
    expect(findRoutesWithoutRule(app)).toEqual([]);
  });

  it('ends at the regions of the token', async () => {
    const elsewhere = await tokens.of(['adjuster'], ['33.14']);
    const claim = accident(member);
    expect((await post('claims', claim, { token: elsewhere })).status).toBe(403);
    await post('claims', claim);
    expect((await ask(`claims/${claim.claimId}`, { token: elsewhere })).status).toBe(404);
    expect((await post(`claims/${claim.claimId}/check`, undefined, { token: elsewhere })).status).toBe(404);
    const { personId } = member;
    expect((await ask(`claims?personId=${personId}`, { token: elsewhere })).body['items']).toEqual([]);
    expect((await ask(`claims?personId=${personId}`)).body['items']).toHaveLength(1);
  });
});

describe('the list', () => {
  it('goes on where the page before ended', async () => {
    const claimed = [accident(member), accident(member), accident(member)];
    for (const claim of claimed) await post('claims', claim);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { body } = await ask(
        `claims?limit=2&personId=${member.personId}${after ? `&after=${after}` : ''}`,
      );
      seen.push(...(body['items'] as unknown as { claimId: string }[]).map(({ claimId }) => claimId));
      after = body['next'] as unknown as string | null;
    } while (after !== null);
    expect(seen).toEqual(claimed.map(({ claimId }) => claimId).toReversed());
  });

  it('refuses a cursor that is not its own', async () => {
    expect((await ask('claims?after=bm90LW91cnM')).status).toBe(422);
    expect((await ask('claims?status=lost')).status).toBe(400);
    expect((await ask('claims?status=submitted&limit=1')).status).toBe(200);
  });
});

it('documents its routes and requests', () => {
  const { paths, components } = openApiOf(app, { title: 'claims' });
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/v1/claims', '/v1/claims/{id}/check', '/v1/disbursement-results']),
  );
  expect(components?.schemas?.['ClaimRequest']).toMatchObject({
    required: ['membershipId', 'programme', 'benefit', 'occurredOn'],
    properties: { programme: { enum: ['JKK', 'JKM', 'JHT', 'JP', 'JKP'] } },
  });
});

it('answers many at once, each with its own claim', async () => {
  const members = await Promise.all(Array.from({ length: 100 }, covered));
  const claimed = members.map((each) => accident(each));
  const submitted = await Promise.all(claimed.map((claim) => post('claims', claim)));
  expect(submitted.map(({ body }) => body['claimId'])).toEqual(claimed.map(({ claimId }) => claimId));
  const checks = await Promise.all(claimed.map(({ claimId }) => post(`claims/${claimId}/check`)));
  expect(checks.map(({ body }) => [body['claimId'], body['status']])).toEqual(
    claimed.map(({ claimId }) => [claimId, 'checked']),
  );
});
