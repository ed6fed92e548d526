import { access, createHttpApp } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import { EventLog, KAFKA, messagingMigrations, WritePath, type KafkaClient } from '#libs/messaging';
import { Database } from '#libs/persistence';
import { batchOf, openIssuer, openTestDatabase } from '#libs/testing';
import { Logger, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PublishCoverageWhenFiguresMove } from '../src/use-cases/publish-coverage-when-figures-move.js';
import { reportingMigrations } from '../src/outbound/persistence/migrations/index.js';
import { RollUp } from '../src/outbound/persistence/roll-up.js';
import { controllers, providersWith } from '../src/reporting.module.js';
import { CountCoverageWhenFactsArrive } from '../src/use-cases/count-coverage-when-facts-arrive.js';
import type { ContributionMessage, MemberMessage } from '../src/use-cases/facts-of-messages.js';

export const TODAY = '2024-12-17';

/** Every partition of no topic: in most tests nothing is read from a log. */
const noLog: Pick<KafkaClient, 'ends'> = { ends: async () => [] };

export interface Asked {
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The service over HTTP on its own database, on 17 December 2024; facts are handed over, figures rolled up by hand. */
export const openCoverageApp = async (log = noLog) => {
  Logger.overrideLogger(false);
  const tokens = await openIssuer();
  const opened = await openTestDatabase('reporting', {
    migrations: [...messagingMigrations, ...reportingMigrations],
  });
  const { database } = opened;

  @Module({
    imports: [access({ dataFolder: tokens.dataFolder })],
    controllers,
    providers: [
      ...providersWith(new StoryClock(TODAY)),
      { provide: Database, useValue: database },
      { provide: WritePath, useValue: new WritePath(database, { wake: () => undefined }) },
      EventLog,
      { provide: KAFKA, useValue: log },
    ],
  })
  class ReportingOverHttp {}

  const app: NestFastifyApplication = await createHttpApp(ReportingOverHttp, { title: 'reporting' });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const analyst = await tokens.of(['analyst']);
  const planner = await tokens.of(['planner']);
  const count = app.get(CountCoverageWhenFactsArrive);
  const rollUp = new RollUp(database);
  const caughtUp = async () => {
    const left = 'select exists (select from step_batch) or exists (select from funnel_batch) as "isLeft"';
    const [row] = await database.query<{ isLeft: boolean }>(left);
    return !row!.isLeft;
  };

  const get = async (path: string, { token = analyst, headers = {} }: Asked = {}) => {
    const response = await app.inject({
      url: `/v1/${path}`,
      headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    });
    return { status: response.statusCode, headers: response.headers, text: response.body };
  };
  return {
    app,
    database,
    tokens,
    planner,
    get,
    /** The body of an answer that must be 200. */
    ask: async (path: string, asked: Asked = {}) => {
      const { status, text } = await get(path, asked);
      if (status !== 200) throw new Error(`${path} was answered ${status}: ${text}`);
      return JSON.parse(text) as never;
    },
    put: async (path: string, body: object) => {
      const authorization = `Bearer ${planner}`;
      const response = await app.inject({
        method: 'PUT',
        url: `/v1/${path}`,
        headers: { authorization },
        payload: body,
      });
      if (response.statusCode >= 300)
        throw new Error(`${path} was answered ${response.statusCode}: ${response.body}`);
    },
    tell: async (members: readonly MemberMessage[], contributions: readonly ContributionMessage[] = []) => {
      if (contributions.length > 0) await count.contributions(batchOf(...contributions));
      if (members.length > 0) await count.members(batchOf(...members));
      while (!(await caughtUp())) await rollUp.once();
    },
    publish: () => app.get(PublishCoverageWhenFiguresMove).handle(),
    close: async () => {
      await app.close();
      await opened.drop();
      await tokens.close();
    },
  };
};
