import { text } from 'node:stream/consumers';
import { PROBLEM_MEDIA_TYPE } from '#libs/http';
import { allTopics } from '#libs/contracts';
import { ensureTopics, Relay } from '#libs/messaging';
import { openDatabase } from '#libs/persistence';
import { eventually, testBrokers } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goodBodyOf } from './kit/good-bodies.js';
import { openService, type OpenService } from './kit/open-service.js';
import { operationsOf, readsOf, type Operation } from './kit/operations.js';
import { issuer, servicesOn } from './kit/services.js';

/** Nobody listens there. */
const NO_BROKER = ['127.0.0.1:1'];
/** Regions were read once and never change; a stream stays open and tells its figure when there is one. */
const NEEDS_NO_DATABASE = /^\/v1\/(regions|occupations|stream|published$)/;
const QUERIES: Readonly<Record<string, string>> = {
  '/v1/coverage/series': '?from=2024-11-01&through=2024-12-01',
  '/v1/coverage/changes': '?sinceKnownOn=2024-11-01',
  '/v1/benefits': '?from=2024-01-01&through=2024-12-01',
  '/v1/funnel': '?from=2024-01-01&through=2024-12-01',
};
/** A printed figure beside which ours is worked out. */
const PRINTED = 'solo-members-nik-2024';
/** An answer that has not come by then is none. */
const ANSWER_MAX_MS = 10_000;

let authorization: string;

beforeAll(async () => {
  authorization = `Bearer ${await issuer.sign({
    roles: ['officer', 'adjuster', 'analyst', 'planner', 'operator', 'privacy-officer', 'channel', 'gateway'],
    channel: 'PKL-MANAHAN',
    gateway: 'bank-jateng',
  })}`;
});

afterAll(() => issuer.close());

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type: string;
  readonly retryAfter: number;
  readonly tookMs: number;
}

/** As soon as the answer begins: a stream of events has no end to wait for. */
const ask = async (
  { app }: OpenService,
  { method, url, takes }: { method: 'GET' | Operation['method']; url: string; takes: string | null },
  payload?: string,
): Promise<Answer> => {
  const from = performance.now();
  const answer = await app.inject({
    method,
    url,
    headers: { authorization, ...(takes !== null && { 'content-type': takes }) },
    ...(payload !== undefined && { payload }),
    payloadAsStream: true,
  });
  const { statusCode: status, headers } = answer;
  const body = status === 200 ? '' : await text(answer.stream());
  answer.stream().destroy();
  const type = String(headers['content-type']);
  const tookMs = performance.now() - from;
  return { status, body, type, retryAfter: Number(headers['retry-after']), tookMs };
};

const write = (service: OpenService, operation: Operation) => ask(service, operation, goodBodyOf(operation));

/** A printed figure is known to the program; of an unknown one it says so without looking anything up. */
const known = (url: string): string =>
  url.startsWith('/v1/published/') ? `/v1/published/${PRINTED}` : `${url}${QUERIES[url] ?? ''}`;

const read = (service: OpenService, url: string) =>
  ask(service, { method: 'GET', url: known(url), takes: null });

type Answers = Readonly<Record<string, Answer>>;

const writesOf = async (service: OpenService): Promise<Answers> => {
  const answers: Record<string, Answer> = {};
  for (const operation of await operationsOf(service.app))
    answers[`${operation.method} ${operation.path}`] = await write(service, operation);
  return answers;
};

const readsFrom = async (service: OpenService): Promise<Answers> => {
  const answers: Record<string, Answer> = {};
  for (const url of await readsOf(service.app))
    if (!NEEDS_NO_DATABASE.test(url)) answers[`GET ${url}`] = await read(service, url);
  return answers;
};

const failed = (answers: Answers) => Object.entries(answers).filter(([, { status }]) => status >= 500);

/** Nothing is wrong with the request, only the time: said soon, and with when to ask again. */
const isGood = ({ status, body, type, retryAfter, tookMs }: Answer) =>
  status === 503 &&
  type === PROBLEM_MEDIA_TYPE &&
  body.includes('"reasons":["unavailable"]') &&
  retryAfter > 0 &&
  tookMs < ANSWER_MAX_MS;

/** What cannot be said without the broker: how far its log goes. */
const NEEDS_THE_BROKER = ['GET /v1/freshness', 'GET /v1/proof'];

const openAll = async (brokers: readonly string[]): Promise<readonly OpenService[]> => {
  const running: OpenService[] = [];
  for (const service of servicesOn(brokers)) running.push(await openService(service, null));
  return running;
};

describe('while the broker is away', () => {
  let running: readonly OpenService[];
  beforeAll(async () => {
    running = await openAll(NO_BROKER);
  });
  afterAll(async () => {
    await Promise.all(running.map((service) => service.close()));
  });

  it('every write is answered as ever, and its events wait in the log', async () => {
    for (const service of running) {
      const answers = await writesOf(service);
      expect(failed(answers)).toEqual([]);
      const accepted = Object.values(answers).filter(({ status }) => status < 300);
      if (service.name !== 'claims') expect(accepted.length).toBeGreaterThan(0);
    }
    for (const service of running.slice(0, 2)) {
      const [log] = await service.database.query<{ events: number }>(
        'select count(*)::int as events from event',
      );
      expect(log!.events).toBeGreaterThan(0);
      await eventually(() => service.app.get(Relay).trouble?.detail.startsWith('broker'), 30_000);
    }
  });

  it('every read is answered as ever, but for how far the log goes: 503 with when to ask again', async () => {
    for (const service of running) {
      const unanswered = failed(await readsFrom(service));
      expect(unanswered.map(([name]) => name)).toEqual(service.name === 'reporting' ? NEEDS_THE_BROKER : []);
      expect(unanswered.filter(([, answer]) => !isGood(answer))).toEqual([]);
    }
  }, 60_000);
});

describe('while the database is away', () => {
  let running: readonly OpenService[];
  beforeAll(async () => {
    await ensureTopics(testBrokers(), allTopics);
    running = await openAll(testBrokers());
  });
  afterAll(async () => {
    await Promise.all(running.map((service) => service.close()));
  });

  const onServer = async (
    { databaseUrl }: OpenService,
    work: (name: string) => readonly [string, ...unknown[]][],
  ) => {
    const url = new URL(databaseUrl);
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const server = await openDatabase({ url: url.toString(), migrations: [], poolSize: 2 });
    for (const [sql, ...params] of work(name)) await server.query(sql, params);
    await server.close();
  };
  const takeAway = (service: OpenService) =>
    onServer(service, (name) => [
      [`alter database "${name}" allow_connections false`],
      ['select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', name],
    ]);
  const giveBack = (service: OpenService) =>
    onServer(service, (name) => [[`alter database "${name}" allow_connections true`]]);

  it('every write and every read is answered 503 with when to ask again, and all goes on when it is back', async () => {
    for (const service of running) {
      await takeAway(service);
      const answers = { ...(await writesOf(service)), ...(await readsFrom(service)) };
      const live = (await service.app.inject('/health/live')).statusCode;
      await giveBack(service);
      expect(Object.entries(answers).filter(([, answer]) => !isGood(answer))).toEqual([]);
      expect(live).toBe(200);
      const after = { ...(await writesOf(service)), ...(await readsFrom(service)) };
      expect(failed(after)).toEqual([]);
    }
  }, 90_000);
});
