import { YEAR } from './cohorts.js';

/** A kind of question, and the query of the one with this number about a place and a day. */
interface Kind {
  readonly what: string;
  readonly query: (place: Place, day: string, known: string) => string;
}

/** A village and what lies above it. */
interface Place {
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly province: string;
}

/** What officers, branch heads, dashboards and analysts ask, all equally often. */
const KINDS: readonly Kind[] = [
  { what: 'a village', query: ({ village }, day) => `region=${village}&asOf=${day}` },
  { what: 'a district', query: ({ district }, day) => `region=${district}&asOf=${day}` },
  { what: 'a regency', query: ({ regency }, day) => `region=${regency}&asOf=${day}` },
  { what: 'a province', query: ({ province }, day) => `region=${province}&asOf=${day}` },
  { what: 'the country', query: (_, day) => `region=ID&asOf=${day}` },
  {
    what: 'the registered of a regency',
    query: ({ regency }, day) => `region=${regency}&asOf=${day}&measure=registered`,
  },
  {
    what: 'the protected of a regency',
    query: ({ regency }, day) => `region=${regency}&asOf=${day}&measure=protected`,
  },
  {
    what: 'the villages of a district',
    query: ({ district }, day) => `region=${district}&asOf=${day}&by=region`,
  },
  {
    what: 'the districts of a regency',
    query: ({ regency }, day) => `region=${regency}&asOf=${day}&by=region`,
  },
  { what: 'the provinces', query: (_, day) => `region=ID&asOf=${day}&by=region` },
  {
    what: 'the segments of a province',
    query: ({ province }, day) => `region=${province}&asOf=${day}&by=segment`,
  },
  { what: 'the channels of the country', query: (_, day) => `region=ID&asOf=${day}&by=channel` },
  {
    what: 'the channel codes of a regency',
    query: ({ regency }, day) => `region=${regency}&asOf=${day}&by=channel-code`,
  },
  {
    what: 'the programmes of a regency',
    query: ({ regency }, day) => `region=${regency}&asOf=${day}&by=programme`,
  },
  { what: 'the payers of the country', query: (_, day) => `region=ID&asOf=${day}&by=payer` },
  {
    what: 'the occupations of a province',
    query: ({ province }, day) => `region=${province}&asOf=${day}&by=occupation`,
  },
  {
    what: 'the traders of a regency',
    query: ({ regency }, day) => `region=${regency}&asOf=${day}&occupation=trade-and-food`,
  },
  {
    what: 'those of a district with savings for old age',
    query: ({ district }, day) => `region=${district}&asOf=${day}&programme=JHT`,
  },
  {
    what: 'the self-employed of a province who came by agents',
    query: ({ province }, day) => `region=${province}&asOf=${day}&segment=BPU&channel=agent`,
  },
  {
    what: 'a village as known then',
    query: ({ village }, day, known) => `region=${village}&asOf=${day}&knownOn=${known}`,
  },
  {
    what: 'a regency as known then',
    query: ({ regency }, day, known) => `region=${regency}&asOf=${day}&knownOn=${known}`,
  },
  { what: 'the country as known then', query: (_, day, known) => `region=ID&asOf=${day}&knownOn=${known}` },
];

/** One question, ready to be asked. */
export interface Question {
  readonly what: string;
  readonly query: string;
}

const DAYS = 365;
const DAY_MS = 86_400_000;
const dayAt = (place: number): string =>
  new Date(Date.UTC(YEAR, 0, 1) + place * DAY_MS).toISOString().slice(0, 10);

/** Spreads numbers over a range without a pattern that the questions could follow (Knuth's multiplicative hash). */
const spread = (number: number, below: number): number => (Math.imul(number, 2_654_435_761) >>> 0) % below;

const placeOf = (village: string): Place => ({
  village,
  district: village.slice(0, 8),
  regency: village.slice(0, 5),
  province: village.slice(0, 2),
});

/** So many questions about places and days all over country and year, the kinds in turn; they follow from the seed. */
export const questionsAbout = (
  villages: readonly string[],
  seed: number,
  count: number,
): readonly Question[] =>
  Array.from({ length: count }, (_, number) => {
    const { what, query } = KINDS[number % KINDS.length]!;
    const drawn = seed * count + number;
    const place = placeOf(villages[spread(drawn, villages.length)]!);
    const asOf = spread(drawn + 1, DAYS);
    const known = asOf + spread(drawn + 2, DAYS - asOf);
    return { what, query: query(place, dayAt(asOf), dayAt(known)) };
  });
