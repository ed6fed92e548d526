import { access, createHttpApp } from '#libs/http';
import { EventLog, WritePath } from '#libs/messaging';
import { Database } from '#libs/persistence';
import { openIssuer, type TokenIssuer } from '#libs/testing';
import { Logger, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { controllers, providersWith } from '../src/contribution.module.js';
import { openContribution, secret } from './support.js';

type Settings = Omit<Parameters<typeof providersWith>[0], 'nikTokenKey'>;

/** The service over HTTP, on a database of its own, without a broker. */
export interface OverHttp {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly tokens: TokenIssuer;
  close(): Promise<void>;
}

export const openOverHttp = async (settings: Settings): Promise<OverHttp> => {
  Logger.overrideLogger(false);
  const tokens = await openIssuer();
  const opened = await openContribution();

  @Module({
    imports: [access({ dataFolder: tokens.dataFolder })],
    controllers,
    providers: [
      ...providersWith({ ...settings, nikTokenKey: secret }),
      { provide: Database, useValue: opened.database },
      { provide: WritePath, useValue: new WritePath(opened.database, { wake: () => undefined }) },
      EventLog,
    ],
  })
  class ContributionOverHttp {}

  const app = await createHttpApp(ContributionOverHttp, { title: 'contribution' });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    database: opened.database,
    tokens,
    close: async () => {
      await app.close();
      await opened.drop();
      await tokens.close();
    },
  };
};
