import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectKafka } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { INFORMAL_2014, INFORMAL_2022 } from '../../tools/sample/informal.js';
import { scaled } from '../../tools/sample/scale.js';
import { Story } from '../../tools/sample/story.js';
import { timetableOf } from '../../tools/sample/timetable.js';
import { verifyBookkeeping } from '../../tools/simulator/bookkeeping.js';
import { expectedFigures, removablePayment } from '../../tools/simulator/expected.js';
import { askEach } from '../../tools/cli/stack-in.js';
import { identify, stillRuns } from '../../tools/stack/processes/identity.js';
import {
  benefitBooks,
  benefitsIn,
  benefitsReported,
  sumOf,
  type Period,
} from '../../tools/long/kit/benefit-books.js';
import { System } from '../../tools/long/kit/system.js';
import { examplesOfApi, faultsBy, isJson, type Api } from './api-examples.js';
import { tellLater } from './told-later.js';

const SCALE = 0.01;
const LOADED_MS = 120_000;

interface Changes {
  before: number;
  after: number;
  difference: number;
  changes: { gained: number; lost: number; persons: number }[];
}
interface Coverage {
  rows: { region: string | null; persons: number; coverageText: string | null; gap: number | null }[];
  total: { persons: number; sumOfParts: number; unmapped: number };
}

/** The periods of which newspapers printed what was paid. */
const PRINTED: readonly Period[] = [
  { from: '2023-01-01', through: '2023-12-31' },
  { from: '2024-01-01', through: '2024-11-28' },
];

const SOLO = '/v1/coverage?region=33.72&asOf=2024-12-17';
const expected = expectedFigures(SCALE);

