import { Module, type Provider, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { JWTPayload } from 'jose';
import { access, createHttpApp } from '#libs/http';
import { holdingTo, openIssuer, type OpenApi } from '#libs/testing';

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
  const { dataFolder, sign, close } = await openIssuer();
  class TestModule {}
  Module({ imports: [access({ dataFolder })], controllers, providers })(TestModule);
  const app = await createHttpApp(TestModule, { title: 'Test' });
  app.useLogger(false);
  await app.init();
  app.getHttpAdapter().getInstance().addHook('onClose', close);
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
