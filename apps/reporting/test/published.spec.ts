import { randomUUID } from 'node:crypto';
import { benefitPaid } from '#libs/contracts';
import { batchOf, messageOf } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublishedView } from '../src/inbound/http/published-view.js';
import { CountBenefitsWhenClaimsMove } from '../src/use-cases/count-benefits-when-claims-move.js';
import { PublishedFigures } from '../src/use-cases/published-figures.js';
import { openCoverageApp } from './coverage-app.js';
import { Membership } from './story.js';

type App = Awaited<ReturnType<typeof openCoverageApp>>;
let reporting: App;
const ask = (id: string): Promise<PublishedView> => reporting.ask(`published/${id}`);

const MANAHAN = '33.72.05.1011';
const SRAGEN = '33.14.01.2001';

const members = (many: number, residence: string, registeredOn: string, month: string) =>
  Array.from({ length: many }, () => {
    const membership = new Membership();
    const at = `${registeredOn}T03:00:00Z`;
    return {
      registered: membership.registered(at, { residence, registeredOn, segment: 'BPU' }),
      paid: membership.paid(at, month),
    };
  });

const benefit = (amount: number, paidAt: string) =>
  messageOf(benefitPaid, {
    claimId: randomUUID(),
    personId: randomUUID(),
    disbursementId: randomUUID(),
    residence: MANAHAN,
    amount,
    paidAt,
  });

/** Three in Solo who are covered in December 2024, five in Sragen since October 2022 who paid that month alone. */
beforeAll(async () => {
  reporting = await openCoverageApp();
  const people = [
    ...members(3, MANAHAN, '2024-12-01', '2024-12'),
    ...members(5, SRAGEN, '2022-10-01', '2022-10'),
  ];
  await reporting.tell(
    people.map(({ registered }) => registered),
    people.map(({ paid }) => paid),
  );
  await reporting.app
    .get(CountBenefitsWhenClaimsMove)
    .handle(batchOf(benefit(1_000_000, '2023-06-01T03:00:00Z'), benefit(250_000, '2024-11-28T03:00:00Z')));
  const runner = new Membership();
  const channel = { kind: 'event', code: 'EVENT-FUN-RUN-2015', campaign: 'FUN-RUN-2015-31.71' } as const;
  const joined = { registeredOn: '2015-11-20', residence: '31.71.01.1001', channel: { ...channel } };
  await reporting.tell([runner.registered('2015-11-20T03:00:00Z', joined)]);
  const run = { channel: 'event', channelCode: channel.code, from: '2015-11-14', through: '2015-12-13' };
  await reporting.put('campaigns/FUN-RUN-2015-31.71', { ...run, regions: ['31.71'], reached: 1_450 });
  await reporting.put('campaigns/RUN-2016', { ...run, from: '2016-01-01', through: null, reached: 9_000 });
  await reporting.put('denominators/solo-working-population-2024', {
    definition: 'penduduk bekerja',
    regions: ['33.72'],
    value: 227_164,
    asOf: '2024-12-17',
    source: 'espos-2024-12-18',
  });
});
afterAll(() => reporting.close());

type Expected = readonly [
  id: string,
  printed: string | number,
  ours: string | number | null,
  reason: string | null,
  recomputed: string | number | null,
];

const EXPECTED: readonly Expected[] = [
  ['solo-informal-2014', 6_000, null, 'no-events', null],
  ['solo-informal-2014-target', 28_000, null, 'not-from-events', null],
  ['solo-umkm-potential-2014', 30_000, null, 'not-from-events', null],
  ['sukoharjo-umkm-potential-2014', 27_000, null, 'not-from-events', null],
  ['national-informal-2015', 80_000_000, null, 'not-from-events', '66,66%'],
  ['aggregators-2015', 11, null, 'no-events', null],
  ['fun-run-2015', 16_000, 1_450, null, null],
  ['branch-informal-2022', 55_678, 5, null, null],
  ['national-active-2022', 35_600_000, null, 'no-events', null],
  ['national-active-bpu-2022', 4_600_000, null, 'no-events', null],
  ['national-active-target-2026', 70_000_000, null, 'not-from-events', null],
  ['solo-wonogiri-bpu-target-2024', 83_000, null, 'not-from-events', null],
  ['solo-bpu-target-2024', 63_000, null, 'not-from-events', null],
  ['solo-wonogiri-pu-target-2024', 58_938, null, 'not-from-events', null],
  ['three-kabupaten-coverage-2023', '30%', null, 'no-events', null],
  ['solo-members-nik-2024', 100_512, 3, null, null],
  ['solo-working-population-2024', 227_164, null, 'not-from-events', null],
  ['solo-gap-2024', 126_652, 227_161, null, 126_652],
  ['solo-coverage-2024', '44,24%', '0,00%', null, '44,24%'],
  ['solo-coverage-target-2024', 0.5, null, 'not-from-events', null],
  ['solo-benefits-2023', 70_280_000_000, 1_000_000, null, null],
  ['solo-benefits-2024', 71_750_000_000, 250_000, null, null],
];

