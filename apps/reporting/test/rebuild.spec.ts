import { randomUUID } from 'node:crypto';
import { personErased } from '#libs/contracts';
import type { OutgoingMessage } from '#libs/messaging';
import { eventually, outgoing } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RebuildView } from '../src/inbound/http/rebuilds/rebuild-view.js';
import { FIGURE_TABLES } from '../src/outbound/persistence/rebuild/figure-tables.js';
import { history } from './oracle/histories.js';
import { messagesOf, personOf } from './oracle/messages.js';
import { inLog, openRebuildWorld } from './rebuild-world.js';
import { Membership } from './story.js';

/** The same people in every run. */
const SEED = 20_241_217;
const PERSONS = 400;
/** So slow that there is a middle in which to end a process. */
const SLOWLY = 400;

const people = fc.sample(history, { seed: SEED, numRuns: PERSONS }).map(personOf);
const told = people.map(messagesOf);
const everyThird = <Item>(items: readonly Item[]) => items.filter((_, place) => place % 3 === 0);

/** Late, out of order, reversed, moved and ended, as the generator has it; contributions first, a third of it twice. */
const contributions = told.flatMap((each) => each.contributions).map(inLog);
const members = told.flatMap((each) => each.members).map(inLog);
const erasures = everyThird(people).map(({ personId }) =>
  outgoing(
    personErased,
    { personId },
    { recordedAt: '2024-03-01T00:00:00.000Z', subject: `person/${personId}` },
  ),
);

const broken = (message: OutgoingMessage): OutgoingMessage => ({ ...message, value: '{"no":"such thing"}' });

let world: Awaited<ReturnType<typeof openRebuildWorld>>;
beforeAll(async () => {
  world = await openRebuildWorld();
  await world.start();
}, 120_000);
afterAll(() => world.close(), 60_000);

const begin = async (query = ''): Promise<string> => {
  const { status, body } = await world.ask('POST', `rebuilds${query}`);
  expect({ status, body }).toMatchObject({ status: 202, body: { status: 'loading' } });
  return (body as RebuildView).id;
};

const differing = ({ comparison }: RebuildView): Record<string, number> =>
  Object.fromEntries(comparison!.tables.map((each) => [each.table, each.differing]));

const SAME = {
  coverage_cell: 0,
  coverage_day: 0,
  coverage_month: 0,
  funnel_cell: 0,
  reading: 0,
  person_state: 0,
};
const PLANTED = `
  where (measure, region, scope, effective_on, signature) in (
    select measure, region, scope, effective_on, signature from coverage_day
    where persons > 0 and region = 'ID' and scope = '' order by 1, 2, 3, 4, 5 limit 1)`;

/** What waits of a key, in the order of the log. */
const parkedOf = (key: string) =>
  eventually(async () => {
    const rows = await world.database.query<{ id: string; reason: string }>(
      `select id::text, reason from parked_message where key = $1 and status = 'waiting' order by log_offset`,
      [Buffer.from(key)],
    );
    return rows.length > 0 && rows;
  });

