import type { Day, Segment } from '#libs/kernel';

/** The regions of the Surakarta branch: the city and four kabupaten. */
const BRANCH = ['33.72', '33.11', '33.12', '33.13', '33.14'] as const;
const SOLO = ['33.72'] as const;
const SOLO_AND_WONOGIRI = ['33.72', '33.12'] as const;
const COUNTRY = ['ID'] as const;

interface Figure {
  readonly id: string;
  /** Paper and day. */
  readonly source: string;
  /** Kemendagri codes; several together are a branch's area. */
  readonly regions: readonly string[];
  readonly segment?: Segment;
}

/** A number of members, printed for a day. */
interface Stock extends Figure {
  readonly kind: 'stock';
  readonly asOf: Day;
  readonly value: number;
}

/** A number of people that a share is taken of. `ofValue`: the whole that the number is a part of. */
interface Denominator extends Figure {
  readonly kind: 'denominator';
  readonly definition: string;
  readonly asOf: Day;
  readonly value: number;
  readonly printedShare?: string;
  readonly ofValue?: number;
}

/** An aim. `base`: what its share is of, in the paper's words; `from` and `through` where the paper says them. */
interface Target extends Figure {
  readonly kind: 'target';
  readonly targetKind: 'coverage' | 'stock' | 'new';
  readonly base: string | null;
  readonly from: Day | null;
  readonly through: Day | null;
  readonly publishedOn: Day;
  readonly value: number;
}

interface Coverage extends Figure {
  readonly kind: 'coverage';
  readonly asOf: Day;
  readonly printedShare: string;
}

interface Gap extends Figure {
  readonly kind: 'gap';
  readonly asOf: Day;
  readonly value: number;
}

interface Benefits extends Figure {
  readonly kind: 'benefits';
  readonly from: Day;
  readonly through: Day;
  readonly valueRupiah: number;
}

interface Channels extends Figure {
  readonly kind: 'channel';
  readonly channel: 'aggregator';
  readonly asOf: Day;
  readonly value: number;
}

interface Funnel extends Figure {
  readonly kind: 'funnel';
  readonly channel: 'event';
  readonly from: Day;
  readonly through: Day;
  readonly cities: number;
  readonly reached: number;
  readonly newMembersPerCity: number;
}

export type PublishedFigure = Stock | Denominator | Target | Coverage | Gap | Benefits | Channels | Funnel;

const SOLOPOS = { source: 'solopos-2014-08-26' };
const BISNIS = { source: 'bs-2015-12-14' };
const ANTARA = { source: 'antara-2022-10-26' };
const INEWS = { source: 'inews-2023-12-27' };
const ESPOS = { source: 'espos-2024-12-18' };

const YEAR_2024 = { from: '2024-01-01', through: '2024-12-31' };

