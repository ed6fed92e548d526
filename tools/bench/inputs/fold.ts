import { createHash } from 'node:crypto';
import type { Digest } from '../report/results.js';
import { FIRST_MONTH, lifeOf, SECOND_MONTH, type Life } from './lives.js';
import { levelsOf, VILLAGES } from './places.js';

/** The first day no longer in it; null: without end. */
interface Range {
  readonly from: string | null;
  readonly until: string | null;
}

const MEASURES = { registered: 0, active: 1 } as const;
type MeasureNumber = (typeof MEASURES)[keyof typeof MEASURES];

const overlap = (a: Range, b: Range): Range | null => {
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const until = a.until === null || (b.until !== null && b.until < a.until) ? b.until : a.until;
  return from !== null && until !== null && from >= until ? null : { from, until };
};

const staysOf = ({ village, move }: Life): readonly (readonly [string, Range])[] =>
  move === null
    ? [[village, { from: null, until: null }]]
    : [
        [village, { from: null, until: move.on }],
        [move.to, { from: move.on, until: null }],
      ];

const spansOf = ({
  registeredOn,
  endedOn,
  isReversed,
}: Life): readonly (readonly [MeasureNumber, Range])[] => [
  [MEASURES.registered, { from: registeredOn, until: endedOn }],
  [MEASURES.active, { from: FIRST_MONTH.from, until: isReversed ? SECOND_MONTH.from : '2025-03-01' }],
];

/** Of which regions steps are wanted. */
type Keeps = (region: string) => boolean;

/** Persons more or fewer from a day on, by measure, region and day: `measure|region|day`. */
export type Steps = ReadonlyMap<string, number>;

const addLife = (steps: Map<string, number>, life: Life, keeps: Keeps): void => {
  const add = (measure: MeasureNumber, region: string, day: string | null, persons: number) => {
    if (day === null) return;
    const key = `${measure}|${region}|${day}`;
    steps.set(key, (steps.get(key) ?? 0) + persons);
  };
  for (const [village, stay] of staysOf(life))
    for (const [measure, span] of spansOf(life)) {
      const range = overlap(stay, span);
      if (range === null) continue;
      for (const region of levelsOf(village).filter(keeps)) {
        add(measure, region, range.from, 1);
        add(measure, region, range.until, -1);
      }
    }
};

/** The figures that the lives make, without any of the services' code: ranges of days laid over each other. */
export const stepsOf = (
  seed: number,
  persons: number,
  { villages = VILLAGES, keeps = () => true }: { villages?: readonly string[]; keeps?: Keeps } = {},
): Steps => {
  const steps = new Map<string, number>();
  for (let number = 0; number < persons; number += 1) addLife(steps, lifeOf(seed, number, villages), keeps);
  return new Map([...steps].filter(([, change]) => change !== 0));
};

/** How many persons a measure counts in a region on a day. */
export const personsOn = (
  steps: Steps,
  measure: keyof typeof MEASURES,
  region: string,
  day: string,
): number => {
  const prefix = `${MEASURES[measure]}|${region}|`;
  let persons = 0;
  for (const [key, change] of steps)
    if (key.startsWith(prefix) && key.slice(prefix.length) <= day) persons += change;
  return persons;
};

/** Number of steps, persons in them, and a hash over all in order: what `FIGURES_DIGEST` finds in the read model. */
export const digestOfSteps = (steps: Steps): Digest => {
  const lines = [...steps].map(([key, change]) => `${key}|${change}`).sort();
  return {
    count: lines.length,
    sum: [...steps.values()].reduce((sum, change) => sum + Math.abs(change), 0),
    hash: createHash('md5').update(lines.join(';')).digest('hex'),
  };
};

/** Down to regencies: a country has too many villages to hold the steps of each in memory. */
export const isRegencyOrAbove: Keeps = (region) => region.length <= 5;

const digestSql = (more: string) => `
  select count(*)::integer as count, coalesce(sum(abs(persons)), 0)::integer as sum,
         md5(coalesce(string_agg(line, ';' order by line collate "C"), '')) as hash
    from (
      select concat_ws('|', case measure when 3 then 1 else measure end, region, effective_on, sum(persons)) as line,
             sum(persons) as persons
        from coverage_day
       where measure in (0, 1, 3) and (scope = '' or scope like '=%') ${more}
       group by case measure when 3 then 1 else measure end, region, effective_on having sum(persons) <> 0) as step`;

/** The same from reporting's own table, which keeps ends of cover apart (3). */
export const FIGURES_DIGEST = digestSql('');
/** The same of regencies and above. */
export const UPPER_FIGURES_DIGEST = digestSql('and length(region) <= 5');
