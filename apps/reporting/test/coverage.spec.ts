import { findRoutesWithoutRule, openApiOf } from '#libs/http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CoverageView } from '../src/inbound/http/coverage/coverage-view.js';
import { PostgresReadingPlaces } from '../src/outbound/persistence/postgres-reading-places.js';
import type { ContributionMessage, MemberMessage } from '../src/use-cases/facts-of-messages.js';
import { openCoverageApp } from './coverage-app.js';
import { Membership } from './story.js';

type App = Awaited<ReturnType<typeof openCoverageApp>>;
let reporting: App;
const ask = (path: string, asked?: Parameters<App['ask']>[1]): Promise<CoverageView> =>
  reporting.ask(path, asked);
const statusOf = async (path: string, asked?: Parameters<App['get']>[1]) =>
  (await reporting.get(path, asked)).status;

const MANAHAN = '33.72.05.1011';
const BARON = '33.72.01.1007';
const SUKOHARJO = '33.11.07.2003';
const DENPASAR = '51.71.01.1001';

/** So many self-employed street traders who joined by an association and paid for December in time. */
const traders = (many: number, residence: string | null, more: object = {}, paid: object = {}) => {
  const members: MemberMessage[] = [];
  const contributions: ContributionMessage[] = [];
  for (let place = 0; place < many; place += 1) {
    const membership = new Membership();
    members.push(
      membership.registered('2024-11-20T03:00:00Z', { residence, registeredOn: '2024-11-20', ...more }),
    );
    contributions.push(membership.paid('2024-12-01T02:00:00Z', '2024-12', paid));
  }
  return { members, contributions };
};
const tell = ({ members, contributions }: ReturnType<typeof traders>) =>
  reporting.tell(members, contributions);

const persons = ({ rows }: CoverageView) => rows.map((row) => [row.part ?? row.region, row.persons]);

beforeAll(async () => {
  reporting = await openCoverageApp();
  await tell(traders(30, MANAHAN));
  await tell(traders(12, BARON, { channel: { kind: 'bank', code: 'BANK-1', campaign: null } }));
  await tell(traders(4, SUKOHARJO, { occupations: ['farmer'] }));
  await tell(traders(15, '33.14.01.2001'));
  await tell(
    traders(20, DENPASAR, {}, { programmes: ['JKK', 'JKM', 'JHT'], payer: { kind: 'sponsor', code: 'S' } }),
  );
  await tell(traders(2, '99.99.99.9999'));
  // registered in Manahan and never paid
  const unpaid = Array.from({ length: 5 }, () =>
    new Membership().registered('2024-12-02T03:00:00Z', { registeredOn: '2024-12-02' }),
  );
  await reporting.tell(unpaid);
  // one person, two memberships of different segments by different channels
  const first = new Membership();
  const other = new Membership(first.personId);
  const employed = {
    segment: 'PU',
    channel: { kind: 'employer', code: 'NPP-1', campaign: null },
    occupations: ['security-guard'],
  } as const;
  await reporting.tell(
    [
      first.registered('2024-11-20T03:00:00Z', { registeredOn: '2024-11-20' }),
      other.registered('2024-11-20T04:00:00Z', {
        ...employed,
        channel: { ...employed.channel },
        occupations: [...employed.occupations],
        registeredOn: '2024-11-20',
      }),
    ],
    [
      first.paid('2024-12-01T02:00:00Z', '2024-12'),
      other.paid('2024-12-10T02:00:00Z', '2024-12', {
        segment: 'PU',
        programmes: ['JKK', 'JKM', 'JHT'],
        payer: { kind: 'employer', code: null },
      }),
    ],
  );
  await reporting.put('denominators/solo-working', {
    definition: 'penduduk bekerja',
    regions: ['33.72'],
    value: 97,
    asOf: '2024-12-17',
    source: 'espos-2024-12-18',
  });
  await reporting.put('denominators/solo-older', {
    definition: 'penduduk bekerja',
    regions: ['33.72'],
    value: 90,
    asOf: '2023-12-31',
    source: 'an older count',
  });
  await reporting.put('denominators/solo-umkm', {
    definition: 'pelaku UMKM',
    regions: ['33.72'],
    value: 200,
    asOf: '2024-12-17',
    source: 'solopos',
    use: 'named',
  });
  await reporting.put('denominators/solo-bpu', {
    definition: 'pekerja informal',
    regions: ['33.72'],
    segment: 'BPU',
    value: 60,
    asOf: '2024-01-01',
    source: 'survey',
  });
  await reporting.put('targets/solo-half', {
    kind: 'coverage',
    value: 0.5,
    base: 'angkatan kerja',
    regions: ['33.72'],
    segment: null,
    from: '2024-01-01',
    through: '2024-12-31',
    publisher: 'BPJS',
    source: 'espos-2024-12-18',
  });
  await reporting.put('targets/solo-new-bpu', {
    kind: 'new',
    value: 50,
    base: null,
    regions: ['33.72'],
    segment: 'BPU',
    from: '2024-12-01',
    through: '2024-12-31',
    publisher: 'BPJS',
    source: 'inews',
  });
  await reporting.put('areas/SURAKARTA', {
    name: 'Surakarta',
    regions: ['33.72', '33.11'],
    from: null,
    through: null,
  });
}, 60_000);
afterAll(() => reporting.close());

