import { randomUUID } from 'node:crypto';
import { benefitPaid } from '#libs/contracts';
import { batchOf, messageOf } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CoverageView } from '../src/inbound/http/coverage/coverage-view.js';
import type { FunnelView } from '../src/inbound/http/funnel/funnel-view.js';
import { CountBenefitsWhenClaimsMove } from '../src/use-cases/count-benefits-when-claims-move.js';
import { openCoverageApp } from './coverage-app.js';
import { grafanaBoard, type Look } from './grafana-board.js';
import { Membership } from './story.js';

type App = Awaited<ReturnType<typeof openCoverageApp>>;
let reporting: App;
const MANAHAN = '33.72.05.1011';

/** Four who paid for October, three of them for November too, and one who never paid. */
beforeAll(async () => {
  reporting = await openCoverageApp();
  const channel = { kind: 'association', code: 'PKL-MANAHAN', campaign: 'DRIVE' } as const;
  const people = Array.from({ length: 5 }, (_, place) => {
    const membership = new Membership();
    const at = '2024-10-01T03:00:00Z';
    const months = place === 4 ? [] : place === 3 ? ['2024-10'] : ['2024-10', '2024-11'];
    return {
      registered: membership.registered(at, {
        residence: MANAHAN,
        registeredOn: '2024-10-01',
        channel: { ...channel },
      }),
      paid: months.map((month) => membership.paid(at, month)),
    };
  });
  await reporting.tell(
    people.map(({ registered }) => registered),
    people.flatMap(({ paid }) => paid),
  );
  await reporting.app.get(CountBenefitsWhenClaimsMove).handle(
    batchOf(
      messageOf(benefitPaid, {
        claimId: randomUUID(),
        personId: randomUUID(),
        disbursementId: randomUUID(),
        residence: MANAHAN,
        amount: 42_000_000,
        paidAt: '2024-11-05T03:00:00Z',
      }),
    ),
  );
  for (const value of [90, 100])
    await reporting.put('denominators/solo', {
      definition: 'penduduk bekerja',
      regions: ['33.72'],
      value,
      asOf: '2024-01-01',
      source: 'a test',
    });
  const aim = { segment: null, from: null, through: null, publisher: 'branch', source: 'a test' };
  await reporting.put('targets/both', { ...aim, kind: 'stock', value: 48, regions: ['33.72', '33.12'] });
  await reporting.put('campaigns/DRIVE', { reached: 70, channel: 'association', regions: ['33.72'] });
});
afterAll(() => reporting.close());

const select = <Row extends object>(sql: string): Promise<Row[]> => reporting.database.query<Row>(sql);

