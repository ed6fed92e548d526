import { ParkedMessages, type ParkedCorrection, type ParkedMessage, type ParkedWish } from '#libs/kernel';
import { closeIssuers, type TokenIssuer } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { JWTPayload } from 'jose';
import { bearer, openApp } from '../../test/open-app.js';
import {
  Allow,
  CurrentActor,
  findRoutesWithoutRule,
  ParkedController,
  ParkedOperations,
  ParkedQuery,
  query,
  ROLES,
  type Actor,
} from '../index.js';

const summary = (id: string) => ({
  id,
  topic: 'channel.sign-ups.v1',
  partition: 3,
  offset: 17,
  key: 'a',
  reason: 'unreadable' as const,
  detail: '',
  parkedAt: '2024-12-17T02:30:00.000Z',
});

const content = { key: 'a', headers: {}, value: '{' };
const message: ParkedMessage = {
  ...summary('7'),
  status: 'waiting',
  content,
  correction: null,
  retries: 0,
  settledAt: null,
  settledBy: null,
  note: null,
};

/** Five messages, of which each is asked for by number; writes down what it is asked. */
class FakeParked extends ParkedMessages {
  readonly asked: unknown[] = [];
  override async list(...given: Parameters<ParkedMessages['list']>) {
    this.asked.push(given);
    const [{ after, limit }] = given;
    return ['1', '2', '3', '4', '5']
      .filter((id) => id > (after ?? ''))
      .slice(0, limit)
      .map(summary);
  }
  override async find(id: string, by: string) {
    this.asked.push([id, by]);
    return id === '7' ? message : null;
  }
  override async retry(id: string, wish: ParkedWish, correction?: ParkedCorrection) {
    this.asked.push([id, wish, correction]);
    if (id === '8') return { kind: 'not-done', reason: 'behind-parked' } as const;
    if (id === '9') return { kind: 'not-done', reason: 'not-found' } as const;
    if (id === '6') return { kind: 'waiting', reason: 'schema', detail: '/nik' } as const;
    return { kind: 'retried', followed: 2, stoppedAt: '9' } as const;
  }
  override async discard(id: string, wish: ParkedWish) {
    this.asked.push([id, wish]);
    if (id === '8') return { kind: 'not-done', reason: 'parked-settled' } as const;
    return { kind: 'discarded', followed: 0, stoppedAt: null } as const;
  }
}

@Controller('v1/parked')
class ChannelParkedController extends ParkedOperations {
  @Get()
  @Allow('operator', 'channel')
  list(@Query(query(ParkedQuery)) asked: ParkedQuery, @CurrentActor() actor: Actor) {
    return this.page(asked, actor, 'channel');
  }
}

const fake = new FakeParked();
const apps: NestFastifyApplication[] = [];
const issuers: TokenIssuer[] = [];

beforeAll(async () => {
  for (const controller of [ParkedController, ChannelParkedController]) {
    const { app, issuer } = await openApp([controller], {}, [{ provide: ParkedMessages, useValue: fake }]);
    apps.push(app);
    issuers.push(issuer);
  }
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await closeIssuers();
});
beforeEach(() => void fake.asked.splice(0));