describe('a figure', () => {
  it('has its denominator, ratio, gap and what the target needs, and says that they speak of different people', async () => {
    const { rows, total, asOf, knownOn, measure, graceMonths, freshness } =
      await ask('coverage?region=33.72');
    expect(rows).toEqual([
      {
        region: '33.72',
        name: 'Kota Surakarta',
        part: null,
        persons: 43,
        denominator: {
          id: 'solo-working',
          version: 1,
          value: 97,
          definition: 'penduduk bekerja',
          asOf: '2024-12-17',
          source: 'espos-2024-12-18',
        },
        coverage: 43 / 97,
        coverageText: '44,32%',
        gap: 54,
        target: { id: 'solo-half', version: 1, kind: 'coverage', value: 0.5, needed: 6 },
        warnings: ['target-base-differs'],
      },
    ]);
    expect(total).toEqual({ persons: 43, sumOfParts: 43, overlap: 0, unmapped: 0 });
    expect({ asOf, knownOn, measure, graceMonths }).toEqual({
      asOf: '2024-12-17',
      knownOn: null,
      measure: 'active',
      graceMonths: 0,
    });
    expect(freshness).toMatchObject({ recordedThrough: '2024-12-10T09:00:00.000+07:00', applied: 175 });
  });

  it('is null where it cannot be worked out', async () => {
    const [row] = (await ask('coverage?region=33.11')).rows;
    expect(row).toMatchObject({
      persons: 4,
      denominator: null,
      coverage: null,
      coverageText: null,
      gap: null,
      target: null,
    });
  });

  it('goes by the newest count that is not after its day', async () => {
    const [row] = (await ask('coverage?region=33.72&asOf=2024-12-16')).rows;
    expect(row!.denominator).toMatchObject({ id: 'solo-older', value: 90 });
    expect((await ask('coverage?region=33.72&asOf=2023-12-30')).rows[0]!.denominator).toBeNull();
  });

  it('goes by the count that the question names, in rows of its regions alone', async () => {
    const named = await ask('coverage?region=33.72&denominator=solo-umkm');
    expect(named.rows[0]!.denominator).toMatchObject({ id: 'solo-umkm', value: 200 });
    expect((await ask('coverage?region=33.11&denominator=solo-umkm')).rows[0]!.denominator).toBeNull();
  });

  it('of a segment goes by counts and targets of that segment', async () => {
    const [row] = (await ask('coverage?region=33.72&segment=BPU')).rows;
    expect(row!.denominator).toMatchObject({ id: 'solo-bpu' });
    // since 1 December five joined who never paid; the others joined in November
    expect(row!.target).toEqual({ id: 'solo-new-bpu', version: 1, kind: 'new', value: 50, needed: 45 });
    const parts = await ask('coverage?region=33.72&by=segment');
    expect(parts.rows.map(({ part, denominator }) => [part, denominator?.id ?? null])).toEqual([
      ['BPU', 'solo-bpu'],
      ['PU', null],
    ]);
    expect((await ask('coverage?region=33.72&segment=BPU,PU')).rows[0]!.denominator).toBeNull();
  });

  it('counts everybody who is registered, whether paid or not', async () => {
    expect(persons(await ask('coverage?region=33.72&measure=registered'))).toEqual([['33.72', 48]]);
  });

  it.each([
    ['as known before the payment', 'knownOn=2024-11-30', 0],
    ['as known on its day', 'knownOn=2024-12-01', 43],
    ['on the last covered day', 'asOf=2024-12-31', 43],
    ['on the first uncovered day', 'asOf=2025-01-01', 0],
    ['before cover began', 'asOf=2024-11-30', 0],
  ])('%s', async (_, when, count) => {
    expect((await ask(`coverage?region=33.72&${when}`)).total.persons).toBe(count);
  });
});