describe('the views for other tools', () => {
  it('tell persons at the end of each month as they are asked for over HTTP', async () => {
    const rows = await select<{ region: string; measure: string; on: string; persons: number }>(
      `select region, measure, month_end::text as "on", persons::integer from figures.coverage_by_month
       where region in ('33.72', 'ID') order by 1, 2, 3`,
    );
    expect(rows.filter(({ region }) => region === '33.72')).toEqual([
      { region: '33.72', measure: 'active', on: '2024-10-31', persons: 4 },
      { region: '33.72', measure: 'active', on: '2024-11-30', persons: 3 },
      { region: '33.72', measure: 'active', on: '2024-12-31', persons: 0 },
      { region: '33.72', measure: 'registered', on: '2024-10-31', persons: 5 },
    ]);
    for (const { region, measure, on, persons } of rows) {
      const { total }: CoverageView = await reporting.ask(
        `coverage?region=${region}&measure=${measure}&asOf=${on}`,
      );
      expect(total.persons).toBe(persons);
    }
  });

  it('tell how far memberships came, at each level', async () => {
    const rows = await select<object>(
      `select region, registered_on::text as "on", channel, channel_code as code, campaign,
              signed_up::integer as up, first_paid::integer as paid from figures.funnel order by region`,
    );
    const of = {
      on: '2024-10-01',
      channel: 'association',
      code: 'PKL-MANAHAN',
      campaign: 'DRIVE',
      up: 5,
      paid: 4,
    };
    expect(rows).toEqual(['33.72', MANAHAN, 'ID'].map((region) => ({ region, ...of })));
    const funnel: FunnelView = await reporting.ask('funnel?from=2024-10-01&through=2024-10-31');
    expect(funnel).toMatchObject({ signedUp: 5, firstPaid: 4 });
  });

  it('tell benefits, and references in their latest versions', async () => {
    expect(
      await select('select region, amount_rupiah::text as amount, claims::integer from figures.benefits'),
    ).toEqual([{ region: MANAHAN, amount: '42000000', claims: 1 }]);
    expect(await select('select id, version, regions, people::integer from figures.denominators')).toEqual([
      { id: 'solo', version: 2, regions: '33.72', people: 100 },
    ]);
    expect(await select('select id, kind, value::float8 as value, regions from figures.targets')).toEqual([
      { id: 'both', kind: 'stock', value: 48, regions: '33.12,33.72' },
    ]);
    expect(await select('select id, reached::integer, channel from figures.campaigns')).toEqual([
      { id: 'DRIVE', reached: 70, channel: 'association' },
    ]);
    expect(await select('select applied::integer from figures.freshness')).toEqual([{ applied: 12 }]);
  });

  it('say what they are for and what each column means', async () => {
    const silent = await select<{ name: string }>(`
      select c.relname || coalesce('.' || a.attname, '') as name
      from pg_class as c
      left join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace = 'figures'::regnamespace
        and (obj_description(c.oid) is null or col_description(c.oid, a.attnum) is null)`);
    expect(silent).toEqual([]);
    const views = await select<{ name: string }>(
      `select viewname as name from pg_views where schemaname = 'figures' order by 1`,
    );
    expect(views.map(({ name }) => name)).toEqual([
      'benefits',
      'campaigns',
      'coverage_by_month',
      'denominators',
      'freshness',
      'funnel',
      'targets',
    ]);
  });

  it('name nobody, and can be read by whom may read nothing else', async () => {
    const columns = await select<{ name: string }>(
      `select distinct column_name::text as name from information_schema.columns where table_schema = 'figures'`,
    );
    expect(columns.filter(({ name }) => /person_id|membership|claim_id|nik/.test(name))).toEqual([]);
    const role = `reader_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    await select(`create role ${role}`);
    try {
      await select(`grant usage on schema figures to ${role}`);
      await select(`grant select on all tables in schema figures to ${role}`);
      const reading = (sql: string) =>
        reporting.database.transaction(async (tx) => {
          await tx.query(`set local role ${role}`);
          return tx.query(sql);
        });
      expect(await reading('select from figures.coverage_by_month')).not.toHaveLength(0);
      await expect(reading('select from person_state')).rejects.toThrow(/permission denied/);
      await expect(reading('delete from figures.freshness')).rejects.toThrow(/permission denied/);
    } finally {
      await select(`drop owned by ${role}`);
      await select(`drop role ${role}`);
    }
  });
});

describe('the board for Grafana', () => {
  const board = grafanaBoard();
  const show = (title: string, look: Look) => select<object>(board.sqlOf(title, look));
  const solo: Look = { region: '33.72', until: '2024-11-30T12:00:00Z' };
  const monthEnd = { month_end: '2024-11-30' };
  const shown: Readonly<Record<string, readonly object[]>> = {
    Covered: [{ covered: '3', ...monthEnd }],
    Coverage: [{ percent: 3, ...monthEnd }],
    Missing: [{ missing: '97', ...monthEnd }],
    'Registered less covered': [{ difference: '2', ...monthEnd }],
    'Recorded through': [{ recorded_through: expect.any(Date) }],
    'Persons by month': [
      { metric: 'active', persons: '4' },
      { metric: 'registered', persons: '5' },
      { metric: 'active', persons: '3' },
    ],
    Denominators: [
      { id: 'solo', version: 2, definition: 'penduduk bekerja', people: '100', source: 'a test' },
    ],
    'Funnel by channel': [{ channel: 'association', signed_up: '5', first_paid: '4' }],
    Targets: [{ id: 'both', kind: 'stock', value: '48', publisher: 'branch' }],
    'Benefits by month': [{ metric: 'JKK', rupiah: '42000000' }],
  };

  /** Of the province: one before, and two of the same later day, of which the one recorded last counts. */
  beforeAll(async () => {
    const published = { definition: 'penduduk bekerja', regions: ['33'], source: 'a test' };
    for (const [id, asOf, value] of [
      ['first-recorded', '2024-11-15', 40],
      ['before', '2024-10-01', 80],
      ['last-recorded', '2024-11-15', 50],
    ] as const)
      await reporting.put(`denominators/${id}`, { ...published, asOf, value });
  });

  it('has a panel for each of these, and no other', () => expect(board.titles).toEqual(Object.keys(shown)));

  it.each(Object.entries(shown))('shows in the panel "%s" what the views tell', async (title, rows) =>
    expect(await show(title, solo)).toMatchObject(rows),
  );

  it.each([
    ['33', '2024-11-15T12:00:00Z', '2024-10-31', 5],
    ['33', '2024-11-30T12:00:00Z', '2024-11-30', 6],
    ['33', '2024-11-29T18:00:00Z', '2024-11-30', 6], // the thirtieth has begun in Jakarta
    ['33', '2024-12-15T12:00:00Z', '2024-11-30', 6],
    ['33.72', '2024-11-15T12:00:00Z', '2024-10-31', 4],
    ['33.72', '2025-02-15T12:00:00Z', '2025-01-31', 0],
  ])('shows of %s up to %s what is answered for %s', async (region, until, on, percent) => {
    const { rows }: CoverageView = await reporting.ask(`coverage?region=${region}&asOf=${on}`);
    const { persons, coverageText, gap } = rows[0]!;
    expect(coverageText).toBe(`${percent},00%`);
    const look = { region, until };
    expect(await show('Covered', look)).toEqual([{ covered: `${persons}`, month_end: on }]);
    expect(await show('Coverage', look)).toEqual([{ percent, month_end: on }]);
    expect(await show('Missing', look)).toEqual([{ missing: `${gap}`, month_end: on }]);
  });

  it('shows no coverage where no denominator was there yet, and nothing before there are figures', async () => {
    const earlier = { region: '33.72.05', until: '2024-11-15T12:00:00Z' };
    expect(await show('Coverage', earlier)).toEqual([]);
    expect(await show('Covered', earlier)).toEqual([{ covered: '4', month_end: '2024-10-31' }]);
    const before = { region: '33', until: '2024-10-15T12:00:00Z' };
    for (const title of ['Covered', 'Coverage', 'Missing', 'Registered less covered'])
      expect(await show(title, before)).toEqual([]);
  });

  it.each(['ID', '33', '33.72', '33.72.05'])('shows the funnel of %s, each membership once', async (region) =>
    expect(await show('Funnel by channel', { ...solo, region })).toMatchObject([
      { channel: 'association', signed_up: '5', first_paid: '4' },
    ]),
  );

  it('offers the regions that have figures, down to districts', async () =>
    expect(await select(board.regions)).toEqual(
      ['33', '33.72', '33.72.05', 'ID'].map((region) => ({ region })),
    ));
});
