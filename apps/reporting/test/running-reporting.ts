import { randomInt, randomUUID } from 'node:crypto';
import { createHttpApp } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import { connectKafka, KafkaTransport, type OutgoingMessage } from '#libs/messaging';
import { beginBehind, dropDatabase, freshDatabaseUrl, openIssuer, testBrokers } from '#libs/testing';
import { levelOf, RegionTree } from '../src/domain/regions/region-tree.js';
import { reportingModule } from '../src/reporting.module.js';

/** The whole service as it runs, on 17 December 2024, with a database of its own. */
export interface RunningReporting {
  /** A village that hardly anybody else uses: other runs write to the same topics. */
  readonly village: string;
  /** All villages of Solo, in which others have people too. */
  readonly villagesOfSolo: readonly string[];
  publish(...messages: readonly OutgoingMessage[]): Promise<void>;
  /** The body of an answer to an analyst. */
  ask(path: string): Promise<Record<string, unknown>>;
  /** Puts something on record, as a planner. */
  put(path: string, body: object): Promise<void>;
  close(): Promise<void>;
}

export const startReporting = async (): Promise<RunningReporting> => {
  const brokers = testBrokers();
  const databaseUrl = freshDatabaseUrl('reporting_running');
  const tokens = await openIssuer();
  const kafka = connectKafka({ brokers, clientId: `reporting-test-${randomUUID()}` });
  await beginBehind(brokers, { consumer: 'reporting', databaseUrl });
  const settings = {
    brokers,
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    issuer: undefined,
    logLevel: 'silent',
    clock: new StoryClock('2024-12-17'),
    dataFolder: tokens.dataFolder,
  };
  const app = await createHttpApp(reportingModule(settings), { title: 'reporting' });
  app.connectMicroservice({ strategy: app.get(KafkaTransport) });
  await app.startAllMicroservices();
  await app.init();
  const authorization = `Bearer ${await tokens.of(['analyst'])}`;
  const planner = `Bearer ${await tokens.of(['planner'])}`;
  const producer = await kafka.producer();
  const villagesOf = (region: string) =>
    [...app.get(RegionTree).allBelow(region)]
      .map(({ code }) => code)
      .filter((code) => levelOf(code) === 'village');
  const villages = villagesOf('ID');
  return {
    village: villages[randomInt(villages.length)]!,
    villagesOfSolo: villagesOf('33.72'),
    publish: async (...messages) => producer.send(messages),
    ask: async (path) => {
      const response = await app.inject({ url: `/v1/${path}`, headers: { authorization } });
      if (response.statusCode !== 200) throw new Error(`${path} was answered ${response.body}`);
      return response.json();
    },
    put: async (path, payload) => {
      const headers = { authorization: planner };
      const response = await app.inject({ method: 'PUT', url: `/v1/${path}`, headers, payload });
      if (response.statusCode >= 300) throw new Error(`${path} was answered ${response.body}`);
    },
    close: async () => {
      await app.close();
      await kafka.close();
      await dropDatabase(databaseUrl);
      await tokens.close();
    },
  };
};
