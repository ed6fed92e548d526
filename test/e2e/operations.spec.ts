import { setTimeout as sleep } from 'node:timers/promises';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signUpSubmitted } from '#libs/contracts';
import { connectKafka, type KafkaClient, type Producer } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { asData } from '../../tools/cli/doctor/as-data.js';
import { diagnose } from '../../tools/cli/doctor/diagnose.js';
import { lookAtSystem } from '../../tools/cli/look/system.js';
import { System } from '../../tools/long/kit/system.js';
import { connected, metric, Operator } from './operator.js';
import { examplesOf } from './readme.js';

const LOOK_MAX_MS = 9_000;
const TOPIC = signUpSubmitted.topic.name;

const signUpOf = (signUpId: string, nik: string) => ({
  ...signUpSubmitted.example,
  signUpId,
  person: { ...signUpSubmitted.example.person, nik },
});

// Each command that is typed is a process, which takes a second to start, or ten on a busy machine.
jest.setTimeout(240_000);

describe('an operator at night', () => {
  let system: System;
  let operator: Operator;
  let kafka: KafkaClient;
  let producer: Producer;
  let examples: Awaited<ReturnType<typeof examplesOf>>;
  const tried = new Set<string>();
  let serial = 0;

  /** What the command says for programs, without the second that a process takes to start. */
  const look = async () => {
    const seen = await lookAtSystem(system.folder, system.stack, kafka);
    return asData(seen, diagnose(seen));
  };
  const kinds = async () => (await look()).troubles.map(({ kind }) => kind);
  const untilSeen = (kind: string) =>
    eventually(async () => (await look()).troubles.find((trouble) => trouble.kind === kind), 60_000);
  const untilWell = () => eventually(async () => (await look()).ok, 60_000);
  /** All is well too while something is on its way; here nothing is. */
  const untilQuiet = () =>
    eventually(async () => {
      const { ok, services } = await look();
      return ok && services.every(({ lag }) => Number(lag) === 0);
    }, 60_000);

  /** Types what stands on the page. */
  const type = async (name: string, put: Record<string, string> = {}) => {
    const { code } = examples.get(name)!;
    tried.add(name);
    return operator.paste(code, put);
  };

  const send = async (content: string, key: string = crypto.randomUUID()) => {
    await producer.send([
      {
        topic: TOPIC,
        key,
        value: content,
        headers: {
          ce_specversion: '1.0',
          ce_id: crypto.randomUUID(),
          ce_source: '/channels/KIOSK-3',
          ce_type: signUpSubmitted.type,
          ce_time: '2024-12-16T04:00:00Z',
          'content-type': 'application/json',
        },
      },
    ]);
    return key;
  };
  /** Somebody signs up, which makes events that the others read. */
  const signUp = async () => {
    serial += 1;
    const id = crypto.randomUUID();
    await send(JSON.stringify(signUpOf(id, `33720517089${String(10_000 + serial)}`)), id);
  };

  beforeAll(async () => {
    system = await System.start(['--empty']);
    operator = new Operator(system);
    kafka = connectKafka({ brokers: system.stack.kafka, clientId: 'cakupan-e2e-operations' });
    producer = await kafka.producer();
    examples = await examplesOf('docs/operations.md');
    await signUp();
  }, 240_000);
  afterAll(async () => {
    await kafka?.close();
    await system?.remove();
  }, 60_000);

  it('is told in one calm line that all is well', async () => {
    await untilQuiet();
    const { out, code } = await type('doctor');
    expect(out).toMatch(
      /^All is well: 4 services ready, nothing behind, nothing parked, .* of disk free\.\n$/,
    );
    expect(code).toBe(0);
  });

  describe('with four troubles at once', () => {
    let seen: Awaited<ReturnType<typeof look>>;
    let end: () => Promise<void>;

    beforeAll(async () => {
      const { stack } = system;
      process.kill(stack.pids['claims']!, 'SIGSTOP');
      await signUp();
      await eventually(
        async () => Number((await look()).services.find(({ service }) => service === 'claims')!.lag) > 0,
      );
      const admin = await connected(stack, 'contribution', 'postgres');
      await admin.query('alter database cakupan_contribution with allow_connections false');
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'cakupan_contribution'`,
      );
      const key = await send('{"signUpId":');
      await send('{}', key);
      await eventually(
        async () => (await metric(stack.services.enrollment!, 'parked_messages_waiting')) === 2,
        30_000,
      );
      const writer = await connected(stack, 'enrollment');
      await writer.query('set idle_in_transaction_session_timeout = 0');
      await writer.query('begin');
      await writer.query('select pg_current_xact_id()');
      await signUp();
      await sleep(6_000); // only what lasts is trouble
      seen = await look();
      end = async () => {
        await admin.query('alter database cakupan_contribution with allow_connections true');
        await Promise.all([admin.end(), writer.end().catch(() => undefined)]);
      };
    });

    const of = (service: string) => seen.services.find((one) => one.service === service)!;

    it('sees each of them, the worst first, and since when', async () => {
      expect(seen.troubles.map(({ kind, where }) => [kind, where])).toEqual([
        ['database-away', 'contribution'],
        ['process-stopped', 'claims'],
        ['snapshot-held', 'PostgreSQL'],
        ['messages-parked', 'enrollment'],
      ]);
      for (const { since } of seen.troubles) expect(Date.now() - since!.getTime()).toBeLessThan(180_000);
      const { out, code } = await operator.cakupan('doctor');
      expect(code).toBe(1);
      expect(out).toMatch(
        /^4 things are wrong, the worst first\.\n1\. contribution: its database does not answer/,
      );
      expect(out.split('\n').length).toBeLessThan(25);
      expect(out).not.toMatch(/postgres:\/\//);
    });

    it('sees the same as lag, the probes and the metrics', async () => {
      const rows = await operator.data<{ service: string; lag: number | null; why?: string }[]>('lag');
      const lag = (service: string) =>
        rows.filter((row) => row.service === service).reduce((sum, row) => sum + (row.lag ?? 0), 0);
      expect(of('claims').lag).toBeGreaterThan(0);
      for (const service of ['reporting', 'enrollment', 'claims']) expect(lag(service)).toBe(of(service).lag);
      expect(rows.find(({ service }) => service === 'contribution')).toMatchObject({
        lag: null,
        why: expect.stringContaining('not currently accepting connections'),
      });
      expect((await operator.cakupan('lag')).out).toMatch(/contribution +unknown[^]*total +at least /);
      const { services } = system.stack;
      for (const service of ['reporting', 'enrollment'] as const)
        expect(await metric(services[service]!, 'consumer_lag_messages')).toBe(of(service).lag);
      const unsent = of('enrollment').unsent!;
      expect(unsent).toBeGreaterThan(0);
      expect(await metric(services.enrollment!, 'relay_unsent_events')).toBe(unsent);
      expect(await metric(services.enrollment!, 'relay_oldest_transaction_ms')).toBeGreaterThan(5_000);
      expect(of('enrollment').parked!.map(({ reason, count }) => [reason, count])).toEqual([
        ['behind-parked', 1],
        ['unreadable', 1],
      ]);
      expect(of('enrollment').heldKeys).toBe(1);
      expect(of('enrollment').probes).toContainEqual({
        name: 'parked',
        ok: true,
        detail: '2 parked messages wait',
      });
      expect(of('contribution')).toMatchObject({ ready: false, lag: null, unsent: null });
      const ready = await fetch(`${services.contribution}/health/ready`);
      expect(ready.status).toBe(503);
      expect(await ready.text()).toContain('not currently accepting connections');
    });

    it('does what it says next, and they go away', async () => {
      const next = (kind: string) => seen.troubles.find((trouble) => trouble.kind === kind)!.next;
      const parked = await operator.paste(next('messages-parked'));
      expect(parked.out).toMatch(/claims does not answer/); // it stands still, and the others are listed in time
      const ids = [...parked.out.matchAll(/enrollment\/\d+/g)].map(([id]) => id);
      expect(ids).toHaveLength(2);
      expect((await operator.paste(next('process-stopped'))).code).toBe(0);
      expect((await operator.paste(next('snapshot-held'))).code).toBe(0);
      expect((await operator.paste(next('database-away'))).out).toContain(
        'not currently accepting connections',
      );
      await end();
      await type('discard', { 'enrollment/17': ids[0]! });
      await eventually(async () => (await kinds()).every((kind) => kind === 'messages-parked'), 60_000);
      await type('discard', { 'enrollment/17': ids[1]! });
      await untilWell();
    });
  });

  it('mends a parked message without seeing the NIK', async () => {
    const id = crypto.randomUUID();
    await send(JSON.stringify(signUpOf(id, '3372051708990001')).slice(0, -1), id);
    const trouble = await untilSeen('messages-parked');
    const shown = (await operator.paste(trouble.next)).out;
    const put = {
      'enrollment/17': /enrollment\/\d+/.exec(shown)![0],
      'corrected.json': join(system.folder, 'corrected.json'),
    };
    expect((await type('show', put)).out).toMatch(/unreadable[^]*\[nik-1\]/);
    expect((await type('retry', put)).out).toMatch(/status +waiting/);
    await type('write the content', put);
    const content = await readFile(put['corrected.json'], 'utf8');
    await writeFile(put['corrected.json'], `${content.trim()}}`);
    expect((await type('correct', put)).out).toMatch(/status +retried/);
    await rm(put['corrected.json']);
    await untilWell();
    expect((await operator.cakupan('parked', 'show', 'enrollment/987654')).out).toMatch(
      /^enrollment has nothing parked under this number/,
    );
  });

  it('ends a transaction that somebody left open', async () => {
    const writer = await connected(system.stack, 'claims');
    await writer.query('set idle_in_transaction_session_timeout = 0');
    await writer.query('begin');
    await writer.query('select pg_current_xact_id()');
    const { what } = await untilSeen('snapshot-held');
    expect(what).toContain('a forgotten console');
    const { pid } = (await look()).snapshotHolder!;
    await type('end the transaction', { '4711': String(pid) });
    await untilWell();
    await writer.end().catch(() => undefined);
  });

  it('sets a relay going again whose database is another one', async () => {
    const enrollment = await connected(system.stack, 'enrollment');
    await enrollment.query(`update relay_cursor set cluster = 'another/00000001'`);
    expect((await untilSeen('relay-stopped')).where).toBe('enrollment');
    expect((await type('look at the cursor')).out).toContain('another/00000001');
    await type('set the relay going');
    await untilWell();
    await enrollment.end();
  });

  it('sets a position that the log does not hold', async () => {
    const pid = String(system.stack.pids['claims']);
    process.kill(Number(pid), 'SIGSTOP');
    const claims = await connected(system.stack, 'claims');
    await claims.query(
      `update consumer_position set next_offset = 1000000 where topic = 'enrollment.members.v1' and partition = 3`,
    );
    expect((await untilSeen('position-out-of-range')).what).toMatch(
      /enrollment\.members\.v1\/3: the log holds 0 to \d+/,
    );
    expect((await type('look at the position')).out).toContain('1000000');
    await type('set the position');
    expect((await type('let the process go on', { '4711': pid })).code).toBe(0);
    process.kill(Number(pid), 'SIGTERM'); // the next one begins where the position was set to
    await untilWell();
    await claims.end();
  });

  it('sees why the figures are behind', async () => {
    const reporting = await connected(system.stack, 'reporting');
    await reporting.query('select pg_advisory_lock(7262101)'); // what a roll-up takes
    await signUp();
    expect((await untilSeen('figures-behind')).where).toBe('reporting');
    expect((await type('look at the roll-up')).out).toMatch(/batches +oldest\n[1-9]/);
    await reporting.end();
    await untilWell();
  });

  it('is answered in time when everything has gone, and the system finds its way', async () => {
    const { kafka, postgres } = system.stack.pids;
    for (const pid of [kafka!, postgres!]) process.kill(pid, 'SIGSTOP');
    const begunAt = performance.now();
    await look();
    const tookMs = performance.now() - begunAt;
    const [doctor, lag] = await Promise.all([operator.cakupan('doctor'), operator.cakupan('lag')]);
    for (const pid of [kafka!, postgres!]) process.kill(pid, 'SIGCONT');
    expect(tookMs).toBeLessThan(LOOK_MAX_MS);
    expect(doctor.code).toBe(1);
    expect(doctor.out).toMatch(/^2 things are wrong[^]*Kafka: its process[^]*PostgreSQL: its process/);
    expect(lag.code).toBe(1);
    expect(lag.out).toMatch(/total +at least 0/);
    await untilWell();
  });

  it('finds the logs, and what is big', async () => {
    expect((await type('log of the database')).out).toMatch(/LOG|FATAL/);
    expect((await type('log of the broker')).code).toBe(0);
    expect((await type('what is big')).out).toContain(`${system.folder}/postgres`);
  });

  it('counts the keys that are to be wrapped anew', async () =>
    expect((await type('keys that are left')).out).toMatch(/wrapped_under +count\n/));

  it('has tried every command of the page', () =>
    expect([...tried].toSorted()).toEqual([...examples.keys()].toSorted()));
});