/** What five newspaper articles print about the branch and the country. Claims with a source: never corrected. */
export const PUBLISHED_FIGURES: readonly PublishedFigure[] = [
  { ...SOLOPOS, id: 'solo-informal-2014', kind: 'stock', segment: 'BPU', regions: BRANCH, asOf: '2014-08-25', value: 6_000 },
  {
    ...SOLOPOS,
    id: 'solo-informal-2014-target',
    kind: 'target',
    targetKind: 'stock',
    base: null,
    segment: 'BPU',
    regions: BRANCH,
    from: null,
    through: null,
    publishedOn: '2014-08-26',
    value: 28_000,
  },
  { ...SOLOPOS, id: 'solo-umkm-potential-2014', kind: 'denominator', definition: 'pelaku UMKM', regions: SOLO, asOf: '2014-08-25', value: 30_000 },
  { ...SOLOPOS, id: 'sukoharjo-umkm-potential-2014', kind: 'denominator', definition: 'pelaku UMKM', regions: ['33.11'], asOf: '2014-08-25', value: 27_000 },
  {
    ...BISNIS,
    id: 'national-informal-2015',
    kind: 'denominator',
    definition: 'pekerja sektor informal',
    regions: COUNTRY,
    asOf: '2015-12-13',
    value: 80_000_000,
    printedShare: '75%',
    ofValue: 120_000_000,
  },
  { ...BISNIS, id: 'aggregators-2015', kind: 'channel', channel: 'aggregator', regions: COUNTRY, asOf: '2015-12-13', value: 11 },
  {
    ...BISNIS,
    id: 'fun-run-2015',
    kind: 'funnel',
    channel: 'event',
    regions: COUNTRY,
    from: '2015-11-14',
    through: '2015-12-13',
    cities: 11,
    reached: 16_000,
    newMembersPerCity: 200,
  },
  { ...ANTARA, id: 'branch-informal-2022', kind: 'stock', segment: 'BPU', regions: BRANCH, asOf: '2022-10-25', value: 55_678 },
  { ...ANTARA, id: 'national-active-2022', kind: 'stock', regions: COUNTRY, asOf: '2022-09-30', value: 35_600_000 },
  { ...ANTARA, id: 'national-active-bpu-2022', kind: 'stock', segment: 'BPU', regions: COUNTRY, asOf: '2022-09-30', value: 4_600_000 },
  {
    ...ANTARA,
    id: 'national-active-target-2026',
    kind: 'target',
    targetKind: 'stock',
    base: null,
    regions: COUNTRY,
    from: null,
    through: '2026-12-31',
    publishedOn: '2022-10-26',
    value: 70_000_000,
  },
  // The article calls the same number both new and active members: it is kept as a stock.
  {
    ...INEWS,
    ...YEAR_2024,
    id: 'solo-wonogiri-bpu-target-2024',
    kind: 'target',
    targetKind: 'stock',
    base: null,
    segment: 'BPU',
    regions: SOLO_AND_WONOGIRI,
    publishedOn: '2023-12-27',
    value: 83_000,
  },
  {
    ...INEWS,
    ...YEAR_2024,
    id: 'solo-bpu-target-2024',
    kind: 'target',
    targetKind: 'stock',
    base: null,
    segment: 'BPU',
    regions: SOLO,
    publishedOn: '2023-12-27',
    value: 63_000,
  },
  {
    ...INEWS,
    ...YEAR_2024,
    id: 'solo-wonogiri-pu-target-2024',
    kind: 'target',
    targetKind: 'stock',
    base: null,
    segment: 'PU',
    regions: SOLO_AND_WONOGIRI,
    publishedOn: '2023-12-27',
    value: 58_938,
  },
  { ...INEWS, id: 'three-kabupaten-coverage-2023', kind: 'coverage', regions: ['33.11', '33.13', '33.14'], asOf: '2023-12-27', printedShare: '30%' },
  { ...ESPOS, id: 'solo-members-nik-2024', kind: 'stock', regions: SOLO, asOf: '2024-12-17', value: 100_512 },
  { ...ESPOS, id: 'solo-working-population-2024', kind: 'denominator', definition: 'penduduk bekerja', regions: SOLO, asOf: '2024-12-17', value: 227_164 },
  { ...ESPOS, id: 'solo-gap-2024', kind: 'gap', regions: SOLO, asOf: '2024-12-17', value: 126_652 },
  { ...ESPOS, id: 'solo-coverage-2024', kind: 'coverage', regions: SOLO, asOf: '2024-12-17', printedShare: '44,24%' },
  {
    ...ESPOS,
    ...YEAR_2024,
    id: 'solo-coverage-target-2024',
    kind: 'target',
    targetKind: 'coverage',
    base: 'angkatan kerja',
    regions: SOLO,
    publishedOn: '2024-12-18',
    value: 0.5,
  },
  { ...ESPOS, id: 'solo-benefits-2023', kind: 'benefits', regions: SOLO, from: '2023-01-01', through: '2023-12-31', valueRupiah: 70_280_000_000 },
  { ...ESPOS, id: 'solo-benefits-2024', kind: 'benefits', regions: SOLO, from: '2024-01-01', through: '2024-11-28', valueRupiah: 71_750_000_000 },
];
