import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { closeIssuers, inSeconds, type TokenIssuer } from '#libs/testing';
import { bearer, openApp } from '../../test/open-app.js';
import { CurrentActor } from './access.guard.js';
import type { Actor } from './actor.js';
import { findRoutesWithoutRule } from './routes-without-rule.js';
import { Allow, Public } from './rules.js';

@Controller('mixed')
class MixedController {
  @Get('forgotten')
  forgotten() {
    return 'secret';
  }

  @Get('officers')
  @Allow('officer', 'operator')
  officers(@CurrentActor() actor: Actor) {
    return { subject: actor.subject };
  }

  @Get('open')
  @Public()
  open(@CurrentActor() actor: Actor | null) {
    return { subject: actor?.subject ?? null };
  }

  @Get('either')
  @Public({ optionalToken: true })
  either(@CurrentActor() actor: Actor | null) {
    return { subject: actor?.subject ?? null };
  }

  @MessagePattern('not a route')
  listen() {
    return null;
  }
}

@Controller('strict')
@Allow('operator')
class StrictController {
  @Get('operators')
  operators() {
    return 'ok';
  }

  @Get('analysts')
  @Allow('analyst')
  analysts() {
    return 'ok';
  }
}

afterAll(closeIssuers);

describe('access', () => {
  let app: NestFastifyApplication;
  let issuer: TokenIssuer;
  beforeAll(async () => {
    ({ app, issuer } = await openApp([MixedController, StrictController]));
  });
  afterAll(() => app.close());

  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers });
  const as = async (...roles: string[]) => bearer(await issuer.sign({ roles }));

  it('refuses a route without a rule, to everybody', async () => {
    expect((await get('/mixed/forgotten')).statusCode).toBe(401);
    const all = [
      'channel',
      'gateway',
      'officer',
      'adjuster',
      'analyst',
      'planner',
      'operator',
      'privacy-officer',
    ];
    const answer = await get('/mixed/forgotten', await as(...all));
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain('secret');
  });

  it('lists the routes without a rule', () =>
    expect(findRoutesWithoutRule(app)).toEqual(['MixedController.forgotten']));

  it('asks for a token', async () => {
    const answer = await get('/mixed/officers');
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="cakupan"');
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json()).toMatchObject({ type: '/problems/unauthorized', reasons: ['token-missing'] });
  });

  it('gives the bearer to the controller', async () => {
    const answer = await get(
      '/mixed/officers',
      bearer(await issuer.sign({ sub: 'sri', roles: ['operator'] })),
    );
    expect(answer.json()).toEqual({ subject: 'sri' });
  });

  it('refuses a bearer without the role', async () => {
    const answer = await get('/mixed/officers', await as('analyst'));
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ reasons: ['role-missing'] });
    expect((await get('/mixed/officers', await as())).statusCode).toBe(403);
  });

  it('lets the rule of a method stand before that of its controller', async () => {
    expect((await get('/strict/operators', await as('operator'))).statusCode).toBe(200);
    expect((await get('/strict/operators', await as('analyst'))).statusCode).toBe(403);
    expect((await get('/strict/analysts', await as('analyst'))).statusCode).toBe(200);
    expect((await get('/strict/analysts', await as('operator'))).statusCode).toBe(403);
  });

  it('leaves a public route open, and does not look at tokens there', async () => {
    expect((await get('/mixed/open')).json()).toEqual({ subject: null });
    expect((await get('/mixed/open', bearer('rubbish'))).json()).toEqual({ subject: null });
  });

  it('takes a token on a public route that may have one, and refuses a bad one', async () => {
    expect((await get('/mixed/either')).json()).toEqual({ subject: null });
    expect((await get('/mixed/either', await as('analyst'))).json()).toEqual({ subject: 'tester' });
    expect((await get('/mixed/either', bearer('rubbish'))).statusCode).toBe(401);
    expect((await get('/mixed/either', bearer(await issuer.sign({ exp: inSeconds(-60) })))).statusCode).toBe(
      401,
    );
  });

  it('answers the same whatever is wrong with a token', async () => {
    const good = await issuer.sign();
    const bad = [
      good.slice(0, -2),
      await issuer.sign({ aud: 'x' }),
      await issuer.sign({ exp: inSeconds(-60) }),
      'x',
    ];
    const answers = await Promise.all([
      ...bad.map((token) => get('/mixed/officers', bearer(token))),
      get('/mixed/officers', { authorization: 'Basic dXNlcjpwYXNz' }),
      get('/mixed/officers', { authorization: '' }),
      get('/mixed/officers', { authorization: `Bearer ${good} ${good}` }),
    ]);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]?.headers['www-authenticate']).toBe('Bearer realm="cakupan", error="invalid_token"');
  });

  it('takes the scheme in any case', async () => {
    const token = await issuer.sign({ roles: ['officer'] });
    expect((await get('/mixed/officers', { authorization: `bearer ${token}` })).statusCode).toBe(200);
  });
});