describe('a cut', () => {
  it('by region has a row for each child, also those with nobody', async () => {
    const { rows, total } = await ask('coverage?region=33.72&by=region');
    expect(rows.map(({ region, name, persons: count }) => [region, name, count])).toEqual([
      ['33.72.01', 'Laweyan', 12],
      ['33.72.02', 'Serengan', 0],
      ['33.72.03', 'Pasar Kliwon', 0],
      ['33.72.04', 'Jebres', 0],
      ['33.72.05', 'Banjarsari', 31],
    ]);
    expect(total).toEqual({ persons: 43, sumOfParts: 43, overlap: 0, unmapped: 0 });
  });

  it('of the country has one more row for those who live nowhere known', async () => {
    const { rows, total } = await ask('coverage?by=region');
    expect(rows).toHaveLength(39);
    expect(rows.at(-1)).toMatchObject({
      region: null,
      name: null,
      part: 'unmapped',
      persons: 2,
      denominator: null,
    });
    expect(total).toEqual({ persons: 84, sumOfParts: 84, overlap: 0, unmapped: 2 });
  });

  it.each([
    [
      'segment',
      [
        ['BPU', 43],
        ['PU', 1],
      ],
      1,
    ],
    [
      'channel',
      [
        ['association', 31],
        ['bank', 12],
        ['employer', 1],
      ],
      1,
    ],
    [
      'channel-code',
      [
        ['BANK-1', 12],
        ['NPP-1', 1],
        ['PKL-MANAHAN', 31],
      ],
      1,
    ],
    [
      'programme',
      [
        ['JHT', 1],
        ['JKK', 43],
        ['JKM', 43],
      ],
      44,
    ],
    [
      'payer',
      [
        ['employer', 1],
        ['self', 43],
      ],
      1,
    ],
    [
      'occupation',
      [
        ['personal-and-household-services', 1],
        ['trade-and-food', 43],
      ],
      1,
    ],
  ])('by %s counts a person once in each part', async (by, parts, overlap) => {
    const { rows, total } = await ask(`coverage?region=33.72&by=${by}`);
    expect(persons({ rows } as CoverageView)).toEqual(parts);
    expect(total).toMatchObject({ persons: 43, overlap });
    if (by !== 'segment' && by !== 'occupation')
      expect(rows[0]).toMatchObject({ region: '33.72', denominator: null, target: null });
  });

  it('and filters hold for one and the same contribution', async () => {
    expect(persons(await ask('coverage?region=33.72&by=programme&segment=PU'))).toEqual([
      ['JHT', 1],
      ['JKK', 1],
      ['JKM', 1],
    ]);
    expect((await ask('coverage?region=33.72&segment=BPU&programme=JHT')).total.persons).toBe(0);
    expect((await ask('coverage?region=33.72&segment=PU&channel=bank,employer')).total.persons).toBe(1);
    expect((await ask('coverage?region=33.11&occupation=farming')).total.persons).toBe(4);
    expect(persons(await ask('coverage?region=33.72&by=channel-code&segment=PU'))).toEqual([['NPP-1', 1]]);
  });
});

