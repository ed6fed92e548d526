import { deepStrictEqual } from 'node:assert';
import { connectKafka } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { Story } from '../sample/story.js';
import { timetableOf } from '../sample/timetable.js';
import { verifyBookkeeping } from '../simulator/bookkeeping.js';
import { askEach } from '../cli/stack-in.js';
import { leaveEvidence } from './kit/evidence.js';
import { benefitBooks, benefitsIn, benefitsReported, sumOf } from './kit/benefit-books.js';
import { publishedAsPrinted, soloAsPrinted, type Ask } from './kit/printed-figures.js';
import { System } from './kit/system.js';

const SEED = 7;
const LOADED_MS = 20 * 60_000;
const SOLO_CODE = '33.72';
/** The periods of which newspapers printed what was paid in Solo. */
const PRINTED = {
  2023: { from: '2023-01-01', through: '2023-12-31' },
  2024: { from: '2024-01-01', through: '2024-11-28' },
};

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
  const ask: Ask = (path) => system.ask('reporting', path);
  const solo = await soloAsPrinted(ask, LOADED_MS);
  const loadedSeconds = seconds(begunAtMs);
  const paid2024 = () => benefitsIn(system, SOLO_CODE, PRINTED[2024]);
  await eventually(async () => (await paid2024()) >= 71_750_000_000, 60_000);
  const benefits = await benefitsOf(system);
  deepStrictEqual(benefits, { 2023: 70_280_000_000, 2024: 71_750_000_000 });
  const books = await booksOf(system);
  deepStrictEqual(books.balanced, true);
  const ledger = await system.ask<{ balanced: boolean }>('contribution', '/v1/ledger/proof', 'officer');
  deepStrictEqual(ledger.balanced, true);
  const published = await publishedAsPrinted(ask);
  return { readySeconds, loadedSeconds, solo, benefits, published, books, ledger };
};

const begunAtMs = performance.now();
const system = await System.start([]);
try {
  leaveEvidence('sample', SEED, await check(system, begunAtMs));
} finally {
  await system.remove();
}