const asker =
  (which: 0 | 1) =>
  async (claims: JWTPayload | null, method: 'GET' | 'POST', path: string, payload?: object) => {
    const headers = claims ? bearer(await issuers[which]!.sign(claims)) : {};
    const answer = await apps[which]!.inject({
      method,
      url: `/v1/parked${path}`,
      headers,
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
const ask = asker(0);
const askWithSenders = asker(1);
const operator = { roles: ['operator'], sub: 'budi' };

const ROUTES = [
  ['GET', '', undefined],
  ['GET', '/7', undefined],
  ['POST', '/7/retry', {}],
  ['POST', '/7/discard', { reason: 'sent by mistake' }],
] as const;

describe('who may do what with parked messages', () => {
  it('has a rule for every route', () => {
    expect(apps.flatMap((app) => findRoutesWithoutRule(app))).toEqual([]);
  });

  it.each(ROUTES)('%s %s is for operators alone', async (method, path, payload) => {
    const others = ROLES.filter((role) => role !== 'operator');
    for (const one of [ask, askWithSenders]) {
      expect((await one(null, method, path, payload)).status).toBe(401);
      for (const role of others) {
        const claims = { roles: [role], channel: 'A', gateway: 'B' };
        expect([role, (await one(claims, method, path, payload)).status]).toEqual([role, 403]);
      }
      expect(fake.asked).toEqual([]);
      expect((await one(operator, method, path, payload)).status).toBe(200);
      fake.asked.splice(0);
    }
  });

  it('lists its own to a channel, and nothing to who has no channel or another role', async () => {
    const own = await askWithSenders({ roles: ['channel'], channel: 'A' }, 'GET', '?mine=true');
    expect(own.status).toBe(200);
    expect(fake.asked).toEqual([
      [
        { after: null, limit: 101 },
        { kind: 'channel', code: 'A' },
      ],
    ]);
    expect((own.body['items'] as object[])[0]).toEqual(summary('1'));
    for (const claims of [
      { roles: ['channel'] },
      { roles: ['gateway'], gateway: 'A' },
      { roles: ['operator'], channel: 'A' },
      { roles: ['officer'], channel: 'A' },
    ])
      expect((await askWithSenders(claims, 'GET', '?mine=true')).status).toBe(403);
    expect(fake.asked).toHaveLength(1);
  });

  it('knows no senders where a service hears none', async () => {
    expect((await ask(operator, 'GET', '?mine=true')).status).toBe(400);
    expect((await ask({ roles: ['channel'], channel: 'A' }, 'GET', '?mine=true')).status).toBe(403);
  });
});

describe('what an operator can do', () => {
  it('reads the list page by page', async () => {
    const first = await ask(operator, 'GET', '?limit=2');
    expect((first.body['items'] as { id: string }[]).map(({ id }) => id)).toEqual(['1', '2']);
    const second = await ask(operator, 'GET', `?limit=3&after=${String(first.body['next'])}`);
    expect((second.body['items'] as { id: string }[]).map(({ id }) => id)).toEqual(['3', '4', '5']);
    expect(second.body['next']).toBeNull();
  });

  it.each(['x', Buffer.from('["1; drop"]').toString('base64url')])('refuses the cursor %s', async (after) => {
    expect((await ask(operator, 'GET', `?after=${after}`)).status).toBe(422);
  });

  it('sees one with its contents', async () => {
    expect(await ask(operator, 'GET', '/7')).toEqual({ status: 200, body: message });
    expect(fake.asked).toEqual([['7', 'budi']]);
    for (const id of ['6', 'x', '1'.repeat(19)])
      expect((await ask(operator, 'GET', `/${id}`)).status).toBe(404);
  });

  it('tries one again, as it is or corrected', async () => {
    expect(await ask(operator, 'POST', '/7/retry', {})).toEqual({
      status: 200,
      body: { id: '7', status: 'retried', reason: null, detail: null, followed: 2, stoppedAt: '9' },
    });
    const corrected = { value: '{}', key: 'b', headers: { ce_type: 'c' } };
    const refused = await ask(operator, 'POST', '/6/retry', { ...corrected, reason: 'a brace' });
    expect(refused.body).toMatchObject({ status: 'waiting', reason: 'schema', detail: '/nik', followed: 0 });
    expect(fake.asked).toEqual([
      ['7', { by: 'budi', note: null }, undefined],
      ['6', { by: 'budi', note: 'a brace' }, corrected],
    ]);
  });

  it('takes null for what is left out', async () => {
    const nothing = { value: null, key: null, headers: null, reason: null };
    expect((await ask(operator, 'POST', '/7/retry', nothing)).status).toBe(200);
    expect((await ask(operator, 'POST', '/7/retry', { ...nothing, value: '{}' })).status).toBe(200);
    expect(fake.asked).toEqual([
      ['7', { by: 'budi', note: null }, undefined],
      ['7', { by: 'budi', note: null }, { value: '{}' }],
    ]);
  });

  it.each([
    ['/8/retry', {}, 409, ['behind-parked']],
    ['/9/retry', {}, 404, ['not-found']],
    ['/8/discard', { reason: 'old' }, 409, ['parked-settled']],
    ['/7/discard', {}, 400, ['malformed']],
    ['/7/discard', { reason: '' }, 400, ['malformed']],
    ['/7/discard', { reason: 'a'.repeat(501) }, 400, ['malformed']],
    ['/7/discard', { reason: 'a\u0000' }, 400, ['malformed']],
    ['/7/retry', { value: 7 }, 400, ['malformed']],
    ['/7/retry', { headers: { a: 7 } }, 400, ['malformed']],
    ['/7/retry', { headers: 'a' }, 400, ['malformed']],
    ['/7/retry', { status: 'retried' }, 400, ['malformed']],
  ])('POST %s %j is answered with %i', async (path, payload, status, reasons) => {
    const answer = await ask(operator, 'POST', path, payload);
    expect([answer.status, answer.body['reasons']]).toEqual([status, reasons]);
  });

  it('gives one up for a reason', async () => {
    expect(await ask(operator, 'POST', '/7/discard', { reason: 'a'.repeat(500) })).toMatchObject({
      status: 200,
      body: { status: 'discarded' },
    });
    expect(fake.asked).toEqual([['7', { by: 'budi', note: 'a'.repeat(500) }]]);
  });
});
