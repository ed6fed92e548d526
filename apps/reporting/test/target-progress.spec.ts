import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/kernel';
import type { CoverageView } from '../src/inbound/http/coverage/coverage-view.js';
import type { ProgressView } from '../src/inbound/http/target-progress-view.js';
import { openCoverageApp, TODAY } from './coverage-app.js';
import { Membership } from './story.js';

type App = Awaited<ReturnType<typeof openCoverageApp>>;
let reporting: App;
const ask = (id: string, more = ''): Promise<ProgressView> => reporting.ask(`targets/${id}/progress${more}`);

const MANAHAN = '33.72.05.1011';
const WONOGIRI = '33.12.01.2001';
const BPU = {
  segment: 'BPU',
  from: '2024-01-01',
  through: '2024-12-31',
  publisher: 'branch',
  source: 'paper',
};

/** So many who registered and are covered from so many days before today on, for longer than anybody asks. */
const joinedBefore = (many: number, daysAgo: number, residence: string) =>
  Array.from({ length: many }, () => {
    const registeredOn = addDays(TODAY, -daysAgo);
    const membership = new Membership();
    return {
      registered: membership.registered(`${registeredOn}T03:00:00Z`, { residence, registeredOn }),
      paid: membership.paid(`${registeredOn}T04:00:00Z`, '2024-12', {
        from: registeredOn,
        through: '2025-12-31',
      }),
    };
  });

/** 20 before the four weeks; then 4, 3, 0 and 7 in the weeks of Solo and Wonogiri. */
beforeAll(async () => {
  reporting = await openCoverageApp();
  const people = [
    ...joinedBefore(20, 60, MANAHAN),
    ...joinedBefore(4, 22, MANAHAN),
    ...joinedBefore(3, 15, WONOGIRI),
    ...joinedBefore(7, 0, MANAHAN),
    ...joinedBefore(9, 3, '33.11.07.2003'),
  ];
  await reporting.tell(
    people.map(({ registered }) => registered),
    people.map(({ paid }) => paid),
  );
  const both = { ...BPU, regions: ['33.72', '33.12'] };
  await reporting.put('targets/both-stock', { ...both, kind: 'stock', value: 48 });
  await reporting.put('targets/both-new', { ...both, kind: 'new', value: 20, from: addDays(TODAY, -28) });
  await reporting.put('targets/solo-share', {
    ...BPU,
    kind: 'coverage',
    value: 0.5,
    base: 'angkatan kerja',
    regions: ['33.72'],
    segment: null,
  });
});
afterAll(() => reporting.close());

describe('GET /v1/targets/{id}/progress', () => {
  it('says how far a target over two regions is, and when it would be reached', async () => {
    expect(await ask('both-stock')).toEqual({
      asOf: TODAY,
      target: { id: 'both-stock', version: 1, kind: 'stock', value: 48 },
      denominatorId: null,
      reached: 34,
      needed: 14,
      daysLeft: 14,
      neededPerDay: 1,
      pacePerDay: 0.5,
      projectedOn: '2025-01-14',
      projectedBetween: { earliestOn: '2024-12-31', latestOn: null },
      warnings: [],
      freshness: expect.objectContaining({ recordedThrough: '2024-12-17T11:00:00.000+07:00', applied: 86 }),
    });
  });

  it('counts new ones by who joined in the period', async () => {
    expect(await ask('both-new')).toMatchObject({ reached: 14, needed: 6, projectedOn: '2024-12-29' });
  });

  it('takes a share of the denominator, and warns that it was stated of another', async () => {
    expect(await ask('solo-share')).toMatchObject({ reached: 31, needed: null, neededPerDay: null });
    await reporting.put('denominators/solo', {
      definition: 'penduduk bekerja',
      regions: ['33.72'],
      value: 75,
      asOf: '2024-12-01',
      source: 'paper',
    });
    expect(await ask('solo-share')).toMatchObject({
      denominatorId: 'solo',
      reached: 31,
      needed: 7,
      warnings: ['target-base-differs'],
    });
  });

  it('is asked of any day', async () => {
    expect(await ask('both-stock', '?asOf=2024-11-20')).toMatchObject({
      reached: 20,
      daysLeft: 41,
      pacePerDay: 0,
    });
  });

  it('agrees with the figure that is asked for by itself', async () => {
    const { rows }: CoverageView = await reporting.ask(
      'coverage?region=33.72,33.12&segment=BPU&target=both-stock',
    );
    expect((await ask('both-stock')).needed).toBe(rows[0]!.target!.needed);
  });

  it('is for analysts of all its regions, of targets that are there', async () => {
    const status = async (path: string, token?: string | null) =>
      (await reporting.get(path, token === undefined ? {} : { token })).status;
    expect(await status('targets/nobody/progress')).toBe(404);
    expect(await status('targets/both-stock/progress?asOf=2024-13-01')).toBe(400);
    expect(await status('targets/both-stock/progress', null)).toBe(401);
    expect(await status('targets/both-stock/progress', reporting.planner)).toBe(403);
    const solo = await reporting.tokens.of(['analyst'], ['33.72']);
    expect(await status('targets/both-stock/progress', solo)).toBe(403);
    expect(await status('targets/solo-share/progress', solo)).toBe(200);
  });
});
