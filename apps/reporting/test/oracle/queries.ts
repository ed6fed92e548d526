import fc from 'fast-check';
import { jakartaDay, type Day } from '#libs/kernel';
import type { GraceMonths } from '../../src/domain/coverage/grace.js';
import type { TermsFilter } from '../../src/domain/coverage/labels.js';
import { ASKED_MEASURES, CUTS, type Cut } from '../../src/use-cases/coverage-question.js';
import { DAYS, DAYS_OF_GRACE } from './histories.js';
import type { Person } from './messages.js';
import { holdsOn, residenceOn, under, type Asked, type Hold } from './oracle.js';
import { VALID } from './told.js';

/** What a figure can be asked by, each kind of filter as often as the others. */
export const FILTERS = ['none', 'segment', 'programme', 'channel', 'occupation', 'several'] as const;
export type FilterKind = (typeof FILTERS)[number];

export interface Query {
  readonly measure: Asked;
  /** With `protected`. */
  readonly graceMonths: GraceMonths;
  readonly by: Cut | null;
  readonly kind: FilterKind;
  readonly filter: TermsFilter;
  readonly region: string;
  readonly asOf: Day;
  readonly knownOn: Day | null;
}

const some = (...values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const parts = {
  segment: some('PU', 'BPU', 'JAKON', 'PMI'),
  programme: some('JKK', 'JKM', 'JHT'),
  channel: some('bank', 'event', 'agent', 'unmapped'),
  occupation: some('trade-and-food', 'farming', 'fishery', 'other', 'unmapped'),
};

const filterOf = (kind: FilterKind): fc.Arbitrary<TermsFilter> => {
  if (kind === 'none') return fc.constant({});
  if (kind === 'several') return fc.record({ segment: parts.segment, programme: parts.programme });
  return parts[kind].map((values) => ({ [kind]: values }));
};

/** Mostly where somebody counts: the middle of the days, all or most of the country, and most of what was told. */
const region = fc.oneof(
  { weight: 5, arbitrary: fc.constant('ID') },
  { weight: 2, arbitrary: fc.constantFrom('33', '33.72') },
  { weight: 1, arbitrary: fc.constantFrom(...VALID, '31.71') },
);
const asOf = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...DAYS.slice(12, 30)) },
  { weight: 1, arbitrary: fc.constantFrom(...DAYS) },
);
/** Many have lapsed by then, and the grace of some is over. */
const asOfInGrace = fc.oneof(
  { weight: 3, arbitrary: asOf },
  { weight: 3, arbitrary: fc.constantFrom(...DAYS_OF_GRACE.slice(30, 60)) },
  { weight: 1, arbitrary: fc.constantFrom(...DAYS_OF_GRACE) },
);
const knownOn = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constantFrom(...DAYS.slice(10, 16)) },
  { weight: 1, arbitrary: fc.constantFrom(...DAYS) },
);

const grace = fc.constantFrom<GraceMonths>(0, 1, 2, 2, 3, 3, 3);

const BY = [null, ...CUTS];

/** Every measure by every cut under every kind of filter, once. */
export const queries: fc.Arbitrary<readonly Query[]> = fc.tuple(
  ...ASKED_MEASURES.flatMap((measure) =>
    BY.flatMap((by) =>
      FILTERS.map((kind) =>
        fc.record({
          measure: fc.constant(measure),
          graceMonths: measure === 'protected' ? grace : fc.constant<GraceMonths>(0),
          by: fc.constant(by),
          kind: fc.constant(kind),
          filter: filterOf(kind),
          region,
          asOf: measure === 'protected' ? asOfInGrace : asOf,
          knownOn,
        }),
      ),
    ),
  ),
);

/** The query as it is asked over HTTP. */
export const pathOf = (query: Query): string => {
  const { measure, graceMonths, by, filter, region: code, asOf: day, knownOn: known } = query;
  const filters = Object.entries(filter).map(
    ([name, values]) => `&${name}=${(values as string[]).join(',')}`,
  );
  const months = measure === 'protected' ? `&graceMonths=${graceMonths}` : '';
  const more = `${months}${by === null ? '' : `&by=${by}`}${known === null ? '' : `&knownOn=${known}`}`;
  return `coverage?region=${code}&measure=${measure}&asOf=${day}${more}${filters.join('')}`;
};

/** What is answered, as far as persons go. */
export interface Counts {
  readonly persons: number;
  /** By part or child, of those that hold somebody. */
  readonly parts: Readonly<Record<string, number>>;
}

const CODE_LENGTHS = { ID: 2, '2': 5, '5': 8, '8': 13 } as const;

const lies = (home: string, code: string) => code === 'ID' || home === code || home.startsWith(`${code}.`);

/** The child of the region in which somebody lives; `unmapped` where it is none of them. */
const childOf = (home: string, code: string): string => {
  const length = code === 'ID' ? CODE_LENGTHS.ID : CODE_LENGTHS[String(code.length) as '2'];
  return home === 'unmapped' || home === code ? 'unmapped' : home.slice(0, length);
};

const partsOf = (holds: readonly Hold[], home: string, { by, region: code }: Query): readonly string[] => {
  const of = (pick: (hold: Hold) => readonly string[]) => [...new Set(holds.flatMap(pick))];
  switch (by) {
    case null:
      return [''];
    case 'region':
      return [childOf(home, code)];
    case 'segment':
      return of((hold) => [hold.segment]);
    case 'channel':
      return of((hold) => [hold.channel]);
    case 'channel-code':
      return of((hold) => hold.codes);
    case 'programme':
      return of((hold) => hold.programmes);
    case 'payer':
      return of((hold) => [hold.payer]);
    case 'occupation':
      return of((hold) => (hold.occupations.length === 0 ? ['unmapped'] : hold.occupations));
  }
};

/** What the definitions say, person by person. */
export const literally = (people: readonly Person[], query: Query): Counts => {
  const { measure, graceMonths, filter, region: code, asOf: day, knownOn: known } = query;
  const counts: Record<string, number> = {};
  let persons = 0;
  for (const { told } of people) {
    const heard = told.filter(({ at }) => known === null || jakartaDay(at) <= known);
    const holds = holdsOn(heard, measure, day, graceMonths).filter((hold) => under(hold, filter));
    const home = residenceOn(heard, day);
    if (holds.length === 0 || !lies(home, code)) continue;
    persons += 1;
    for (const part of partsOf(holds, home, query)) counts[part] = (counts[part] ?? 0) + 1;
  }
  return { persons, parts: counts };
};
