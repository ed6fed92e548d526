import { deepStrictEqual } from 'node:assert';
import { connectKafka } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { Story } from '../sample/story.js';
import { timetableOf } from '../sample/timetable.js';
import { verifyBookkeeping } from '../simulator/bookkeeping.js';
import { expectedFigures } from '../simulator/expected.js';
import { askEach } from '../cli/stack-in.js';
import { leaveEvidence } from './kit/evidence.js';
import { benefitBooks, benefitsIn, benefitsReported, sumOf } from './kit/benefit-books.js';
import { System } from './kit/system.js';

const SEED = 7;
const LOADED_MS = 20 * 60_000;
const SOLO_CODE = '33.72';
const SOLO = `/v1/coverage?region=${SOLO_CODE}&asOf=2024-12-17`;
/** The periods of which newspapers printed what was paid in Solo. */
const PRINTED = {
  2023: { from: '2023-01-01', through: '2023-12-31' },
  2024: { from: '2024-01-01', through: '2024-11-28' },
};

interface Row {
  region: string;
  persons: number;
  coverageText: string;
  gap: number;
  target: { needed: number } | null;
  warnings?: string[];
}
interface Coverage {
  rows: Row[];
  total: { persons: number };
}

const seconds = (sinceMs: number) => Math.round((performance.now() - sinceMs) / 100) / 10;

const booksOf = async (system: System) => {
  const plan = new Story({ seed: SEED, scale: 1 });
  const parked = await askEach<{ count: number }>(system.stack, 'select count(*)::int from parked_message');
  const parkedCount = parked.reduce((sum, { count }) => sum + count, 0);
  const kafka = connectKafka({ brokers: system.stack.kafka, clientId: 'cakupan-check' });
  try {
    return await verifyBookkeeping(kafka, { plan, timetable: timetableOf(plan) }, parkedCount);
  } finally {
    await kafka.close();
  }
};

/** What the printed figures, put into one object, have to be. */
const checkSolo = ({ rows: [solo] }: Coverage, districts: Coverage): void => {
  const { persons, coverageText, gap, target, warnings } = solo!;
  deepStrictEqual(
    { persons, coverageText, gap, needed: target?.needed, warnings },
    {
      persons: 100_512,
      coverageText: '44,24%',
      gap: 126_652,
      needed: 13_070,
      warnings: ['target-base-differs'],
    },
  );
  const found = Object.fromEntries(districts.rows.map(({ region, persons }) => [region, persons]));
  deepStrictEqual(found, expectedFigures(1).byKecamatan);
};

/** Of each printed period: that reporting has what the claims service's books have, and what both come to. */
const benefitsOf = async (system: System): Promise<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const [year, period] of Object.entries(PRINTED)) {
    const books = await benefitBooks(system, period);
    const regions = books.map(({ region }) => region);
    deepStrictEqual(await benefitsReported(system, regions, period), books);
    sums[year] = await benefitsIn(system, SOLO_CODE, period);
    deepStrictEqual(sums[year], sumOf(books));
  }
  return sums;
};

/** Loads the whole story into a fresh system, and holds what it leads to against what was printed. */
const check = async (system: System, begunAtMs: number): Promise<object> => {
  const readySeconds = seconds(begunAtMs);
  await system.loaded(LOADED_MS);
  const solo = await eventually(async () => {
    const answer = await system.ask<Coverage>('reporting', SOLO);
    return answer.total.persons === 100_512 && answer;
  }, LOADED_MS);
  const loadedSeconds = seconds(begunAtMs);
  checkSolo(solo, await system.ask<Coverage>('reporting', `${SOLO}&by=region`));
  const paid2024 = () => benefitsIn(system, SOLO_CODE, PRINTED[2024]);
  await eventually(async () => (await paid2024()) >= 71_750_000_000, 60_000);
  const benefits = await benefitsOf(system);
  deepStrictEqual(benefits, { 2023: 70_280_000_000, 2024: 71_750_000_000 });
  const books = await booksOf(system);
  deepStrictEqual(books.balanced, true);
  const ledger = await system.ask<{ balanced: boolean }>('contribution', '/v1/ledger/proof', 'officer');
  deepStrictEqual(ledger.balanced, true);
  return { readySeconds, loadedSeconds, solo: solo.rows[0], benefits, books, ledger };
};

const begunAtMs = performance.now();
const system = await System.start([]);
try {
  leaveEvidence('sample', SEED, await check(system, begunAtMs));
} finally {
  await system.remove();
}
