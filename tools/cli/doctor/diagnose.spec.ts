import { describe, expect, it } from '@jest/globals';
import type { StoredProgress } from '#libs/messaging';
import type { DatabaseLook, ServiceLook } from '../look/service.js';
import type { SystemLook } from '../look/system.js';
import { diagnose } from './diagnose.js';
import { screen } from './screen.js';

const at = new Date('2026-11-21T03:20:00Z');
const ago = (ms: number) => new Date(at.getTime() - ms);
const found = <T>(value: T) => ({ found: value, why: null });
const unknown = (why: string) => ({ found: null, why });

const database: DatabaseLook = {
  sizeBytes: 20 * 1024 * 1024,
  folder: null,
  parked: [],
  heldKeys: 0,
  lanes: [{ lane: 0, movedAt: ago(60_000), isReplaced: false, unsent: 0, oldest: null }],
  holder: null,
};
const behind = (change: Partial<StoredProgress>): StoredProgress => ({
  topic: 'a.v1',
  partition: 3,
  position: 5n,
  end: 9n,
  lag: 4n,
  stillMs: 480_000,
  movedAt: ago(480_000),
  held: { low: 0n, high: 9n },
  isOutOfRange: false,
  ...change,
});
const claims: ServiceLook = {
  name: 'claims',
  address: 'http://127.0.0.1:4303',
  pid: 4_711,
  process: 'runs',
  ready: found({ ok: true, probes: [] }),
  database: found(database),
  progress: found([]),
};
const well: SystemLook = {
  at,
  folder: '/data',
  stack: {
    ready: true,
    kafka: ['127.0.0.1:9092'],
    postgres: { claims: 'postgres://u:secret@127.0.0.1:5432/claims' },
    services: { claims: claims.address },
    pids: { claims: 4_711, kafka: 12, postgres: 13 },
    sample: 'none',
    issuer: 'cakupan-local',
  },
  processes: { kafka: 'runs', postgres: 'runs' },
  broker: found('cluster'),
  services: [claims],
  figures: found({ lagMs: 0 }),
  room: [{ path: '/data', freeMib: 34_816, verdict: 'enough' }],
};
const having = (change: Partial<DatabaseLook>): SystemLook => ({
  ...well,
  services: [{ ...claims, database: found({ ...database, ...change }) }],
});
const serving = (change: Partial<ServiceLook>): SystemLook => ({
  ...well,
  services: [{ ...claims, ...change }],
});
const kindsOf = (look: SystemLook) => diagnose(look).map(({ kind }) => kind);
const cakupan = (words: string) => `npm run -s cakupan -- ${words} --data /data`;

