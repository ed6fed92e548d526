import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/kernel';
import type { CoverageView } from '../src/inbound/http/coverage/coverage-view.js';
import type { GapsView } from '../src/inbound/http/gaps/gaps-view.js';
import { openCoverageApp, TODAY } from './coverage-app.js';
import { Membership } from './story.js';

type App = Awaited<ReturnType<typeof openCoverageApp>>;
let reporting: App;
const ask = (more = ''): Promise<GapsView> => reporting.ask(`gaps?region=33.72${more}`);

const LAWEYAN = '33.72.01';
const SERENGAN = '33.72.02';
const BANJARSARI = '33.72.05';

interface Joining {
  readonly daysAgo: number;
  readonly residence: string;
  readonly isPaid?: boolean;
}

/** So many who registered so many days before today, and are covered from then on if they paid. */
const joined = (many: number, { daysAgo, residence, isPaid = true }: Joining) =>
  Array.from({ length: many }, () => {
    const registeredOn = addDays(TODAY, -daysAgo);
    const membership = new Membership();
    const cover = { from: registeredOn, through: '2025-12-31' };
    return {
      registered: membership.registered(`${registeredOn}T03:00:00Z`, { residence, registeredOn }),
      paid: isPaid ? [membership.paid(`${registeredOn}T04:00:00Z`, '2024-12', cover)] : [],
    };
  });

const people = (code: string, value: number) =>
  reporting.put(`denominators/people-${code}`, {
    definition: 'penduduk bekerja',
    regions: [code],
    value,
    asOf: '2024-01-01',
    source: 'a test',
  });

/** Banjarsari: many, fast, half of them never paid. Laweyan: fewer, none of late. Serengan: one. And one of no district. */
beforeAll(async () => {
  reporting = await openCoverageApp();
  const all = [
    ...joined(12, { daysAgo: 60, residence: '33.72.05.1011' }),
    ...joined(28, { daysAgo: 10, residence: '33.72.05.1011' }),
    ...joined(40, { daysAgo: 10, residence: '33.72.05.1011', isPaid: false }),
    ...joined(20, { daysAgo: 60, residence: '33.72.01.1007' }),
    ...joined(1, { daysAgo: 28, residence: SERENGAN }),
    ...joined(1, { daysAgo: 60, residence: '33.72' }),
  ];
  await reporting.tell(
    all.map(({ registered }) => registered),
    all.flatMap(({ paid }) => paid),
  );
  const of = {
    segment: null,
    from: '2024-01-01',
    through: '2024-12-31',
    publisher: 'branch',
    source: 'paper',
  };
  await reporting.put('targets/solo-half', { ...of, kind: 'coverage', value: 0.5, regions: ['33.72'] });
  const recent = { ...of, from: addDays(TODAY, -27), through: null };
  await reporting.put('targets/solo-new', { ...recent, kind: 'new', value: 100, regions: ['33.72'] });
  await people('33.72', 400);
  for (const [code, value] of [
    [LAWEYAN, 100],
    [SERENGAN, 50],
    ['33.72.03', 30],
    ['33.72.04', 20],
    [BANJARSARI, 200],
  ] as const)
    await people(code, value);
});
afterAll(() => reporting.close());

const regions = ({ rows }: GapsView) => rows.map(({ region }) => region);