describe('a set of regions', () => {
  it('is summed, each person once, in one row that is called by its codes', async () => {
    const { rows } = await ask('coverage?region=33.72,33.11,33.72.05');
    expect(rows).toEqual([expect.objectContaining({ region: '33.11,33.72,33.72.05', persons: 47 })]);
  });

  it('may be an area', async () => {
    const { rows } = await ask('coverage?region=area:SURAKARTA');
    expect(rows).toEqual([
      expect.objectContaining({ region: '33.11,33.72', name: 'Surakarta', persons: 47 }),
    ]);
  });
});

describe('what may not be asked', () => {
  it.each([
    ['coverage?region=99', 422],
    ['coverage?region=area:NOWHERE', 422],
    ['coverage?region=33.7', 400],
    ['coverage?measure=shielded', 400],
    ['coverage?denominator=no-such', 422],
    ['coverage?target=no-such', 422],
    ['coverage?asOf=2024-02-30', 400],
    ['coverage?by=village', 400],
    ['coverage?segment=XX', 400],
    ['coverage?graceMonths=4', 400],
    ['coverage?unheard=of', 400],
    ['coverage/series?region=33.72&from=2024-12-02&through=2024-12-01', 422],
    ['coverage/series?region=33.72&from=1900-01-01&through=2024-12-01', 422],
    ['coverage/series?region=33.72', 400],
  ])('%s is %d', async (path, status) => {
    expect(await statusOf(path)).toBe(status);
  });

  it('goes by the regions and roles of the token', async () => {
    const own = await reporting.tokens.of(['analyst'], ['33.72']);
    expect(await statusOf('coverage?region=33.72.05', { token: own })).toBe(200);
    expect(await statusOf('coverage?region=33.11', { token: own })).toBe(403);
    expect(await statusOf('coverage?region=33.72,33.11', { token: own })).toBe(403);
    expect(await statusOf('coverage', { token: own })).toBe(403);
    expect(await statusOf('coverage?region=33.72&by=segment', { token: reporting.planner })).toBe(403);
    expect(await statusOf('freshness', { token: reporting.planner })).toBe(403);
    expect(
      await statusOf('coverage/series?region=33.72&from=2024-12-01&through=2024-12-02', { token: null }),
    ).toBe(401);
    expect(await statusOf('stream?region=33.72', { token: null })).toBe(401);
  });

  it('has a rule for every route', () => {
    expect(findRoutesWithoutRule(reporting.app)).toEqual([]);
    expect(Object.keys(openApiOf(reporting.app, { title: 'reporting' }).paths)).toEqual(
      expect.arrayContaining([
        '/v1/coverage',
        '/v1/coverage/series',
        '/v1/stream',
        '/v1/proof',
        '/v1/benefits',
      ]),
    );
  });
});