describe('the doctor', () => {
  it('says one calm line when all is well', () => {
    expect(diagnose(well)).toEqual([]);
    expect(screen(well, [])).toBe(
      'All is well: 1 service ready, nothing behind, nothing parked, 34.0 GiB of disk free.',
    );
  });

  it.each([
    [1n, '1 message behind'],
    [2_000n, '2,000 messages behind'],
  ])('tells a lag of %d that moves in the same line', (lag, told) => {
    const look = serving({ progress: found([behind({ lag, stillMs: 0 })]) });
    expect(screen(look, diagnose(look))).toContain(`, ${told} and moving, `);
  });

  it('says what is parked, since when, and how to see it', () => {
    const parked = [
      { topic: 'a.v1', reason: 'bug', count: 2, oldest: ago(7_200_000) },
      { topic: 'b.v1', reason: 'bug', count: 1, oldest: ago(60_000) },
      { topic: 'b.v1', reason: 'schema', count: 1, oldest: ago(120_000) },
    ];
    expect(diagnose(having({ parked, heldKeys: 1 }))).toEqual([
      {
        kind: 'messages-parked',
        where: 'claims',
        what: '4 messages are parked (bug 3, schema 1); 1 key waits behind them',
        since: ago(7_200_000),
        next: cakupan('parked list'),
      },
    ]);
  });

  it.each([
    ['a process that stands still', serving({ process: 'stopped' }), 'process-stopped', 'kill -CONT 4711'],
    [
      'one that runs and is silent',
      serving({ ready: unknown('no answer within 3 s') }),
      'service-silent',
      'kill -KILL 4711',
    ],
    [
      'one that has ended',
      serving({ process: 'gone', ready: unknown('ECONNREFUSED') }),
      'process-gone',
      'tail -n 40 /data/logs/claims.log',
    ],
    [
      'a broker that is away',
      { ...well, broker: unknown('ECONNREFUSED') },
      'broker-away',
      'tail -n 40 /data/logs/kafka.log',
    ],
    [
      'a database that is away',
      serving({ database: unknown('ECONNREFUSED') }),
      'database-away',
      'tail -n 40 /data/logs/postgres.log',
    ],
    [
      'a full disk',
      { ...well, room: [{ path: '/data', freeMib: 3, verdict: 'full' as const }] },
      'disk-full',
      'du -xh /data | sort -h | tail -n 20',
    ],
    [
      'a restored database',
      having({ lanes: [{ ...database.lanes[0]!, isReplaced: true }] }),
      'relay-stopped',
      cakupan('sql claims "select * from relay_cursor"'),
    ],
    [
      'a position that the log does not hold',
      serving({ progress: found([behind({ isOutOfRange: true, lag: 0n, stillMs: 0 })]) }),
      'position-out-of-range',
      cakupan(
        `sql claims "select * from consumer_position where consumer = 'claims' and topic = 'a.v1' and partition = 3"`,
      ),
    ],
    [
      'a consumer that stands still',
      serving({ progress: found([behind({})]) }),
      'consumer-stuck',
      'tail -n 40 /data/logs/claims.log',
    ],
    [
      'events that are not published',
      having({ lanes: [{ ...database.lanes[0]!, unsent: 7, oldest: ago(9_000) }] }),
      'events-unsent',
      'tail -n 40 /data/logs/claims.log',
    ],
    [
      'figures that are behind',
      { ...well, figures: found({ lagMs: 60_000 }) },
      'figures-behind',
      cakupan('sql reporting "select count(*), min(written_at) from step_batch"'),
    ],
    [
      'sample data that nobody loads',
      { ...well, stack: { ...well.stack, sample: 'loading' as const } },
      'sample-incomplete',
      'npm start -- --data /data',
    ],
  ])('names %s and the command to type next', (_, look, kind, next) => {
    expect(diagnose(look)).toEqual([expect.objectContaining({ kind, next })]);
  });

  it('says which transaction holds the relays back, once for all services of a server', () => {
    const holder = {
      pid: 99,
      database: 'claims',
      application: 'psql',
      state: 'idle in transaction',
      since: ago(30_000),
      transactionId: '730',
      prepared: null,
    };
    const lanes = [{ ...database.lanes[0]!, unsent: 7, oldest: ago(29_000) }];
    const look = having({ holder, lanes });
    const troubles = diagnose({ ...look, services: [...look.services, ...look.services] });
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatchObject({
      kind: 'snapshot-held',
      since: ago(30_000),
      next: cakupan('sql claims "select pg_terminate_backend(99)"'),
    });
    expect(diagnose(having({ holder: { ...holder, pid: null, prepared: 'tx-1' } }))[0]?.next).toBe(
      cakupan(`sql claims "rollback prepared 'tx-1'"`),
    );
    expect(diagnose(having({ holder: { ...holder, since: ago(1_000) } }))).toEqual([]);
    const hidden = { ...holder, application: null, state: null, since: null };
    expect(kindsOf(having({ holder: hidden, lanes }))).toEqual(['snapshot-held']);
    expect(diagnose(having({ holder: hidden }))).toEqual([]);
  });

  it('leaves out what only follows from something else', () => {
    const notReady = found({
      ok: false,
      probes: [{ name: 'relay', ok: false, detail: 'database: away', since: ago(8_000).toISOString() }],
    });
    expect(kindsOf(serving({ ready: notReady }))).toEqual(['service-not-ready']);
    const look = serving({
      ready: notReady,
      database: unknown('ECONNREFUSED'),
      progress: unknown('its database'),
    });
    expect(diagnose(look)).toEqual([expect.objectContaining({ kind: 'database-away', since: ago(8_000) })]);
    expect(kindsOf({ ...look, processes: { postgres: 'stopped' } })).toEqual(['infrastructure-stopped']);
  });

  it('puts the worst first and shows all on one screen, without a password', () => {
    const look: SystemLook = {
      ...having({ parked: [{ topic: 'a.v1', reason: 'bug', count: 1, oldest: ago(60_000) }] }),
      broker: unknown('ECONNREFUSED'),
    };
    expect(kindsOf(look)).toEqual(['broker-away', 'messages-parked']);
    const text = screen(look, diagnose(look));
    expect(text).toMatch(/^2 things are wrong, the worst first\.\n1\. Kafka: does not answer/);
    expect(text.split('\n').length).toBeLessThan(24);
    expect(text).not.toContain('secret');
  });

  it('counts services in the table as unknown where nothing could be found out', () => {
    const look = serving({ database: unknown('ECONNREFUSED'), progress: unknown('its database') });
    expect(screen(look, diagnose(look))).toMatch(/claims +yes +\? +\? +\? +\? +away/);
  });
});