describe('GET /v1/published/{id}', () => {
  it('knows every printed figure, and each has its expected answer here', () => {
    const ids = reporting.app
      .get(PublishedFigures)
      .all()
      .map(({ id }) => id);
    expect(EXPECTED.map(([id]) => id)).toEqual(ids);
  });

  it.each(EXPECTED)('%s is printed as %s, ours is %s (%s)', async (id, printed, ours, reason, recomputed) => {
    const answer = await ask(id);
    expect(answer).toMatchObject({ id, printed, ours, reason, recomputed });
    expect(answer.explanation === null).toBe(reason === null);
    const { paper, publishedOn, title } = answer.article;
    expect([paper.length > 0, title.length > 0]).toEqual([true, true]);
    expect(answer.source.endsWith(publishedOn)).toBe(true);
    if (typeof ours === 'number') expect(answer.difference).toBe(ours - Number(printed));
    if (ours === null) expect(answer.difference).toBeNull();
  });

  it('sets what was printed along with a run beside what came of it, and nothing beside other figures', async () => {
    expect((await ask('fun-run-2015')).alongside).toEqual([
      { what: 'cities', printed: 11, ours: 1 },
      { what: 'new-members-per-city', printed: 200, ours: 1 },
    ]);
    expect((await ask('solo-coverage-2024')).alongside).toEqual([]);
  });

  it('shows the share that a paper printed beside the one that follows from its numbers', async () => {
    const { printedShare, recomputed } = await ask('national-informal-2015');
    expect([printedShare, recomputed]).toEqual(['75%', '66,66%']);
    expect(await ask('solo-coverage-2024')).toMatchObject({ difference: -44.24, source: 'espos-2024-12-18' });
  });

  it('says when nobody has stated of how many people a share is taken', async () => {
    const late = members(2, SRAGEN, '2023-12-01', '2023-12');
    await reporting.tell(
      late.map(({ registered }) => registered),
      late.map(({ paid }) => paid),
    );
    expect(await ask('three-kabupaten-coverage-2023')).toMatchObject({
      ours: null,
      reason: 'denominator-missing',
    });
  });

  it('lists what there is, in the order of the papers, as far as the regions of the asker go', async () => {
    type Listed = { items: { id: string; source: string; region: string }[] };
    const { items }: Listed = await reporting.ask('published');
    expect(items.map(({ id }) => id)).toEqual(EXPECTED.map(([id]) => id));
    expect(items[0]).toMatchObject({
      source: 'solopos-2014-08-26',
      article: { paper: 'Solopos', publishedOn: '2014-08-26' },
      region: '33.72,33.11,33.12,33.13,33.14',
      segment: 'BPU',
      measure: 'members',
      asOf: '2014-08-25',
      targetKind: null,
    });
    const stated = (id: string) => items.find((item) => item.id === id);
    expect(stated('solo-coverage-target-2024')).toMatchObject({
      targetKind: 'coverage',
      from: '2024-01-01',
      through: '2024-12-31',
      asOf: null,
      segment: null,
    });
    expect(stated('national-informal-2015')).toMatchObject({ definition: 'pekerja sektor informal' });
    const token = await reporting.tokens.of(['analyst'], ['33.72']);
    const own: Listed = await reporting.ask('published', { token });
    expect(own.items.length).toBeGreaterThan(3);
    expect(new Set(own.items.map(({ region }) => region))).toEqual(new Set(['33.72']));
    expect((await reporting.get('published', { token: null })).status).toBe(401);
  });

  it('is for analysts of all its regions', async () => {
    const status = async (id: string, token?: string | null) =>
      (await reporting.get(`published/${id}`, token === undefined ? {} : { token })).status;
    expect(await status('nothing')).toBe(404);
    expect(await status('solo-gap-2024', null)).toBe(401);
    const solo = await reporting.tokens.of(['analyst'], ['33.72']);
    expect(await status('solo-gap-2024', solo)).toBe(200);
    expect(await status('branch-informal-2022', solo)).toBe(403);
  });
});
