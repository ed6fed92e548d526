import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contributionsTopic, membersTopic } from '#libs/contracts';
import { addDays, type Day } from '#libs/kernel';
import { WritePath } from '#libs/messaging';
import type { Database, Transaction } from '#libs/persistence';
import { batchOf, openTestDatabase } from '#libs/testing';
import { reportingMigrations } from '../src/outbound/persistence/migrations/index.js';
import { dayNumber } from '../src/domain/coverage/day-number.js';
import { compareFacts, type Fact } from '../src/domain/coverage/fact.js';
import { codeOf, isForEverybody } from '../src/domain/coverage/scope.js';
import { stepsOf, type Step } from '../src/domain/coverage/steps.js';
import { andAbove, RegionTree } from '../src/domain/regions/region-tree.js';
import { PostgresCoverageCells } from '../src/outbound/persistence/postgres-coverage-cells.js';
import { PostgresReadingPlaces } from '../src/outbound/persistence/postgres-reading-places.js';
import { PostgresPersonHistories } from '../src/outbound/persistence/postgres-person-histories.js';
import { RollUp } from '../src/outbound/persistence/roll-up.js';
import { CountCoverageWhenFactsArrive } from '../src/use-cases/count-coverage-when-facts-arrive.js';
import type { CellsQuestion } from '../src/use-cases/coverage-cells.js';
import { factsOf, type ContributionMessage, type MemberMessage } from '../src/use-cases/facts-of-messages.js';
import { countedOn } from './oracle/counted.js';
import { Membership, said } from './story.js';

const regions = new RegionTree(
  ['33', '33.72', '33.72.05', '33.72.05.1011', '33.72.05.1012', '33.11', '33.11.07', '33.11.07.2003'].map(
    (code) => ({
      code,
      name: `Region ${code}`,
    }),
  ),
);
const HOMES = ['33.72.05.1011', '33.72.05.1012', '33.11.07.2003', '33.72.05', '99.99.99.9999', null];
/** What is asked for, and with how many months of grace. */
type Measured = Required<Pick<CellsQuestion, 'measure' | 'graceMonths'>>;
const MEASURED: readonly Measured[] = [
  { measure: 'registered', graceMonths: 0 },
  { measure: 'active', graceMonths: 0 },
  { measure: 'protected', graceMonths: 0 },
  { measure: 'protected', graceMonths: 1 },
  { measure: 'protected', graceMonths: 3 },
];
/** What a lag is told as at most. */
const LAG_MAX_MS = 2 ** 31 - 1;
const quiet = { wake: () => undefined };

const openReporting = async () => {
  const { database, drop } = await openTestDatabase('reporting', { migrations: reportingMigrations });
  const histories = new PostgresPersonHistories(new WritePath(database, quiet), quiet);
  return {
    database,
    drop,
    count: new CountCoverageWhenFactsArrive(histories, regions),
    rollUp: new RollUp(database),
    cells: new PostgresCoverageCells(database, regions),
  };
};

/** Numbers that look random and are the same in every run. */
const chance = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const rollUpAll = async (rollUp: RollUp) => {
  while ((await rollUp.once()).leftOver);
};

