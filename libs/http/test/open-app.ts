import { Module, type Provider, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openIssuer, type TokenIssuer } from '#libs/testing';
import { access, createHttpApp, type HttpOptions } from '../src/index.js';

/** An application of the given controllers with a key pair of its own, ready for `inject`. */
export const openApp = async (
  controllers: Type[],
  options: Partial<HttpOptions> = {},
  providers: Provider[] = [],
): Promise<{ app: NestFastifyApplication; issuer: TokenIssuer }> => {
  const issuer = await openIssuer();
  class TestModule {}
  Module({ imports: [access({ dataFolder: issuer.dataFolder })], controllers, providers })(TestModule);
  const app = await createHttpApp(TestModule, { title: 'Test', ...options });
  app.useLogger(false);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, issuer };
};

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
