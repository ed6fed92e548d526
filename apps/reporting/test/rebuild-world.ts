import { randomUUID } from 'node:crypto';
import {
  allTopics,
  contributionsTopic,
  eventsOn,
  membersTopic,
  type EventContract,
  type Message,
} from '#libs/contracts';
import { connectKafka, ensureTopics, messagingMigrations, type OutgoingMessage } from '#libs/messaging';
import { openDatabase } from '#libs/persistence';
import {
  dropDatabase,
  eventually,
  freshDatabaseUrl,
  openIssuer,
  outgoing,
  type ServiceProcess,
  startServiceProcess,
  testBrokers,
} from '#libs/testing';
import { reportingMigrations } from '../src/outbound/persistence/migrations/index.js';
import { COMPARED_TABLES, WAITING_TABLES } from '../src/outbound/persistence/rebuild/figure-tables.js';
import type { RebuildView } from '../src/inbound/http/rebuilds/rebuild-view.js';

const READ_MS = 60_000;
const REBUILT_MS = 120_000;

const IS_LEFT = `select ${WAITING_TABLES.map((table) => `exists (select from ${table})`).join(' or ')} as is_left`;

const contracts = new Map<string, EventContract>(
  [membersTopic, contributionsTopic].flatMap((topic) => eventsOn(topic)).map((each) => [each.type, each]),
);

/** A message as it lies in the log. */
export const inLog = (message: Message): OutgoingMessage =>
  outgoing(contracts.get(message.type)!, message.data, message);

/** Replicas of reporting on one database, in processes of their own, and what operators ask of them. */
export const openRebuildWorld = async () => {
  const [databaseUrl, tokens] = [freshDatabaseUrl('reporting_rebuild'), await openIssuer()];
  const kafka = connectKafka({ brokers: testBrokers(), clientId: `rebuild-test-${randomUUID()}` });
  await ensureTopics(testBrokers(), allTopics);
  const database = await openDatabase({
    url: databaseUrl,
    migrations: [...messagingMigrations, ...reportingMigrations],
  });
  const producer = await kafka.producer();
  const replicas: ServiceProcess[] = [];
  const authorization = { authorization: `Bearer ${await tokens.of(['operator', 'analyst'])}` };
  const ask = async (
    method: 'GET' | 'POST',
    path: string,
    headers: object = authorization,
    body?: object,
  ) => {
    const response = await fetch(`${replicas.at(-1)!.address}/v1/${path}`, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as never };
  };
  const one = async <Row>(sql: string, params: readonly unknown[] = []): Promise<Row> =>
    (await database.query<Row>(sql, params))[0]!;
  const stands = async (id: string) => (await ask('GET', `rebuilds/${id}`)).body as RebuildView;

  return {
    database,
    one,
    ask,
    stands,
    tokens,
    replicas: replicas as readonly ServiceProcess[],
    start: async () => {
      const replica = await startServiceProcess('reporting', {
        databaseUrl,
        dataFolder: tokens.dataFolder,
        logLevel: 'error',
        until: 'live',
      });
      replicas.push(replica);
      return replica;
    },
    send: (messages: readonly OutgoingMessage[]) => producer.send(messages),
    /** Until everything in the log is in the live figures, or parked. */
    allRead: () =>
      eventually(async () => {
        const { status, body } = await ask('GET', 'freshness');
        if (status !== 200) return false; // a busy machine may be asked again
        const { partitions } = body as { partitions: { lag: number }[] };
        const { is_left: isLeft } = await one<{ is_left: boolean }>(IS_LEFT);
        return partitions.length > 0 && partitions.every(({ lag }) => lag === 0) && !isLeft;
      }, READ_MS),
    becomes: (id: string, status: RebuildView['status']): Promise<RebuildView> =>
      eventually(async () => {
        const { status: answered, body } = await ask('GET', `rebuilds/${id}`);
        if (answered !== 200) return false;
        const view = body as RebuildView;
        if (view.status === 'failed') throw new Error(`the rebuild failed: ${view.trouble}`);
        return view.status === status && view;
      }, REBUILT_MS),
    /** A digest of each table's rows that count somebody. */
    digests: async (schema: 'public' | 'beside'): Promise<Record<string, string>> => {
      const digests: Record<string, string> = {};
      for (const { table, counts } of COMPARED_TABLES) {
        const row = await one<{ digest: string }>(
          `select md5(string_agg(t::text, E'\\n' order by t::text collate "C")) || ' of ' || count(*) as digest
           from ${schema}.${table} as t where ${counts} <> 0`,
        );
        digests[table] = row.digest;
      }
      return digests;
    },
    close: async () => {
      for (const replica of replicas) await replica.stop();
      await kafka.close();
      await database.close();
      await dropDatabase(databaseUrl);
      await tokens.close();
    },
  };
};
