import type { Day } from '#libs/kernel';
import { FUN_RUN_CHANNEL, FUN_RUN_DAYS, FUN_RUNS } from './fun-run.js';
import { STORY_DAY } from './instants.js';
import { KECAMATAN, KELURAHAN, workingResidents } from './places/kelurahan.js';
import { PUBLISHED_FIGURES, type PublishedFigure } from './published-figures.js';

/** Something that a planner puts on record with reporting: the path under its address, and the content. */
export interface Reference {
  readonly path: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Working residents of Solo as printed. */
export const SOLO_WORKING_RESIDENTS = 227_164;

const ofKind = <Kind extends PublishedFigure['kind']>(kind: Kind) =>
  PUBLISHED_FIGURES.filter(
    (figure): figure is Extract<PublishedFigure, { kind: Kind }> => figure.kind === kind,
  );

/** Counts of business owners and of informal workers are no measure of all who work: they are used by name only. */
const isWorkingPopulation = (definition: string) => definition === 'penduduk bekerja';

const publishedDenominators = (): Reference[] =>
  ofKind('denominator').map(({ id, definition, regions, value, asOf, source }) => ({
    path: `/v1/denominators/${id}`,
    content: {
      definition,
      regions,
      value,
      asOf,
      source,
      use: isWorkingPopulation(definition) ? 'default' : 'named',
    },
  }));

const INVENTED = {
  definition: 'penduduk bekerja (perkiraan contoh)',
  asOf: STORY_DAY,
  source: 'sample, invented',
  use: 'default',
};

const invented = (code: string, value: number): Reference => ({
  path: `/v1/denominators/sample-working-${code.replaceAll('.', '-')}`,
  content: { ...INVENTED, regions: [code], value },
});

/** Working residents of the kecamatan and kelurahan: invented, adding up to the printed number of the city. */
const inventedDenominators = (): Reference[] => {
  const values = workingResidents(SOLO_WORKING_RESIDENTS);
  const within = (kecamatan: string) =>
    values.reduce((sum, value, index) => (KELURAHAN[index]!.kecamatan === kecamatan ? sum + value : sum), 0);
  return [
    ...KECAMATAN.map(({ code }) => invented(code, within(code))),
    ...KELURAHAN.map(({ code }, index) => invented(code, values[index]!)),
  ];
};

/** Where an article states no last day, the aim is taken to be one for the year in which it was printed. */
const lastDay = (through: Day | null, publishedOn: Day): Day => through ?? `${publishedOn.slice(0, 4)}-12-31`;

const targets = (): Reference[] =>
  ofKind('target').map(
    ({ id, targetKind, value, base, regions, segment, from, through, publishedOn, source }) => ({
      path: `/v1/targets/${id}`,
      content: {
        kind: targetKind,
        value,
        base,
        regions,
        segment: segment ?? null,
        from,
        through: lastDay(through, publishedOn),
        publisher: regions.includes('ID') ? 'BPJS Ketenagakerjaan' : 'BPJS Ketenagakerjaan Surakarta',
        source,
      },
    }),
  );

const AREA: Reference = {
  path: '/v1/areas/SURAKARTA',
  content: {
    name: 'Cabang Surakarta',
    regions: ['33.72', '33.11', '33.12', '33.13', '33.14'],
    from: '2014-01-01',
    through: null,
  },
};

const campaigns = (): Reference[] =>
  FUN_RUNS.map(({ campaign, city, reached }) => ({
    path: `/v1/campaigns/${campaign}`,
    content: {
      channel: 'event',
      channelCode: FUN_RUN_CHANNEL,
      regions: [city],
      ...FUN_RUN_DAYS,
      reached,
      source: 'bs-2015-12-14, shared out to the cities',
    },
  }));

/** All that the story needs on record before it is told: denominators, targets, campaigns, the branch's area. */
export const referencesOf = (): readonly Reference[] => [
  ...publishedDenominators(),
  ...inventedDenominators(),
  ...targets(),
  ...campaigns(),
  AREA,
];