describe('a rebuild', () => {
  /** Corrected by hand, and given up: what became of a message is no matter of the log alone. */
  const [corrected, skipped] = [new Membership(), new Membership()];
  const firstPaid = corrected.paid('2024-02-02T03:00:00Z', '2024-02');
  let id: string;
  let before: Record<string, string>;

  it('begins with a history of all kinds in the live figures', async () => {
    await world.send([...contributions, ...everyThird(contributions)]);
    await world.send([...members, ...everyThird(members), ...erasures]);
    await world.send([
      inLog(corrected.registered('2024-02-01T03:00:00Z')),
      broken(inLog(firstPaid)),
      inLog(corrected.paid('2024-02-03T03:00:00Z', '2024-03')),
    ]);
    const [first, second] = [
      skipped.registered('2024-02-01T03:00:00Z'),
      skipped.changed('2024-02-05T03:00:00Z', '2024-02-10', { residence: '33.11' }),
    ];
    await world.send([inLog(second), inLog(first)]);
    await world.allRead();
    const [wrong] = await parkedOf(corrected.personId);
    const retried = await world.ask('POST', `parked/${wrong!.id}/retry`, undefined, {
      value: JSON.stringify(firstPaid.data),
    });
    expect(retried).toMatchObject({ status: 200, body: { status: 'retried', followed: 1 } });
    const [early] = await parkedOf(skipped.personId);
    expect(early!.reason).toBe('sequence-gap');
    const discarded = await world.ask('POST', `parked/${early!.id}/discard`, undefined, {
      reason: 'sent anew',
    });
    expect(discarded).toMatchObject({ status: 200, body: { status: 'discarded', followed: 1 } });
    await world.send([inLog(second)]);
    await world.allRead();
    before = await world.digests('public');
    expect(Object.values(before).join()).not.toContain(' of 0');
  }, 180_000);

  it('is for operators, one at a time, and has its order', async () => {
    await world.database.query(`update coverage_day set persons = persons + 5 ${PLANTED}`);
    const analyst = { authorization: `Bearer ${await world.tokens.of(['analyst'])}` };
    expect((await world.ask('POST', 'rebuilds', analyst)).status).toBe(403);
    for (const wrong of ['?messagesPerSecondMax=99', '?messagesPerSecondMax=x', '?speed=9'])
      expect((await world.ask('POST', `rebuilds${wrong}`)).status).toBe(400);
    id = await begin(`?messagesPerSecondMax=${SLOWLY}`);
    expect(await world.ask('POST', 'rebuilds')).toMatchObject({
      status: 409,
      body: { reasons: ['rebuild-under-way'] },
    });
    expect(await world.ask('POST', `rebuilds/${id}/switch`)).toMatchObject({
      status: 409,
      body: { reasons: ['rebuild-not-ready'] },
    });
    expect(await world.ask('POST', `rebuilds/${id}/rollback`)).toMatchObject({
      status: 409,
      body: { reasons: ['nothing-to-go-back-to'] },
    });
    expect((await world.ask('GET', `rebuilds/${randomUUID()}`)).status).toBe(404);
    expect((await world.ask('POST', `rebuilds/${randomUUID()}/switch`)).status).toBe(404);
  });

  it('is taken up by one of two other replicas when the process that runs it is killed in the middle', async () => {
    const loaded = () =>
      world.one<{ done: number; persons: number; epoch: number }>(`
        select (select count(*) from beside.place where next_offset > 0)::integer as done,
               (select count(*) from beside.person_state)::integer as persons, epoch from rebuild`);
    const middle = await eventually(async () => {
      const now = await loaded().catch(() => null);
      return now !== null && now.persons > 0 && now;
    }, 60_000);
    expect(middle.epoch).toBe(1);
    expect(middle.done).toBeLessThan(24);
    const { progress } = await world.stands(id);
    expect(progress.read).toBeLessThan(progress.total);
    expect(progress.secondsLeft).toBeGreaterThan(0);
    await world.replicas[0]!.kill();
    const left = await loaded();
    expect(left.done).toBeLessThan(24);
    await Promise.all([world.start(), world.start()]);
    await eventually(async () => (await loaded()).epoch === 2, 60_000);
    expect((await loaded()).persons).toBeGreaterThanOrEqual(left.persons);
  }, 180_000);

  it('comes to what the live figures are, digest for digest, and finds the one wrong cell in them', async () => {
    const ready = await world.becomes(id, 'ready');
    expect(differing(ready)).toEqual({ ...SAME, coverage_day: 1 });
    expect(await world.digests('beside')).toEqual(before);
    const [cells, days] = ready.comparison!.tables;
    expect(ready.comparison!.same).toBe(false);
    expect(days!.first).toHaveLength(1);
    expect(days!.first[0]).toMatchObject({ key: { region: 'ID' } });
    expect(days!.first[0]!.old - days!.first[0]!.new).toBe(5);
    expect(cells!.oldRows).toBe(cells!.newRows);
    expect(ready.progress.secondsLeft).toBe(0);
    expect(await world.one('select epoch from rebuild')).toEqual({ epoch: 2 });
  }, 180_000);

  it('goes on with the log until the switch, which readers hear of and nobody misses', async () => {
    await world.database.query(
      'create view days as select sum(persons)::integer as persons from coverage_day',
    );
    await world.database.query('comment on view days is $$kept$$');
    const later = new Membership();
    await world.send([inLog(later.registered('2024-04-01T03:00:00Z'))]);
    await world.allRead();
    const { applied, version } = await world.one<{ applied: string; version: string }>(
      'select * from roll_up',
    );
    expect((await world.ask('POST', `rebuilds/${id}/switch`)).status).toBe(202);
    await world.becomes(id, 'switched');
    expect((await world.ask('POST', `rebuilds/${id}/switch`)).status).toBe(202);
    await world.database.query(`update beside.coverage_day set persons = persons - 5 ${PLANTED}`);
    expect(await world.digests('public')).toEqual(await world.digests('beside'));
    const after = await world.one<{ applied: string; version: string }>('select * from roll_up');
    expect(after.applied).toBe(applied);
    expect(Number(after.version)).toBeGreaterThan(Number(version));
    expect(await world.one('select persons, obj_description($$days$$::regclass) as said from days')).toEqual({
      ...(await world.one<object>('select sum(persons)::integer as persons from coverage_day')),
      said: 'kept',
    });
    expect(await world.one(READING_BESIDE)).toEqual({ views: 0, funnel: expect.any(String) });
    await world.send([inLog(later.paid('2024-04-02T03:00:00Z', '2024-05'))]);
    await world.allRead();
    expect(await world.digests('public')).not.toEqual(await world.digests('beside'));
  }, 180_000);

  it('goes back to the old figures with all that was told since', async () => {
    const live = await world.digests('public');
    await world.database.query(`update coverage_day set persons = persons + 5 ${PLANTED}`);
    expect((await world.ask('POST', `rebuilds/${id}/rollback`)).status).toBe(202);
    await world.becomes(id, 'rolled-back');
    expect(await world.digests('public')).toEqual(live);
    await eventually(async () => (await world.one<{ gone: boolean }>(GONE)).gone);
    expect(await world.ask('POST', `rebuilds/${id}/switch`)).toMatchObject({
      status: 409,
      body: { reasons: ['rebuild-ended'] },
    });
  }, 120_000);

  it('leaves nothing when it is cancelled, nor of the old figures when these are given up', async () => {
    const cancelled = await begin(`?messagesPerSecondMax=${SLOWLY}`);
    expect((await world.ask('POST', `rebuilds/${cancelled}/cancel`)).status).toBe(202);
    await eventually(async () => (await world.one<{ gone: boolean }>(GONE)).gone);
    expect((await world.stands(cancelled)).status).toBe('cancelled');
    const next = await begin();
    expect(differing(await world.becomes(next, 'ready'))).toEqual(SAME);
    await world.ask('POST', `rebuilds/${next}/switch`);
    await world.becomes(next, 'switched');
    expect((await world.one<{ gone: boolean }>(GONE)).gone).toBe(false);
    expect(await world.ask('POST', `rebuilds/${next}/cancel`)).toMatchObject({
      status: 202,
      body: { status: 'settled' },
    });
    await eventually(async () => (await world.one<{ gone: boolean }>(GONE)).gone);
  }, 180_000);

  it('knows of every table whether it is one of the figures', async () => {
    const { names } = await world.one<{ names: string[] }>(`
      select array_agg(table_name::text order by table_name) as names from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`);
    expect(names.filter((name) => !FIGURE_TABLES.includes(name))).toEqual(OTHERS);
  });
});

/** Views that still read the old tables, and what the funnel says of itself. */
const READING_BESIDE = `
  select count(*)::integer as views, (select obj_description('figures.funnel'::regclass)) as funnel
  from pg_depend as d
  where d.classid = 'pg_rewrite'::regclass
    and d.refobjid in (select oid from pg_class where relnamespace = 'beside'::regnamespace)`;

const GONE = "select to_regnamespace('beside') is null as gone";

/** They do not follow from what is told about persons alone, or belong to whoever reads and publishes. */
const OTHERS = [
  'benefit_fact',
  'changed_region',
  'claim_taken',
  'consumer_position',
  'event',
  'held_key',
  'log_account',
  'log_cursor',
  'migration',
  'owner_statement',
  'parked_message',
  'passed_over_event',
  'proven_partition',
  'published_region',
  'read_events',
  'reading_account',
  'rebuild',
  'reference',
  'region_outline',
  'relay_cursor',
  'roll_up',
];