describe('GET /v1/gaps', () => {
  it('ranks the children of a region, each with its gap, pace and retention', async () => {
    const { rows, ...gaps } = await ask('&target=solo-half');
    expect(gaps).toMatchObject({
      asOf: TODAY,
      knownOn: null,
      rankedBy: 'missing',
      sharedBy: 'denominator',
      elsewhere: 1,
      whole: { region: '33.72', persons: 62, target: { id: 'solo-half', needed: 138 } },
    });
    expect(rows[0]).toMatchObject({
      region: BANJARSARI,
      name: 'Banjarsari',
      persons: 40,
      denominator: { id: 'people-33.72.05', value: 200 },
      coverageText: '20,00%',
      missing: 160,
      pacePerDay: 1,
      registered: 80,
      retention: 0.5,
      ranks: { missing: 1, pace: 1, retention: 3 },
      share: { goal: 100, needed: 60, projectedOn: addDays(TODAY, 60) },
    });
    expect(regions({ rows } as GapsView)).toEqual([BANJARSARI, LAWEYAN, SERENGAN, '33.72.03', '33.72.04']);
  });

  it('can be had as CSV, region by region in the order of the ranking, and is not sent again to who holds it', async () => {
    const path = 'gaps?region=33.72&target=solo-half';
    const csv = { accept: 'text/csv' };
    const { text, headers } = await reporting.get(path, { headers: csv });
    expect(headers['content-type']).toContain('text/csv');
    const [first, ...rest] = parse<Record<string, string>>(text, { columns: true });
    expect(first).toMatchObject({
      asOf: TODAY,
      knownOn: '',
      region: BANJARSARI,
      name: 'Banjarsari',
      persons: '40',
      missing: '160',
      pacePerDay: '1',
      retention: '0.5',
      rankMissing: '1',
      rankRetention: '3',
      targetId: 'solo-half',
      goal: '100',
      needed: '60',
      projectedOn: addDays(TODAY, 60),
      denominatorId: 'people-33.72.05',
      denominatorVersion: '1',
      denominator: '200',
      source: 'a test',
    });
    expect(rest.map(({ region }) => region)).toEqual([LAWEYAN, SERENGAN, '33.72.03', '33.72.04']);
    const held = { headers: { ...csv, 'if-none-match': String(headers['etag']) } };
    expect((await reporting.get(path, held)).status).toBe(304);
    expect((await reporting.get(`${path}&rankedBy=pace`, held)).status).toBe(200);
  });

  it('counts the pace from the day four weeks ago, that day not included', async () => {
    const { rows } = await ask();
    expect(rows.map(({ region, pacePerDay }) => [region, pacePerDay])).toEqual([
      [BANJARSARI, 1],
      [LAWEYAN, 0],
      [SERENGAN, 0],
      ['33.72.03', 0],
      ['33.72.04', 0],
    ]);
    const dayBefore = await ask(`&asOf=${addDays(TODAY, -1)}`);
    expect(dayBefore.rows.find(({ region }) => region === SERENGAN)!.pacePerDay).toBe(1 / 28);
  });

  it('puts first what was asked for, and last what is not known', async () => {
    expect(regions(await ask('&rankedBy=retention')).slice(0, 3)).toEqual([LAWEYAN, SERENGAN, BANJARSARI]);
    const { rows } = await ask('&rankedBy=retention');
    expect(rows.at(-1)).toMatchObject({ registered: 0, retention: null, ranks: { retention: null } });
    expect(regions(await ask('&rankedBy=pace'))[0]).toBe(BANJARSARI);
  });

  it('shares out what a target asks for, and nothing is lost', async () => {
    const { rows } = await ask('&target=solo-half');
    expect(rows.reduce((sum, { share }) => sum + share!.goal, 0)).toBe(200);
    expect(rows.map(({ share }) => share!.needed)).toEqual([60, 30, 24, 15, 10]);
  });

  it('ranks what lies in the children, too, and shares out among all of that', async () => {
    const { rows, elsewhere, sharedBy } = await ask('&levels=2&rankedBy=pace&target=solo-half');
    expect(rows[0]).toMatchObject({
      region: '33.72.05.1011',
      persons: 40,
      missing: null,
      pacePerDay: 1,
      ranks: { missing: null, pace: 1 },
      share: { goal: 160, needed: 120 },
    });
    expect(new Set(rows.map(({ region }) => region.slice(0, BANJARSARI.length))).size).toBe(5);
    expect(rows.reduce((sum, { share }) => sum + share!.goal, 0)).toBe(200);
    expect({ elsewhere, sharedBy }).toEqual({ elsewhere: 2, sharedBy: 'registered' });
  });

  it('counts who joined towards a target for new members', async () => {
    const { rows } = await ask('&target=solo-new');
    expect(rows[0]).toMatchObject({ region: BANJARSARI, share: { goal: 50, needed: 0 } });
    expect(rows[1]).toMatchObject({ region: LAWEYAN, share: { goal: 25, needed: 25, projectedOn: null } });
  });

  it('goes by who is registered where people were not counted', async () => {
    await reporting.put('targets/java', {
      kind: 'stock',
      value: 204,
      segment: null,
      from: null,
      through: null,
      regions: ['33'],
      publisher: 'head office',
      source: 'a test',
    });
    const gaps: GapsView = await reporting.ask('gaps?region=33');
    expect(gaps.sharedBy).toBe('registered');
    const solo = gaps.rows.find(({ region }) => region === '33.72');
    expect(solo).toMatchObject({ missing: 338, share: { goal: 204, needed: 142 } });
    expect(gaps.rows.find(({ region }) => region === '33.11')).toMatchObject({
      persons: 0,
      missing: null,
      coverage: null,
      share: { goal: 0, needed: 0 },
    });
  });

  it('agrees with the figures that are asked for by themselves', async () => {
    const { rows }: CoverageView = await reporting.ask('coverage?region=33.72&by=region&segment=BPU');
    const ranked = await ask('&segment=BPU');
    expect(new Map(ranked.rows.map((row) => [row.region, row.persons]))).toEqual(
      new Map(rows.filter(({ region }) => region !== null).map((row) => [row.region, row.persons])),
    );
  });

  it('shares nothing out without a target, nor anything where nothing lies below', async () => {
    expect(await reporting.ask('gaps?region=33.72.05')).toMatchObject({
      sharedBy: null,
      whole: { target: null },
    });
    const village: GapsView = await reporting.ask('gaps?region=33.72.05.1011');
    expect(village).toMatchObject({ rows: [], elsewhere: 40 });
  });

  it('is for analysts within their regions, of what is in the lists', async () => {
    const status = async (path: string, token?: string | null) =>
      (await reporting.get(path, token === undefined ? {} : { token })).status;
    expect(await status('gaps?region=33.72', null)).toBe(401);
    expect(await status('gaps?region=33.72', reporting.planner)).toBe(403);
    expect(await status('gaps?region=33.72', await reporting.tokens.of(['analyst'], ['33.11']))).toBe(403);
    expect(await status('gaps?region=99')).toBe(422);
    expect(await status('gaps?region=33.72&target=nobody')).toBe(422);
    expect(await status('gaps?region=33.72&rankedBy=luck')).toBe(400);
    expect(await status('gaps?region=33.72&levels=0')).toBe(400);
    expect(await status('gaps?region=33.72&levels=3')).toBe(400);
    expect(await status('gaps?region=33.72&measure=registered')).toBe(400);
  });
});