describe('cells', () => {
  let reporting: Awaited<ReturnType<typeof openReporting>>;
  beforeAll(async () => {
    reporting = await openReporting();
  });
  afterAll(() => reporting.drop());

  const roll = chance(7);
  const pick = <Item>(items: readonly Item[]): Item => items[roll(items.length)]!;
  const instant = (day: number) =>
    `${addDays('2024-01-20', day)}T${pick(['00:10', '16:59', '23:50'])}:00.000Z`;

  const history = (): { members: MemberMessage[]; contributions: ContributionMessage[] } => {
    const members: MemberMessage[] = [];
    const contributions: ContributionMessage[] = [];
    const first = new Membership();
    for (const membership of roll(4) === 0 ? [first, new Membership(first.personId)] : [first]) {
      const segment = pick(['BPU', 'PU'] as const);
      members.push(
        membership.registered(instant(roll(40)), {
          residence: pick(HOMES),
          segment,
          registeredOn: addDays('2024-01-10', roll(40)),
          occupations: [pick(['street-trader', 'farmer', 'unheard-of'])],
          channel: { kind: pick(['bank', 'market'] as const), code: pick(['B-1', 'M-1']), campaign: null },
        }),
      );
      if (roll(3) === 0)
        members.push(
          membership.changed(instant(45 + roll(10)), addDays('2024-02-10', roll(50)), {
            residence: pick(HOMES) ?? '31',
          }),
        );
      if (roll(5) === 0)
        members.push(
          membership.ended(instant(60 + roll(10)), addDays('2024-03-10', roll(50)), pick(['left', 'died'])),
        );
      for (const month of ['2024-02', '2024-03', '2024-05']) {
        if (roll(3) === 0) continue;
        const paid = membership.paid(instant(roll(90)), month, {
          segment,
          programmes: pick([['JKK', 'JKM'], ['JKK']]),
        });
        contributions.push(paid);
        if (roll(6) === 0 && paid.type === 'id.cakupan.contribution.contribution-paid.v1')
          contributions.push(membership.reversed(instant(95), paid.data.contributionId));
      }
    }
    return { members, contributions };
  };

  const people = Array.from({ length: 300 }, history);

  const expected = (
    steps: readonly Step[],
    { measure, graceMonths }: Measured,
    asOf: Day,
    knownOn: Day | null,
  ) => {
    const persons: Record<string, number> = {};
    for (const step of countedOn(steps, measure, asOf, graceMonths)) {
      if (knownOn !== null && step.knownOn > dayNumber(knownOn)) continue;
      for (const region of step.region === 'unmapped' ? ['unmapped', 'ID'] : andAbove(step.region)) {
        for (const code of [isForEverybody(step.scope) ? '' : null, codeOf(step.scope)]) {
          if (code === null) continue;
          const key = `${region}|${code}|${step.signature}`;
          persons[key] = (persons[key] ?? 0) + step.persons;
        }
      }
    }
    return Object.fromEntries(Object.entries(persons).filter(([, count]) => count !== 0));
  };

  const REGIONS = [
    'ID',
    'unmapped',
    '33',
    '33.72',
    '33.72.05',
    '33.72.05.1011',
    '33.72.05.1012',
    '33.11',
    '33.11.07',
    '33.11.07.2003',
  ];
  let steps: Step[] = [];

  it('hold at all levels what the steps of all persons add up to', async () => {
    steps = people.flatMap(({ members, contributions }) =>
      stepsOf(
        [...members, ...contributions]
          .flatMap((told): Fact[] => [...factsOf(told, regions)])
          .sort(compareFacts),
      ),
    );
    // contributions run ahead of members, in uneven batches, with repeats
    for (let first = 0; first < people.length; first += 70) {
      const batch = people.slice(first, first + 70).flatMap(({ contributions }) => contributions);
      await reporting.count.contributions(batchOf(...batch));
      if (first === 70) await reporting.rollUp.once();
    }
    for (let first = 0; first < people.length; first += 110) {
      const batch = people.slice(first, first + 110).flatMap(({ members }) => members);
      await reporting.count.members(batchOf(...batch));
      const again = await reporting.count.members(batchOf(...batch));
      expect(new Set(said(again))).toEqual(new Set(['redelivery']));
    }
    await rollUpAll(reporting.rollUp);
    for (const measured of MEASURED) {
      for (const asOf of [
        '2024-01-15',
        '2024-02-01',
        '2024-02-29',
        '2024-03-16',
        '2024-04-01',
        '2024-05-31',
        '2024-06-01',
      ]) {
        for (const knownOn of [null, '2024-01-25', '2024-02-29', '2024-04-15']) {
          const question = { ...measured, regions: REGIONS, detail: 'signatures' as const, asOf, knownOn };
          const [all, each] = await Promise.all([
            reporting.cells.on({ ...question, scope: 'everybody' }),
            reporting.cells.on({ ...question, scope: 'each' }),
          ]);
          const found = Object.fromEntries(
            [...all, ...each].map((cell) => [`${cell.region}|${cell.scope}|${cell.signature}`, cell.persons]),
          );
          expect(found).toEqual(expected(steps, measured, asOf, knownOn));
        }
      }
    }
  });

  it('tell a period day by day as they tell each of its days', async () => {
    const cases = MEASURED.slice(1).flatMap((measured) =>
      [null, '2024-03-01'].map((knownOn) => ({ ...measured, regions: ['33.72', '33.11'], knownOn })),
    );
    for (const question of cases) {
      const changes = await reporting.cells.over({ ...question, from: '2024-02-20', through: '2024-04-10' });
      for (const asOf of [
        '2024-02-20',
        '2024-02-29',
        '2024-03-01',
        '2024-03-10',
        '2024-03-31',
        '2024-04-01',
        '2024-04-10',
      ]) {
        const cells = await reporting.cells.on({ ...question, asOf, scope: 'everybody', detail: 'persons' });
        const sum = (rows: readonly { persons: number }[]) =>
          rows.reduce((total, { persons }) => total + persons, 0);
        expect(sum(changes.filter(({ on }) => on <= asOf))).toBe(sum(cells));
        const isPaidFor = asOf < '2024-04-01' || question.graceMonths > 0;
        expect(sum(cells) > 0).toBe(isPaidFor);
      }
    }
  });

  it('tell who joined in a period', async () => {
    for (const knownOn of [null, '2024-02-15']) {
      const question = {
        regions: ['33.72', 'ID'],
        segment: 'BPU',
        from: '2024-01-20',
        asOf: '2024-02-10',
        knownOn,
      };
      const joined = await reporting.cells.joined(question);
      const literally = (region: string) =>
        steps.reduce((total, step) => {
          const counts =
            step.measure === 'joined' &&
            codeOf(step.scope) === 'BPU' &&
            step.signature >= question.from &&
            step.effectiveOn <= dayNumber(question.asOf) &&
            (knownOn === null || step.knownOn <= dayNumber(knownOn)) &&
            (region === 'ID' || step.region.startsWith(region));
          return counts ? total + step.persons : total;
        }, 0);
      expect(joined.get('ID')).toBe(literally('ID'));
      expect(joined.get('33.72')).toBe(literally('33.72'));
      expect(joined.get('33.72')).toBeGreaterThan(0);
    }
  });

  it('are the same rows in whatever order the facts arrived', async () => {
    const other = await openReporting();
    try {
      for (const { members, contributions } of [...people].reverse()) {
        await other.count.members(batchOf(...members));
        if (contributions.length > 0) await other.count.contributions(batchOf(...contributions));
      }
      await rollUpAll(other.rollUp);
      for (const table of ['coverage_cell', 'coverage_day', 'coverage_month']) {
        const rows = (database: Database) =>
          database.query<{ row: string }>(
            `select ${table}::text as row from ${table} where persons <> 0 order by 1`,
          );
        const [here, there] = await Promise.all([rows(reporting.database), rows(other.database)]);
        expect(there).toEqual(here);
        expect(here.length).toBeGreaterThan(100);
      }
    } finally {
      await other.drop();
    }
  }, 60_000);

  it('count what was read, once, with the time of its recording', async () => {
    const [state] = await reporting.database.query<{ applied: string; version: string; left: string }>(
      'select applied, version, (select count(*) from step_batch) as left from roll_up',
    );
    const events = people.reduce(
      (sum, { members, contributions }) => sum + members.length + contributions.length,
      0,
    );
    expect(Number(state!.applied)).toBe(events);
    expect(Number(state!.left)).toBe(0);
    expect(Number(state!.version)).toBeGreaterThanOrEqual(2);
    const topics = await reporting.database.query<{ topic: string }>(
      'select distinct topic from reading order by 1',
    );
    expect(topics.map(({ topic }) => topic)).toEqual([contributionsTopic.name, membersTopic.name]);
  });

  it('are as of one instant to who asks several things in one reading', async () => {
    const { cells, database } = reporting;
    const asked = { measure: 'registered', regions: ['ID'], scope: 'everybody', detail: 'persons' } as const;
    const question = { ...asked, asOf: '2024-06-30', knownOn: null };
    const [before, after] = await cells.inOneReading(async (reading) => {
      const first = await reading.on(question);
      await database.query('update coverage_month set persons = persons + 1');
      return [first, await reading.on(question)];
    });
    expect(before.length).toBeGreaterThan(0);
    expect(after).toEqual(before);
    expect(await cells.on(question)).not.toEqual(before);
    await database.query('update coverage_month set persons = persons - 1');
  });

  it('refuse a gap, take the missing one, then the rest', async () => {
    const membership = new Membership();
    const [first, second, third] = [
      membership.registered('2024-01-01T00:00:00Z'),
      membership.changed('2024-01-02T00:00:00Z', '2024-02-01', { residence: '33.11' }),
      membership.ended('2024-01-03T00:00:00Z', '2024-03-01'),
    ];
    expect(said(await reporting.count.members(batchOf(second)))).toEqual(['sequence-gap']);
    expect(said(await reporting.count.members(batchOf(first, third, second)))).toEqual([
      'happened',
      'sequence-gap',
      'happened',
    ]);
    expect(said(await reporting.count.members(batchOf(third, first)))).toEqual(['happened', 'redelivery']);
  });

  it('leave nobody out of the funnel who is told of in the middle of a roll-up', async () => {
    const { database, count } = reporting;
    const told = batchOf(new Membership().registered('2024-01-01T00:00:00Z'));
    let isTold = false;
    const interrupted = (tx: Transaction): Transaction => ({
      ...tx,
      query: async (sql, params) => {
        const isBetween = !isTold && /delete from step_batch/.test(sql);
        if (isBetween) isTold = (await count.members(told)).length === 1;
        return tx.query(sql, params);
      },
    });
    const rollUp = new RollUp({ transaction: (work) => database.transaction((tx) => work(interrupted(tx))) });
    expect(await rollUp.once()).toMatchObject({ leftOver: true });
    expect(await database.query('select from step_batch')).toEqual([]);
    await rollUpAll(rollUp);
    expect(isTold).toBe(true);
    expect(await database.query('select from funnel_batch')).toEqual([]);
  });

  it.each([
    { days: 24, leastMs: 24 * 86_400_000 },
    { days: 25, leastMs: LAG_MAX_MS },
  ])('take in what was left over for $days days, and tell its lag', async ({ days, leastMs }) => {
    const places = new PostgresReadingPlaces(reporting.database, { ends: async () => [] }, 'reporting');
    const membership = new Membership();
    await reporting.count.members(batchOf(membership.registered('2024-01-01T00:00:00Z')));
    await reporting.database.query(
      'update step_batch set written_at = clock_timestamp() - make_interval(hours => $1)',
      [days * 24],
    );
    const waiting = await places.rolledUp();
    await rollUpAll(reporting.rollUp);
    expect(await reporting.database.query('select from step_batch')).toEqual([]);
    for (const { lagMs } of [waiting, await places.rolledUp()]) {
      expect(lagMs).toBeGreaterThanOrEqual(leastMs);
      expect(lagMs).toBeLessThanOrEqual(LAG_MAX_MS);
    }
  });
});
