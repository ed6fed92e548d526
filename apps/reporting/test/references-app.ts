import { access, createHttpApp } from '#libs/http';
import { Clock, StoryClock } from '#libs/kernel';
import { connectKafka, messagingMigrations, WritePath } from '#libs/messaging';
import { Database } from '#libs/persistence';
import { openIssuer, openTestDatabase, testBrokers, type TokenIssuer } from '#libs/testing';
import { Logger, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RegionTree } from '../src/domain/regions/region-tree.js';
import { reportingMigrations } from '../src/outbound/persistence/migrations/index.js';
import { PostgresReadingPlaces } from '../src/outbound/persistence/postgres-reading-places.js';
import { loadRegions } from '../src/outbound/regions/load-regions.js';
import { outlineControllers, outlineProviders } from '../src/outlines.providers.js';
import { referenceControllers, referenceProviders } from '../src/references.providers.js';
import { Freshness } from '../src/use-cases/freshness.js';
import { References } from '../src/use-cases/references.js';
import { ResolveAskedRegions } from '../src/use-cases/resolve-asked-regions.js';
import { WatchTheReading } from '../src/use-cases/watch-the-reading.js';

export interface Asked {
  readonly method?: 'GET' | 'PUT' | 'POST';
  readonly body?: unknown;
  readonly token?: string | null;
  /** Of the body: then it is sent as the text that it is. */
  readonly type?: string;
}

/** What was answered. */
export interface Answered {
  readonly status: number;
  readonly body: Record<string, never>;
}

/** References, regions, their outlines and benefits over HTTP, in a database of the test file's own, on 17 December 2024. */
export interface ReferencesApp {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly tokens: TokenIssuer;
  ask(path: string, asked?: Asked): Promise<Answered>;
  close(): Promise<void>;
}

const failed = (error: unknown): never => {
  throw error;
};

export const openReferencesApp = async (): Promise<ReferencesApp> => {
  Logger.overrideLogger(false);
  const tokens = await openIssuer();
  const migrations = [...messagingMigrations, ...reportingMigrations];
  const { database, drop } = await openTestDatabase('reporting', { migrations });

  const kafka = connectKafka({ brokers: testBrokers(), clientId: 'reporting-references' });
  const places = new PostgresReadingPlaces(database, kafka, 'reporting');

  @Module({
    imports: [access({ dataFolder: tokens.dataFolder })],
    controllers: [...referenceControllers, ...outlineControllers],
    providers: [
      ...referenceProviders,
      ...outlineProviders,
      { provide: Database, useValue: database },
      { provide: WritePath, useValue: new WritePath(database, { wake: () => undefined }) },
      { provide: Clock, useValue: new StoryClock('2024-12-17') },
      { provide: RegionTree, useFactory: loadRegions },
      { provide: Freshness, useValue: new WatchTheReading(places, () => performance.now(), failed) },
      {
        provide: ResolveAskedRegions,
        inject: [RegionTree, References],
        useFactory: (...given: ConstructorParameters<typeof ResolveAskedRegions>) =>
          new ResolveAskedRegions(...given),
      },
    ],
  })
  class ReferencesOverHttp {}

  const app = await createHttpApp(ReferencesOverHttp, { title: 'references' });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    database,
    tokens,
    ask: async (path, { method = 'GET', body, token = null, type } = {}) => {
      const response = await app.inject({
        method,
        url: `/v1/${path}`,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': type ?? 'application/json' }),
        },
        ...(body !== undefined && { payload: type === undefined ? JSON.stringify(body) : String(body) }),
      });
      return { status: response.statusCode, body: response.json() as Record<string, never> };
    },
    close: async () => {
      await app.close();
      await kafka.close();
      await drop();
      await tokens.close();
    },
  };
};