describe('the story of Solo, told by one person in a hundred', () => {
  let system: System;
  const covered = async (of: System) => (await of.ask<Coverage>('reporting', SOLO)).total.persons;

  beforeAll(async () => {
    system = await System.start(['--scale', String(SCALE)]);
    await system.loaded(LOADED_MS);
    await eventually(async () => (await covered(system)) === expected.activePersons, 30_000);
  }, LOADED_MS * 2);
  afterAll(() => system.remove(), 30_000);

  it('leads to the figure that its cohorts say, in districts that add up', async () => {
    const { rows, total } = await system.ask<Coverage>('reporting', `${SOLO}&by=region`);
    expect(rows.map(({ region, persons }) => [region, persons])).toEqual(
      Object.entries(expected.byKecamatan).toSorted(),
    );
    expect(total).toMatchObject({ persons: expected.activePersons, sumOfParts: expected.activePersons });
  });

  it('counts who is in both segments once, and says so', async () => {
    const { total } = await system.ask<Coverage & { total: { overlap: number } }>(
      'reporting',
      `${SOLO}&by=segment`,
    );
    expect(total.overlap).toBe(expected.bySegment.overlap);
    expect(total.overlap).toBeGreaterThan(0);
  });

  it.each(['2024-06-30', '2024-11-30', '2024-12-10', '2024-12-17'])(
    'is known of its day now as it was on %s and by what changed since, in the city and in each district',
    async (knownOn) => {
      const knownThen = await system.ask<Coverage>('reporting', `${SOLO}&by=region&knownOn=${knownOn}`);
      const knownNow = await system.ask<Coverage>('reporting', `${SOLO}&by=region`);
      const now = new Map(knownNow.rows.map(({ region, persons }) => [region, persons]));
      const then = new Map(knownThen.rows.map(({ region, persons }) => [region, persons]));
      const asked: [string, number, number][] = Object.keys(expected.byKecamatan).map((region) => [
        region,
        then.get(region) ?? 0,
        now.get(region) ?? 0,
      ]);
      for (const [region, before, after] of [
        ['33.72', knownThen.total.persons, expected.activePersons] as const,
        ...asked,
      ]) {
        const path = `/v1/coverage/changes?region=${region}&asOf=2024-12-17&sinceKnownOn=${knownOn}`;
        const told = await system.ask<Changes>('reporting', path);
        expect(told).toMatchObject({ before, after, difference: after - before });
        expect(told.changes.reduce((sum, { persons }) => sum + persons, 0)).toBe(after - before);
      }
      const isOver = knownOn === '2024-12-17'; // the story ends on this day
      expect(knownThen.total.persons === expected.activePersons).toBe(isOver);
    },
  );

  it.each([
    ['solo-informal-2014', scaled(INFORMAL_2014, SCALE)],
    ['branch-informal-2022', scaled(INFORMAL_2022, SCALE)],
    ['solo-members-nik-2024', expected.activePersons],
  ])('comes to its part of what was printed: %s, %d', async (id, ours) => {
    expect(await system.ask<{ ours: number }>('reporting', `/v1/published/${id}`)).toMatchObject({ ours });
  });

  it('pays the benefits that were published, to the rupiah', async () => {
    const both = () => Promise.all(PRINTED.map((period) => benefitsIn(system, '33.72', period)));
    const printed = [expected.benefitsRupiah['2023'], expected.benefitsRupiah['2024']];
    await eventually(async () => String(await both()) === String(printed), 30_000); // the last claim may still be on its way
    expect(await both()).toEqual(printed);
  });

  it.each([...PRINTED, { from: '2024-11-29', through: '2024-12-17' }])(
    'has the books of the claims service in its figures, by village and programme, $from to $through',
    async (period) => {
      const books = await benefitBooks(system, period);
      const regions = books.map(({ region }) => region);
      expect(sumOf(books)).toBeGreaterThan(0);
      await eventually(async () => (await benefitsIn(system, 'ID', period)) === sumOf(books), 30_000);
      expect(await benefitsReported(system, regions, period)).toEqual(books);
      for (const all of ['33.72', 'ID']) expect(await benefitsIn(system, all, period)).toBe(sumOf(books));
    },
  );

  it('pays nothing that no rule computed, but for lost work', async () => {
    const entered = await askEach<{ programme: string }>(
      { ...system.stack, postgres: { claims: system.stack.postgres['claims']! } },
      `select distinct programme from claim, json_array_elements(decision -> 'calculation') as line
        where line ->> 'rule' = 'Entered by the adjuster'`,
    );
    expect(entered.map(({ programme }) => programme)).toEqual(['JKP']);
  });

  it('loses no input: each was accepted, refused, unmatched or parked', async () => {
    const plan = new Story({ seed: 7, scale: SCALE });
    const kafka = connectKafka({ brokers: system.stack.kafka, clientId: 'cakupan-e2e' });
    const counts = await askEach<{ parked: number }>(
      system.stack,
      'select count(*)::int as parked from parked_message',
    );
    const parked = counts.reduce((sum, one) => sum + one.parked, 0);
    const books = await verifyBookkeeping(kafka, { plan, timetable: timetableOf(plan) }, parked);
    await kafka.close();
    expect(books).toMatchObject({ balanced: true, parked: 0 });
    expect(books.refused).toBeGreaterThan(0);
    expect(books.unmatched).toBeGreaterThan(0);
  });

  it('balances its ledger', async () => {
    const proof = await system.ask<{ debits: number; credits: number; balanced: boolean }>(
      'contribution',
      '/v1/ledger/proof',
      'officer',
    );
    expect(proof).toMatchObject({ balanced: true, credits: proof.debits });
    expect(proof.debits).toBeGreaterThan(0);
  });

  it('answers the examples of its OpenAPI document, with all that is promised there', async () => {
    const api = await system.ask<Api>('reporting', '/openapi.json');
    const examples = examplesOfApi(api, ['/v1/rebuilds/{id}', '/v1/parked/{id}']);
    expect(examples.length).toBeGreaterThan(15);
    const faults = faultsBy(api);
    for (const { path, url } of examples) {
      const role = /^\/v1\/(rebuilds|parked)/.test(path) ? 'operator' : 'analyst';
      const response = await fetch(`${system.stack.services.reporting}${url}`, {
        headers: { authorization: `Bearer ${await system.token(role)}` },
      });
      expect([url, response.status]).toEqual([url, 200]);
      if (isJson(api, path)) expect([url, faults(path, await response.json())]).toEqual([url, '']);
      else await response.body!.cancel(); // events without an end
    }
  });

  it('goes on with the same data after Ctrl-C, which leaves nothing behind', async () => {
    const started = Object.values(system.stack.pids).flatMap((pid) => identify(pid) ?? []);
    expect(started.length).toBeGreaterThanOrEqual(6);
    expect(await system.stop()).toBeLessThan(15_000);
    expect(started.filter(stillRuns)).toEqual([]);
    const again = await System.start([], system);
    expect(again.stack.sample).toBe('loaded');
    expect(await covered(again)).toBe(expected.activePersons);
    await again.stop();
  }, 120_000);

  it('is known of 17 December as it was known that day, and otherwise by what was told after it', async () => {
    const again = await System.start([], system);
    try {
      const reversed = removablePayment(new Story({ seed: 7, scale: SCALE }));
      await tellLater(again, { reversed, late: 2, recordedAt: '2024-12-20T03:00:00.000Z' });
      const [before, after] = [expected.activePersons, expected.activePersons + 1];
      await eventually(async () => (await covered(again)) === after, 30_000);
      const knownOn = (day: string) => again.ask<Coverage>('reporting', `${SOLO}&knownOn=${day}`);
      expect((await knownOn('2024-12-17')).total.persons).toBe(before);
      expect((await knownOn('2024-12-20')).total.persons).toBe(after);
      const path = '/v1/coverage/changes?region=33.72&asOf=2024-12-17&sinceKnownOn=2024-12-17';
      const told = await again.ask<Changes>('reporting', path);
      expect(told).toMatchObject({ before, after, difference: 1 });
      expect(told.changes.filter(({ persons }) => persons !== 0)).toEqual([
        { cause: 'paid-late', gained: 2, lost: 0, persons: 2 },
        { cause: 'reversed', gained: 0, lost: 1, persons: -1 },
      ]);
    } finally {
      await again.stop();
    }
  }, 120_000);

  it(
    'is one person less without one payment that counts',
    async () => {
      const story = new Story({ seed: 7, scale: SCALE });
      const { gateway, paymentId } = removablePayment(story);
      const without = await System.start(['--scale', String(SCALE), '--without', `${gateway}/${paymentId}`]);
      try {
        await without.loaded(LOADED_MS);
        await eventually(async () => (await covered(without)) === expected.activePersons - 1, 30_000);
      } finally {
        await without.remove();
      }
    },
    LOADED_MS * 2,
  );
});
