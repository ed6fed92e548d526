import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { closeIssuers, inSeconds, KEY_ID, openIssuer, type TokenIssuer } from '#libs/testing';
import { Problem } from '../problems/problem.js';
import { problemOf } from '../problems/problem-of.js';
import { trustedKeys } from './keys.js';
import { TokenVerifier } from './token-verifier.js';

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const REFUSED = Problem.unauthorized('token-invalid').body;

const claims = () => ({
  sub: 'x',
  iss: 'cakupan-local',
  aud: 'cakupan',
  exp: inSeconds(600),
  roles: ['operator'],
});

afterAll(closeIssuers);

describe.each(['ES256', 'RS256'] as const)('TokenVerifier with %s', (algorithm) => {
  let issuer: TokenIssuer;
  let tokens: TokenVerifier;
  beforeAll(async () => {
    issuer = await openIssuer(algorithm);
    tokens = new TokenVerifier(await trustedKeys({ dataFolder: issuer.dataFolder }));
  });

  const outcomeOf = async (token: string): Promise<unknown> => {
    const outcome: unknown = await tokens.verify(token).catch((reason: unknown) => reason);
    return outcome instanceof Problem ? outcome.body : outcome;
  };

  it('reads who the bearer is', async () => {
    const token = await issuer.sign({
      roles: ['channel', 'something-else'],
      channel: 'AGG-07',
      regions: ['33.72'],
    });
    expect(await tokens.verify(token)).toEqual({
      subject: 'tester',
      roles: ['channel'],
      regions: ['33.72'],
      channel: 'AGG-07',
      gateway: null,
    });
  });

  it('sees all regions without the claim, and none with an empty one', async () => {
    expect(await tokens.verify(await issuer.sign())).toMatchObject({ regions: null });
    expect(await tokens.verify(await issuer.sign({ regions: [] }))).toMatchObject({ regions: [] });
  });

  it.each([
    ['another issuer', () => ({ iss: 'https://elsewhere.example' })],
    ['another audience', () => ({ aud: 'another-service' })],
    ['no audience', () => ({ aud: undefined as never })],
    ['no subject', () => ({ sub: undefined as never })],
    ['no end', () => ({ exp: undefined as never })],
    ['an end six seconds ago', () => ({ exp: inSeconds(-6) })],
    ['a beginning an hour ahead', () => ({ nbf: inSeconds(3_600) })],
    ['regions that are no list', () => ({ regions: '33.72' })],
    ['regions that are null', () => ({ regions: null })],
    ['roles that are no list', () => ({ roles: 'operator' })],
    ['a channel that is no text', () => ({ channel: ['AGG-07'] })],
    ['an empty gateway', () => ({ gateway: '' })],
  ])('refuses %s', async (_what, change) =>
    expect(await outcomeOf(await issuer.sign(change()))).toEqual(REFUSED),
  );

  it.each([
    ['an end two seconds ago', () => ({ exp: inSeconds(-2) })],
    ['a beginning two seconds ahead', () => ({ nbf: inSeconds(2) })],
    ['one audience of several', () => ({ aud: ['another-service', 'cakupan'] })],
  ])('allows for %s', async (_what, change) => {
    await expect(tokens.verify(await issuer.sign(change()))).resolves.toMatchObject({ subject: 'tester' });
  });

  it('refuses an unsigned token, however it spells none', async () => {
    for (const alg of ['none', 'None', 'NONE'])
      expect(await outcomeOf(`${base64url({ alg, typ: 'JWT' })}.${base64url(claims())}.`)).toEqual(REFUSED);
  });

  it('refuses the public key taken for a shared secret', async () => {
    const jwk = await exportJWK(issuer.publicKey);
    for (const secret of [issuer.publicPem, JSON.stringify(jwk), jwk.n ?? jwk.x ?? '']) {
      const confused = new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: KEY_ID });
      expect(await outcomeOf(await confused.sign(Buffer.from(secret.padEnd(32))))).toEqual(REFUSED);
    }
  });

  it('refuses a key that the token brings along', async () => {
    const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
    const jwk = await exportJWK(publicKey);
    expect(await outcomeOf(await issuer.sign({}, { jwk }, privateKey))).toEqual(REFUSED);
    expect(await outcomeOf(await issuer.sign({}, { jwk, kid: undefined }, privateKey))).toEqual(REFUSED);
    expect(await outcomeOf(await issuer.sign({}, { jku: 'http://127.0.0.1:1/keys' }, privateKey))).toEqual(
      REFUSED,
    );
  });

  it('refuses an unknown key id, also one that is a path', async () => {
    expect(await outcomeOf(await issuer.sign({}, { kid: 'key-2' }))).toEqual(REFUSED);
    expect(await outcomeOf(await issuer.sign({}, { kid: '../../../../dev/null' }))).toEqual(REFUSED);
  });

  it('refuses a key of another kind', async () => {
    const other = algorithm === 'ES256' ? 'RS256' : 'ES256';
    const { privateKey } = await generateKeyPair(other);
    expect(await outcomeOf(await issuer.sign({}, { alg: other }, privateKey))).toEqual(REFUSED);
  });

  it('refuses algorithms beside RS256 and ES256', async () => {
    const edwards = await generateKeyPair('EdDSA');
    const padded = await generateKeyPair('PS256');
    expect(await outcomeOf(await issuer.sign({}, { alg: 'EdDSA' }, edwards.privateKey))).toEqual(REFUSED);
    expect(await outcomeOf(await issuer.sign({}, { alg: 'PS256' }, padded.privateKey))).toEqual(REFUSED);
  });

  it('refuses a signature that was cut, changed or taken from another token', async () => {
    const token = await issuer.sign();
    const [header = '', payload = '', signature = ''] = token.split('.');
    const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
    expect(await outcomeOf(token.slice(0, -4))).toEqual(REFUSED);
    expect(await outcomeOf(`${header}.${payload}.`)).toEqual(REFUSED);
    expect(await outcomeOf(`${header}.${payload}`)).toEqual(REFUSED);
    expect(await outcomeOf(`${header}.${payload}.${flipped}`)).toEqual(REFUSED);
    expect(
      await outcomeOf(`${header}.${base64url({ ...claims(), roles: ['privacy-officer'] })}.${signature}`),
    ).toEqual(REFUSED);
    expect(await outcomeOf(`${token}.${token}`)).toEqual(REFUSED);
  });

  it('refuses what is no token at all', async () => {
    for (const text of ['', 'x', 'a.b.c', '..', base64url({}), 'é'.repeat(10), 'x'.repeat(10_000)])
      expect(await outcomeOf(text)).toEqual(REFUSED);
  });
});

