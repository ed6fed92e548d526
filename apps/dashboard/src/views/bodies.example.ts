import type {
  Benefits,
  Campaigns,
  Changes,
  Coverage,
  Denominators,
  Funnel,
  Gaps,
  Progress,
  Published,
  Series,
  TargetDetail,
} from '../api/answers.js';
import { FUN_RUN } from '../model/funnel.example.js';
import { answerWith, plainRow, SOLO_ROW } from '../model/solo.example.js';

export const TODAY = '2024-12-17';
export const YEAR = { from: '2024-01-01', through: TODAY };
const RECORDED_AT = '2024-12-18T09:00:00+07:00';
const FRESHNESS = answerWith([]).freshness;
const ARTICLE = { paper: 'Espos', publishedOn: '2024-12-18', title: 'Ekosistem Kelurahan' };

export const BANJARSARI = {
  ...SOLO_ROW,
  region: '33.72.05',
  name: 'Banjarsari',
  persons: 31_001,
  coverage: 0.620_02,
  coverageText: '62,00%',
  gap: 18_999,
  denominator: { ...SOLO_ROW.denominator!, id: 'banjarsari', value: 50_000 },
};

export const GAPS: Gaps = {
  asOf: TODAY,
  knownOn: null,
  rankedBy: 'missing',
  whole: SOLO_ROW,
  sharedBy: 'denominator',
  rows: [
    {
      region: '33.72.05',
      name: 'Banjarsari',
      persons: 31_001,
      denominator: BANJARSARI.denominator,
      coverage: 0.620_02,
      coverageText: '62,00%',
      missing: 18_999,
      pacePerDay: 7.25,
      registered: 40_001,
      retention: 0.775,
      ranks: { missing: 8, pace: 8, retention: 8 },
      share: { goal: 35_000, needed: 3_999, projectedOn: null },
    },
  ],
  elsewhere: 0,
  freshness: FRESHNESS,
};

export const FUNNEL: Funnel = {
  region: '33.72',
  from: '2014-01-01',
  through: TODAY,
  asOf: TODAY,
  definition: 'memberships',
  ...FUN_RUN,
  rows: [{ part: 'event', ...FUN_RUN, signedUp: 2_199 }],
  freshness: FRESHNESS,
};

const sums = { amount: 71_750_000_001, claims: 4_321 };
export const BENEFITS: Benefits = {
  ...YEAR,
  ...sums,
  region: '33.72',
  rows: [{ part: 'JHT', amount: 60_000_000_007, claims: 3_210 }],
  comparable: false,
  reason: 'not-a-whole-year',
  explanation: 'no whole year',
  definition: 'paid less returned',
  compared: {
    from: '2023-01-01',
    through: '2023-12-17',
    amount: 70_280_000_003,
    claims: 4_123,
    rows: [],
  },
  freshness: FRESHNESS,
};

export const TARGET = {
  id: 'solo-coverage-target-2024',
  version: 1,
  regions: ['33.72'],
  recordedAt: RECORDED_AT,
  segment: null,
  source: 'espos-2024-12-18',
  kind: 'coverage',
  value: 0.5,
  base: 'angkatan kerja',
  from: null,
  through: '2025-12-31',
  publisher: 'BPJS Ketenagakerjaan',
} as TargetDetail;

export const PROGRESS: Progress = {
  asOf: TODAY,
  target: { id: TARGET.id, version: 1, kind: 'coverage', value: 0.5 },
  denominatorId: SOLO_ROW.denominator!.id,
  reached: 100_512,
  needed: 13_070,
  daysLeft: 379,
  neededPerDay: 34.49,
  pacePerDay: 12.5,
  projectedOn: '2027-10-29',
  projectedBetween: { earliestOn: '2027-08-01', latestOn: '2028-02-01' },
  warnings: [],
  freshness: FRESHNESS,
};

export const DENOMINATORS = {
  items: [
    { ...SOLO_ROW.denominator!, regions: ['33.72'] },
    { ...BANJARSARI.denominator, regions: ['33.72.05'] },
  ].map((each) => ({ ...each, recordedAt: RECORDED_AT, segment: null, occupation: null, use: 'default' })),
  next: null,
} as Denominators;

export const PUBLISHED: Published = {
  id: 'solo-active-2024',
  source: 'espos-2024-12-18',
  article: ARTICLE,
  kind: 'stock',
  region: '33.72',
  segment: null,
  measure: 'active-members',
  definition: null,
  targetKind: null,
  channel: null,
  asOf: TODAY,
  from: null,
  through: null,
  printed: 100_512,
  printedShare: '44,24%',
  ours: 100_500,
  reason: null,
  explanation: null,
  difference: -12,
  recomputed: '44,23%',
  alongside: [],
  freshness: FRESHNESS,
};

export const CHANGES = {
  region: '33.72',
  asOf: '2024-11-30',
  measure: 'active',
  graceMonths: 0,
  sinceKnownOn: '2024-11-30',
  knownOn: null,
  before: 99_001,
  after: 100_002,
  difference: 1_001,
  changes: [{ cause: 'paid-late', gained: 1_101, lost: 100, persons: 1_001 }],
  freshness: FRESHNESS,
} as Changes;

export const SERIES: Series = {
  points: [{ on: '2024-11-30', persons: 98_765, coverage: 0.4347 }],
  freshness: FRESHNESS,
};

export const CAMPAIGNS = {
  items: [
    {
      id: 'RUN',
      version: 1,
      regions: ['33.72'],
      recordedAt: RECORDED_AT,
      channel: 'event',
      channelCode: 'EVENT-RUN',
      from: '2015-11-14',
      through: '2015-12-13',
      reached: 16_001,
      source: null,
    },
  ],
  next: null,
} as Campaigns;

export const CUT: Coverage = answerWith(
  [plainRow({ part: 'PU', persons: 46_001 }), plainRow({ part: 'BPU', persons: 56_167 })],
  { total: { persons: 100_512, sumOfParts: 102_168, overlap: 1_656, unmapped: 0 } },
);