describe('the public', () => {
  const seen = (path: string) => ask(path, { token: null });

  it.each([
    'coverage',
    'coverage?region=33',
    'coverage?region=33.72',
    'coverage?region=33.72.05',
    'coverage?region=33.72&by=region',
    'coverage?region=33.72&asOf=2024-12-17',
  ])('may ask %s', async (path) => {
    expect(await statusOf(path, { token: null })).toBe(200);
  });

  it.each([
    `coverage?region=${MANAHAN}`,
    'coverage?region=33.72.05&by=region',
    'coverage?region=33.72&asOf=2024-12-16',
    'coverage?region=33.72&knownOn=2024-12-17',
    'coverage?region=33.72&segment=BPU',
    'coverage?region=33.72&by=channel',
    'coverage?region=33.72,33.11',
    'coverage?region=area:SURAKARTA',
    'coverage?region=33.72&measure=registered',
    'coverage?region=33.72&target=solo-half',
    'coverage?region=33.72&target=solo-new-bpu',
  ])('needs a token for %s', async (path) => {
    expect(await statusOf(path, { token: null })).toBe(401);
  });

  it('sees neither fewer than ten persons nor what would tell how few they are', async () => {
    const { rows, total } = await seen('coverage?region=33&by=region');
    const of = (code: string) => rows.find(({ region }) => region === code)!;
    expect(of('33.11')).toMatchObject({
      persons: null,
      coverage: null,
      coverageText: null,
      gap: null,
      masked: true,
    });
    expect(of('33.14')).toMatchObject({ persons: null, masked: true }); // the smallest other: else 62 − 58 tells
    expect(of('33.01')).toMatchObject({ persons: null, masked: true });
    expect(of('33.72')).toMatchObject({ persons: 43, coverageText: '44,32%' });
    expect(total).toMatchObject({ persons: 62, sumOfParts: null, masked: true });
  });

  it('does not see by itself what is hidden among its siblings, nor anything within it', async () => {
    expect((await seen('coverage?region=33.14')).rows[0]).toMatchObject({ persons: null, masked: true });
    expect((await seen('coverage?region=33.14')).total).toMatchObject({ persons: null, sumOfParts: null });
    expect((await seen('coverage?region=33.14.01')).rows[0]).toMatchObject({ persons: null, masked: true });
    expect((await seen('coverage?region=33.72')).rows[0]).toMatchObject({ persons: 43 });
  });

  it('does not see how many joined lately, who may be few among many', async () => {
    await reporting.put('targets/central-java-new', {
      kind: 'new',
      value: 50,
      base: null,
      regions: ['33'],
      segment: null,
      from: '2024-12-01',
      through: '2024-12-31',
      publisher: 'BPJS',
      source: 'a press release',
    });
    const target = { id: 'central-java-new', version: 1, kind: 'new', value: 50 };
    const [row] = (await ask('coverage?region=33')).rows;
    expect(row).toMatchObject({ persons: 62, target: { ...target, needed: 45 } });
    const [shown] = (await seen('coverage?region=33')).rows;
    expect(shown).toMatchObject({ persons: 62, target: { ...target, needed: null } });
    const provinces = (await seen('coverage?by=region')).rows;
    expect(provinces.find(({ region }) => region === '33')!.target).toEqual({ ...target, needed: null });
    expect((await seen('coverage?region=33.72')).rows[0]!.target).toMatchObject({ needed: 6 });
  });

  it('does not see few persons without a region, in the rows or in the total', async () => {
    const { rows, total } = await seen('coverage?by=region');
    expect(rows.at(-1)).toMatchObject({ part: 'unmapped', persons: null, masked: true });
    expect(total).toMatchObject({ persons: 84, unmapped: null, masked: true });
    expect((await seen('coverage')).total).toMatchObject({ persons: 84, unmapped: null });
  });
});

describe('an answer', () => {
  it('can be had as CSV', async () => {
    const { text, headers } = await reporting.get('coverage?region=33.72&by=region', {
      headers: { accept: 'text/csv' },
    });
    const [head, first, ...rest] = text.trim().split('\r\n');
    expect(head!.split(',').slice(0, 7)).toEqual([
      'asOf',
      'knownOn',
      'measure',
      'region',
      'name',
      'part',
      'persons',
    ]);
    expect(first!.split(',').slice(0, 7)).toEqual([
      '2024-12-17',
      '',
      'active',
      '33.72.01',
      'Laweyan',
      '',
      '12',
    ]);
    expect(rest).toHaveLength(4);
    expect(headers['content-type']).toContain('text/csv');
  });

  it('is not sent again to who holds it, and is when a person was counted', async () => {
    const { headers } = await reporting.get('coverage?region=51');
    const held = { headers: { 'if-none-match': String(headers['etag']) } };
    expect(await statusOf('coverage?region=51', held)).toBe(304);
    expect(await statusOf('coverage?region=33', held)).toBe(200);
    await tell(traders(1, DENPASAR));
    expect(await statusOf('coverage?region=51', held)).toBe(200);
  });
});