describe('a token that was found good', () => {
  let issuer: TokenIssuer;
  let examined: number;
  let tokens: TokenVerifier;
  beforeEach(async () => {
    issuer = await openIssuer();
    const keys = await trustedKeys({ dataFolder: issuer.dataFolder });
    examined = 0;
    tokens = new TokenVerifier({
      ...keys,
      keyFor: (header, token) => {
        examined += 1;
        return keys.keyFor(header, token);
      },
    });
  });

  it('is not examined again', async () => {
    const token = await issuer.sign();
    expect(await tokens.verify(token)).toBe(await tokens.verify(token));
    expect(examined).toBe(1);
    await tokens.verify(await issuer.sign({ sub: 'another' }));
    expect(examined).toBe(2);
  });

  it('is refused after its end all the same', async () => {
    const token = await issuer.sign({ exp: inSeconds(1) });
    await expect(tokens.verify(token)).resolves.toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, 6_500));
    await expect(tokens.verify(token)).rejects.toMatchObject({ status: 401 });
  }, 10_000);
});

const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error: unknown) => problemOf(error)?.status,
  );

describe('the keys of an issuer', () => {
  let server: Server | null = null;
  afterEach(() => void server?.close());

  const serve = async (
    answers: Record<string, (base: string) => unknown>,
  ): Promise<{ base: string; asked: string[] }> => {
    const asked: string[] = [];
    const opened = createServer((request, response) => {
      asked.push(request.url ?? '');
      const answer = answers[request.url ?? '']?.(base);
      response.writeHead(answer ? 200 : 500).end(JSON.stringify(answer ?? {}));
    });
    server = opened;
    await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(opened.address() as AddressInfo).port}`;
    return { base, asked };
  };

  const discovery = '/.well-known/openid-configuration';

  it('are discovered once, and tokens of that issuer alone are good', async () => {
    const issuer = await openIssuer();
    const jwk = { ...(await exportJWK(issuer.publicKey)), kid: KEY_ID, alg: 'ES256' };
    const { base, asked } = await serve({
      [discovery]: (own) => ({ issuer: own, jwks_uri: `${own}/keys` }),
      '/keys': () => ({ keys: [jwk] }),
    });
    const tokens = new TokenVerifier(await trustedKeys({ issuer: base, dataFolder: issuer.dataFolder }));
    expect(await statusOf(tokens.verify(await issuer.sign({ iss: base })))).toBe(200);
    expect(await statusOf(tokens.verify(await issuer.sign({ iss: base, sub: 'another' })))).toBe(200);
    expect(await statusOf(tokens.verify(await issuer.sign()))).toBe(401);
    for (const kid of ['a', 'b', 'c'])
      expect(await statusOf(tokens.verify(await issuer.sign({ iss: base }, { kid })))).toBe(401);
    expect(asked).toEqual([discovery, '/keys']);
  });

  it.each<[string, Record<string, (base: string) => unknown>]>([
    ['does not answer', {}],
    [
      'names another issuer',
      { [discovery]: () => ({ issuer: 'https://elsewhere.example', jwks_uri: 'https://x' }) },
    ],
    ['names no keys', { [discovery]: (own) => ({ issuer: own }) }],
    ['does not give its keys', { [discovery]: (own) => ({ issuer: own, jwks_uri: `${own}/keys` }) }],
    [
      'gives something else',
      { [discovery]: (own) => ({ issuer: own, jwks_uri: `${own}/keys` }), '/keys': () => [1] },
    ],
  ])('are unavailable when it %s: 503, and asked for again', async (_what, answers) => {
    const issuer = await openIssuer();
    const { base, asked } = await serve(answers);
    const tokens = new TokenVerifier(await trustedKeys({ issuer: base }));
    const token = await issuer.sign({ iss: base });
    expect(await statusOf(tokens.verify(token))).toBe(503);
    const before = asked.length;
    expect(await statusOf(tokens.verify(token))).toBe(503);
    expect(asked.length).toBeGreaterThan(before);
  });

  it('must come from somewhere', async () => {
    await expect(trustedKeys({})).rejects.toThrow('OIDC_ISSUER');
    await expect(trustedKeys({ dataFolder: '/nowhere' })).rejects.toThrow('jwks.json');
  });
});
