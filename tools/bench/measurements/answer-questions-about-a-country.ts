import { setTimeout as sleep } from 'node:timers/promises';
import { membersOn, type Terms } from '../inputs/cohorts.js';
import { FILL } from '../inputs/fill-cells.js';
import { allVillages } from '../inputs/places.js';
import { questionsAbout, type Question } from '../inputs/questions.js';
import type { Proof } from '../report/results.js';
import { median, quantile, rounded } from '../report/statistics.js';
import { onRig, type Rig, type Running } from '../rig/rig.js';
import { peakMbOf } from '../rig/usage.js';
import { AskFigures, PER_SECOND, type Answered } from './ask-figures.js';
import { counted } from './proofs.js';
import type { Measurement } from './wish.js';

const DATABASE = 'reporting';
const PERSONS_IN_A_VILLAGE = 864;
const SECONDS = 60;
const LAST_DAY = '2025-12-31';
const PROVED: readonly (readonly [region: string, day: string])[] = [
  ['ID', LAST_DAY],
  ['ID', '2025-03-17'],
  ['33', '2025-06-30'],
  ['33.72', '2025-12-17'],
  ['33.72.05', '2025-12-17'],
  ['33.72.05.1001', '2025-08-08'],
];

/** What is asked about some of them only, and who they are. */
const FILTERED: readonly (readonly [filter: string, counts: (terms: Terms) => boolean])[] = [
  ['occupation=trade-and-food', ({ occupation }) => occupation === 'trade-and-food'],
  ['segment=BPU&channel=bank', ({ segment, channel }) => segment === 'BPU' && channel === 'bank'],
];

/** Tables as the service makes them; what a day begins with is over before there are rows. */
const filled = async (rig: Rig, villages: readonly string[]): Promise<void> => {
  const empty = await rig.start('reporting', await rig.databases.create(DATABASE));
  await empty.ready;
  await empty.stop();
  const [first, ...more] = FILL;
  await rig.databases.query(DATABASE, first, [villages]);
  for (const statement of more) await rig.databases.query(DATABASE, statement);
};

const answered = async ({ url }: Running, token: string, query: string): Promise<number> => {
  const answer = await fetch(`${url}/v1/coverage?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { rows } = (await answer.json()) as { rows: readonly { persons: number }[] };
  return rows[0]?.persons ?? -1;
};

/** What is known now, and what was known on the last day: both are told from tables of their own. */
const proofsOf = async (running: Running, token: string, villages: readonly string[]): Promise<Proof[]> => {
  const found: Proof[] = [];
  for (const [region, day] of PROVED) {
    const expected = membersOn(villages, region, day);
    for (const known of ['', '&knownOn=2026-06-30']) {
      const query = `region=${region}&asOf=${day}${known}`;
      found.push(
        counted(`the active of ${region} on ${day}${known}`, expected, await answered(running, token, query)),
      );
    }
  }
  for (const [filter, counts] of FILTERED) {
    const query = `region=33.72&asOf=${LAST_DAY}&${filter}`;
    const expected = membersOn(villages, '33.72', LAST_DAY, counts);
    found.push(counted(`the active of ${query}`, expected, await answered(running, token, query)));
  }
  return found;
};

const ROWS = `
  select (select count(*) from coverage_cell)::float8 as cells, (select count(*) from coverage_day)::float8 as days,
         (select count(*) from coverage_month)::float8 as months`;

/** Each kind's median and p99 in ms, the slowest first. */
const byKind = (kinds: ReadonlyMap<string, string>, answers: readonly Answered[]): string =>
  [...Map.groupBy(answers, ({ address }) => kinds.get(address)!)]
    .map(([what, its]) => ({ what, took: its.map(({ tookMs }) => tookMs) }))
    .sort((a, b) => median(b.took) - median(a.took))
    .map(({ what, took }) => `${what} ${rounded(median(took))} (${rounded(quantile(0.99, took))})`)
    .join('; ');

/** Asks for a while, a question at a time and whatever becomes of those before. */
const ask = async (running: Running, token: string, questions: readonly Question[], seconds: number) => {
  const kinds = new Map(questions.map(({ what, query }) => [`${running.url}/v1/coverage?${query}`, what]));
  const asking = new AskFigures([...kinds.keys()], token);
  await sleep(seconds * 1_000);
  await asking.stop();
  return { took: asking.answers.map(({ tookMs }) => tookMs), told: byKind(kinds, asking.answers) };
};

/** How long answers take when everybody of the country is a member, in each of its villages. */
export const answerQuestionsAboutACountry: Measurement = ({ seed, events, seconds = SECONDS, say }) =>
  onRig(say, async (rig) => {
    const villages = allVillages().slice(0, events === undefined ? undefined : events / PERSONS_IN_A_VILLAGE);
    await filled(rig, villages);
    const rows = await rig.databases.one<{ cells: number; days: number; months: number }>(DATABASE, ROWS);
    say(`${rows.cells} cells, ${rows.days} rows of days and ${rows.months} of months are there`);
    await rig.quiet();
    const running = await rig.start('reporting', rig.databases.urlOf(DATABASE));
    await running.ready;
    const token = await rig.issuer.token({ role: 'analyst' });
    const questions = questionsAbout(villages, seed, seconds * PER_SECOND);
    const { took, told } = await ask(running, token, questions, seconds);
    const peakMb = rounded(peakMbOf(running.pid()));
    const proofs = await proofsOf(running, token, villages);
    await running.stop();
    return {
      name: 'queries',
      conditions: [
        `${membersOn(villages, 'ID', LAST_DAY)} persons in ${villages.length} villages who joined within a year and pay each month, one village in five late: ${rows.cells} cells of what was known when, ${rows.days} rows of days, ${rows.months} of months. They are written by SQL, not told by events.`,
        `${took.length} questions, no two alike, ${PER_SECOND} a second in an open loop, about places and days all over country and year, from the instant at which each is due. The first of them find nothing in the service, and little in the database's memory.`,
        `Median (and p99) in ms by kind of question: ${told}.`,
      ],
      figures: {
        'queries.p50': [quantile(0.5, took)],
        'queries.p99': [quantile(0.99, took)],
        'queries.peak': [peakMb],
      },
      proofs,
      costs: [],
    };
  });
