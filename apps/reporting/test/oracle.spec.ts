import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { batchOf } from '#libs/testing';
import type { CoverageView } from '../src/inbound/http/coverage/coverage-view.js';
import { CountCoverageWhenFactsArrive } from '../src/use-cases/count-coverage-when-facts-arrive.js';
import { openCoverageApp } from './coverage-app.js';
import { history } from './oracle/histories.js';
import { messagesOf, personOf, type Person } from './oracle/messages.js';
import { FILTERS, literally, pathOf, queries, type Counts, type Query } from './oracle/queries.js';

type App = Awaited<ReturnType<typeof openCoverageApp>>;
let reporting: App;
beforeAll(async () => void (reporting = await openCoverageApp()));
afterAll(() => reporting.close());

/** `npm run test:long -- oracle` asks for 200; a test run has no time for so many. */
const HISTORIES = Number(process.env['CAKUPAN_ORACLE_HISTORIES'] ?? 4);
/** Another one every day; the one of a failed run is asked for to see it again. */
const SEED = Number(process.env['CAKUPAN_ORACLE_SEED'] ?? Math.floor(Date.now() / 86_400_000));
const RESULTS = process.env['CAKUPAN_ORACLE_RESULTS'];
/** Enough that most questions find somebody, few enough to read each one literally. */
const PERSONS = 24;
const BATCH = 9;

const TABLES =
  'person_state, step_batch, coverage_cell, coverage_day, coverage_month, reading, changed_region';

/** A history of a few persons, as it comes: out of order, in batches, and with every third event a second time. */
const tell = async (people: readonly Person[], shuffle: number): Promise<void> => {
  await reporting.database.query(`truncate ${TABLES}`);
  const count = reporting.app.get(CountCoverageWhenFactsArrive);
  const inTurn = people.map(messagesOf);
  const members = inTurn.flatMap((each) => each.members);
  const contributions = inTurn.flatMap((each) => each.contributions);
  const [first, second] = shuffle % 2 === 0 ? [members, contributions] : [contributions, members];
  for (const messages of [first, second]) {
    for (let at = 0; at < messages.length; at += BATCH) {
      const batch = messages.slice(at, at + BATCH);
      const again = batch.filter((_, place) => (place + shuffle) % 3 === 0);
      const all = batchOf(...batch, ...again) as never;
      await (messages === members ? count.members(all) : count.contributions(all));
    }
  }
  await reporting.tell([]); // until all of it is in the figures
};

const answerTo = async (query: Query): Promise<Counts> => {
  const { rows, total }: CoverageView = await reporting.ask(pathOf(query));
  const nameOf = ({ part, region }: (typeof rows)[number]) =>
    part ?? (query.by === null ? '' : String(region));
  const counted = rows.map((row) => [nameOf(row), row.persons!] as const);
  return {
    persons: total.persons!,
    parts: Object.fromEntries(counted.filter(([, persons]) => persons > 0)),
  };
};

describe('the figures over HTTP', () => {
  it(
    'are what the definitions say, for random histories and questions',
    async () => {
      const histories = fc.sample(fc.array(history, { minLength: PERSONS, maxLength: PERSONS }), {
        seed: SEED,
        numRuns: HISTORIES,
      });
      const asked = fc.sample(queries, { seed: SEED, numRuns: HISTORIES });
      const tally = new Map<string, number>();
      let [questions, withSomebody] = [0, 0];
      for (const [place, told] of histories.entries()) {
        const people = told.map(personOf);
        await tell(people, place);
        for (const query of asked[place]!) {
          const expected = literally(people, query);
          const where = `seed ${SEED}, history ${place}: ${pathOf(query)}`;
          expect({ where, ...(await answerTo(query)) }).toEqual({ where, ...expected });
          const kind = `${query.measure} by ${query.by ?? 'none'}, filtered by ${query.kind}`;
          tally.set(kind, (tally.get(kind) ?? 0) + 1);
          questions += 1;
          if (expected.persons > 0) withSomebody += 1;
        }
      }
      expect(tally.size).toBe(3 * 8 * FILTERS.length);
      expect(Math.min(...tally.values())).toBe(HISTORIES);
      expect(withSomebody / questions).toBeGreaterThanOrEqual(0.7);
      const figures = { histories: HISTORIES, persons: PERSONS * HISTORIES, questions, withSomebody };
      if (RESULTS)
        await writeFile(RESULTS, JSON.stringify({ seed: SEED, ...figures, each: Object.fromEntries(tally) }));
    },
    60 * 60_000,
  );
});
