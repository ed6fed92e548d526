import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type Provider, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { access, createHttpApp, LOCAL_ISSUER, LOCAL_KEYS_FILE, AUDIENCE } from '#libs/http';
import { holdingTo, type OpenApi } from '#libs/testing';

/** An issuer with a key pair of its own, and the folder in which a service finds the public half. */
export const openIssuer = async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'ES256', use: 'sig' };
  const folder = await mkdtemp(join(tmpdir(), 'cakupan-keys-'));
  await writeFile(join(folder, LOCAL_KEYS_FILE), JSON.stringify({ keys: [jwk] }));
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'key-1' })
      .setSubject(claims.sub ?? 'someone')
      .setIssuer(LOCAL_ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime('10m')
      .sign(privateKey);
  return { folder, sign };
};

export interface TestApp {
  readonly app: NestFastifyApplication;
  /** The header that carries a token of these claims. */
  readonly bearer: (claims: JWTPayload) => Promise<{ authorization: string }>;
  /** Sends a request with a token of these claims; without claims, without a token. The document must name the answer. */
  readonly ask: (
    claims: JWTPayload | null,
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    url: string,
    payload?: object,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: Record<string, never> }>;
}

/** The controllers on the providers, with an issuer of their own. */
export const openHttpApp = async (controllers: Type[], providers: Provider[]): Promise<TestApp> => {
  const { folder, sign } = await openIssuer();
  class TestModule {}
  Module({ imports: [access({ dataFolder: folder })], controllers, providers })(TestModule);
  const app = await createHttpApp(TestModule, { title: 'Test' });
  app.useLogger(false);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const hold = holdingTo((await app.inject('/openapi.json')).json<OpenApi>());
  const bearer: TestApp['bearer'] = async (claims) => ({ authorization: `Bearer ${await sign(claims)}` });
  const ask: TestApp['ask'] = async (claims, method, url, payload, headers = {}) => {
    const token = claims && (await bearer(claims));
    const answer = await app.inject({
      method,
      url,
      headers: { ...headers, ...token },
      ...(payload && { payload }),
    });
    hold({ method, url, status: answer.statusCode });
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
  };
  return { app, bearer, ask };
};