describe('a series', () => {
  it('tells each day', async () => {
    const { points } = (await reporting.ask(
      'coverage/series?region=33.72&from=2024-11-30&through=2024-12-02',
    )) as { points: object[] };
    expect(points).toEqual([
      { on: '2024-11-30', persons: 0, coverage: 0 },
      { on: '2024-12-01', persons: 43, coverage: 43 / 90 },
      { on: '2024-12-02', persons: 43, coverage: 43 / 90 },
    ]);
  });

  it('can be had as CSV, and is not sent again to who holds it', async () => {
    const path = 'coverage/series?region=33.72&from=2024-11-30&through=2024-12-01';
    const csv = { accept: 'text/csv' };
    const { text, headers } = await reporting.get(path, { headers: csv });
    expect(headers['content-type']).toContain('text/csv');
    expect(text.trim().split('\r\n')).toEqual([
      'on,knownOn,measure,graceMonths,region,persons,coverage',
      '2024-11-30,,active,0,33.72,0,0',
      `2024-12-01,,active,0,33.72,43,${43 / 90}`,
    ]);
    const held = { 'if-none-match': String(headers['etag']) };
    expect(await statusOf(path, { headers: { ...csv, ...held } })).toBe(304);
    expect(await statusOf(path, { headers: held })).toBe(200); // JSON is another thing to hold
    const asJson = await reporting.get(path);
    const heldAsJson = { headers: { 'if-none-match': String(asJson.headers['etag']) } };
    expect(await statusOf(path, heldAsJson)).toBe(304);
    expect(await statusOf(path.replace('12-01', '12-02'), heldAsJson)).toBe(200);
  });

  it('tells the last day of each month, under filters', async () => {
    const path = 'coverage/series?region=33.72&from=2024-11-15&through=2025-01-03&step=month&segment=PU';
    const { points } = (await reporting.ask(path)) as { points: object[] };
    expect(points).toEqual([
      { on: '2024-11-30', persons: 0, coverage: null },
      { on: '2024-12-31', persons: 1, coverage: null },
      { on: '2025-01-31', persons: 0, coverage: null },
    ]);
  });
});

describe('what is published', () => {
  const published = () =>
    reporting.database.query<{ key: string; sequence: string; data: string }>(
      `select key, sequence, data from event where topic = 'reporting.coverage.v1' order by position`,
    );

  it('is each region whose figure changed, once', async () => {
    await reporting.publish();
    const first = await published();
    const solo = first.filter(({ key }) => key === '33.72');
    expect(solo).toHaveLength(1);
    const data = typeof solo[0]!.data === 'string' ? JSON.parse(solo[0]!.data) : solo[0]!.data;
    expect(data).toMatchObject({
      region: '33.72',
      persons: 43,
      measure: 'active',
      asOf: '2024-12-17',
      denominatorId: 'solo-working',
    });
    expect(new Set(first.map(({ key }) => key)).size).toBe(first.length);
    expect(first.map(({ key }) => key)).not.toContain('unmapped');
    await reporting.publish();
    expect(await published()).toHaveLength(first.length);
    await tell(traders(1, BARON));
    await reporting.publish();
    const later = (await published()).slice(first.length);
    expect(later.map(({ key, sequence }) => [key, sequence]).sort()).toEqual([
      ['33', '2'],
      ['33.72', '2'],
      ['33.72.01', '2'],
      [BARON, '2'],
      ['ID', '2'],
    ]);
  });

  it('is told again when what it is held against changes', async () => {
    const before = (await published()).length;
    await reporting.put('denominators/solo-working', {
      definition: 'penduduk bekerja',
      regions: ['33.72'],
      value: 100,
      asOf: '2024-12-17',
      source: 'espos-2024-12-18',
    });
    await reporting.publish();
    expect((await published()).slice(before).map(({ key }) => key)).toEqual(['33.72']);
  });
});

it('how long something read has waited to be added up is seen from beside', async () => {
  const places = new PostgresReadingPlaces(reporting.database, { ends: async () => [] }, 'reporting');
  const before = await places.addingUp();
  expect(before).toEqual({ version: expect.any(Number), waitingMs: 0 });
  await reporting.database.query(`
    insert into step_batch (measures, regions, scopes, signatures, effective_on, known_on, causes, persons, written_at)
    values ('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', clock_timestamp() - interval '75 seconds')`);
  const waiting = await places.addingUp();
  await reporting.database.query('delete from step_batch');
  expect(waiting.version).toBe(before.version);
  expect(waiting.waitingMs).toBeGreaterThanOrEqual(75_000);
  await tell(traders(1, BARON));
  expect((await places.addingUp()).version).toBeGreaterThan(before.version);
});
