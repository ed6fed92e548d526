import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '#libs/persistence';
import { dropDatabase, eventually, freshDatabaseUrl, testBrokers } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectKafka, type KafkaClient } from '../src/index.js';
import { openProxy, type Proxy } from './client-proxy.js';
import { startLoad, stepsInLog } from './rebalance-load.js';
import { appliedIn, newSteps, startMember, type Member, type Stepped } from './transport-kit.js';

const PER_SECOND = 500;
/** On a machine that others use, too. */
const PATIENCE_MS = 40_000;

let stepped: Stepped;
let proxy: Proxy;
let outside: KafkaClient;
let server: Database;
let member: Member;
const url = freshDatabaseUrl('outage');
const name = new URL(url).pathname.slice(1);

beforeAll(async () => {
  stepped = await newSteps('outage');
  proxy = await openProxy();
  outside = connectKafka({ brokers: testBrokers(), clientId: 'outage' });
  server = await openDatabase({ url: process.env['CAKUPAN_TEST_DATABASE']!, migrations: [], poolSize: 2 });
  member = await startMember({
    url,
    stepped,
    consumer: `outage-${randomUUID().slice(0, 8)}`,
    brokers: proxy.brokers,
  });
});
afterAll(async () => {
  await member.close();
  await outside.close();
  await proxy.close();
  await server.close();
  await dropDatabase(url);
});

const endSessions = () =>
  server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);

const lag = () => member.transport.progress().reduce((sum, one) => sum + one.lag, 0n);

/** Everything in the log was applied once and in order, and nothing was parked. */
const outcome = async () => {
  await eventually(() => lag() === 0n && member.transport.progress().length === 12, PATIENCE_MS);
  const parked = await member.database.query('select from parked_message');
  return {
    log: await stepsInLog(outside, stepped),
    applied: await appliedIn(member.database),
    complaints: [...parked, ...member.bugs, ...member.fatal],
  };
};

describe('a consumer', () => {
  it('waits while the database is away, says since when, and goes on behind it', async () => {
    const load = await startLoad(outside, stepped, PER_SECOND);
    await eventually(() => member.transport.tally.entries().length > 0, PATIENCE_MS);
    const before = performance.now();
    await server.query(`alter database "${name}" allow_connections false`);
    await endSessions();
    const waiting = await eventually(() => member.transport.waiting, PATIENCE_MS);
    await sleep(1_500);
    const still = member.transport.waiting;
    await server.query(`alter database "${name}" allow_connections true`);
    await eventually(() => member.transport.waiting === null, PATIENCE_MS);
    await load.stop();
    expect(waiting.detail).toMatch(/^database: /);
    expect(waiting.since).toBeGreaterThan(before);
    expect(still!.since).toBe(waiting.since);
    const { log, applied, complaints } = await outcome();
    expect(applied).toEqual(log);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('loses and doubles nothing while its connections are ended again and again', async () => {
    const load = await startLoad(outside, stepped, PER_SECOND);
    for (let round = 0; round < 20; round += 1) {
      await endSessions();
      await sleep(100);
    }
    await load.stop();
    const { log, applied, complaints } = await outcome();
    expect(applied).toEqual(log);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('waits while the broker is away, says since when, and goes on behind it', async () => {
    const load = await startLoad(outside, stepped, PER_SECOND);
    await sleep(200);
    proxy.shut();
    const waiting = await eventually(() => member.transport.waiting, PATIENCE_MS);
    expect(waiting.detail).toMatch(/^broker: /);
    await load.stop();
    proxy.open();
    await eventually(() => member.transport.waiting === null, PATIENCE_MS);
    const { log, applied, complaints } = await outcome();
    expect(applied).toEqual(log);
    expect(complaints).toEqual([]);
  }, 120_000);
});
