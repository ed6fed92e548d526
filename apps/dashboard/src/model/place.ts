import {
  count,
  day,
  numberWithin,
  one,
  oneOrNone,
  parametersOf,
  text,
  type Parameter,
} from './parameters.js';
import { SORT_KEYS, type SortKey } from './sorting.js';
import { SEGMENTS, type Segment } from './vocabulary.js';
import type { Language } from '../words/language.js';

export const VIEWS = [
  'overview',
  'gap',
  'channels',
  'targets',
  'benefits',
  'published',
  'operations',
] as const;
/** The pages of the dashboard. */
export type View = (typeof VIEWS)[number];

export const MEASURES = ['active', 'registered'] as const;
/** What is counted on a day. */
export type Measure = (typeof MEASURES)[number];

export const CUTS = ['segment', 'channel', 'programme', 'payer', 'occupation'] as const;
/** By what a figure is cut, regions apart. */
export type Cut = (typeof CUTS)[number];

export const SHADES = ['coverage', 'gap', 'pace'] as const;
/** What the colours of the regions tell. */
export type Shade = (typeof SHADES)[number];

export const FORMS = ['bars', 'map', 'tiles'] as const;
/** How the regions are drawn. */
export type Form = (typeof FORMS)[number];

export const RANKINGS = ['missing', 'pace', 'retention'] as const;
/** By what the regions that are missing persons are ranked. */
export type Ranking = (typeof RANKINGS)[number];

export const FUNNEL_CUTS = ['channel', 'channel-code', 'campaign', 'month'] as const;
/** By what the funnel is cut: the kind of channel, its code, the campaign, the month of registration. */
export type FunnelCut = (typeof FUNNEL_CUTS)[number];

/** Where a visitor is: all that is asked and chosen. The address bar holds it whole. */
export interface Place {
  readonly view: View;
  readonly region: string;
  /** `YYYY-MM-DD`; null is today. */
  readonly asOf: string | null;
  /** Null is all that is known. */
  readonly knownOn: string | null;
  readonly measure: Measure;
  readonly cut: Cut;
  readonly form: Form;
  readonly shade: Shade;
  readonly sort: SortKey;
  readonly isAscending: boolean;
  readonly ranking: Ranking;
  /** The share to reach in the what-if, in per cent; null is that of the target. */
  readonly aimPercent: number | null;
  /** Months that sponsors pay for in the what-if. */
  readonly months: number;
  /** Of those who are missing, so many are paid for by somebody else. */
  readonly sponsored: number;
  /** Whose gap is ranked; null is everybody's. */
  readonly segment: Segment | null;
  readonly funnelCut: FunnelCut;
  /** Kind, code and campaign by which memberships came; null is any. Of the kind the gap is ranked, too. */
  readonly channel: string | null;
  readonly channelCode: string | null;
  readonly campaign: string | null;
  /** The days of registration of the memberships; null is from the beginning, and through today. */
  readonly from: string | null;
  readonly through: string | null;
  /** The year of benefits; null is the one of the day. */
  readonly year: number | null;
  readonly language: Language;
}

const YEAR = /^[12]\d{3}$/;
const SPONSORED_MAX = 1_000_000_000;

const PARAMETERS: { readonly [Name in keyof Place]: Parameter<Place[Name]> } = {
  view: one('view', VIEWS),
  region: { name: 'region', read: (text) => text, write: (region) => region },
  asOf: day('asOf'),
  knownOn: day('knownOn'),
  measure: one('measure', MEASURES),
  cut: one('by', CUTS),
  form: one('form', FORMS),
  shade: one('shade', SHADES),
  sort: one('sort', SORT_KEYS),
  isAscending: {
    name: 'order',
    read: (text) => text === 'ascending',
    write: (is) => (is ? 'ascending' : null),
  },
  ranking: one('rank', RANKINGS),
  aimPercent: {
    name: 'aim',
    read: (text, usual) => numberWithin(0.01, 100)(text) ?? usual,
    write: (percent) => percent && String(percent),
  },
  months: count('months', [1, 60]),
  sponsored: count('sponsored', [0, SPONSORED_MAX]),
  segment: oneOrNone('segment', SEGMENTS),
  funnelCut: one('part', FUNNEL_CUTS),
  channel: text('channel'),
  channelCode: text('code'),
  campaign: text('campaign'),
  from: day('from'),
  through: day('through'),
  year: {
    name: 'year',
    read: (text, usual) => (YEAR.test(text) ? Number(text) : usual),
    write: (year) => year && String(year),
  },
  language: one('lang', ['id', 'en']),
} as { readonly [Name in keyof Place]: Parameter<Place[Name]> };

const NAMES = Object.keys(PARAMETERS) as readonly (keyof Place)[];

/** The place that is meant where an address says nothing. */
export const usualPlace = (region: string, language: Language): Place => ({
  view: 'overview',
  region,
  asOf: null,
  knownOn: null,
  measure: 'active',
  cut: 'segment',
  form: 'bars',
  shade: 'coverage',
  sort: 'persons',
  isAscending: false,
  ranking: 'missing',
  aimPercent: null,
  months: 3,
  sponsored: 0,
  segment: null,
  funnelCut: 'channel',
  channel: null,
  channelCode: null,
  campaign: null,
  from: null,
  through: null,
  year: null,
  language,
});

/** Reads a place out of an address (`?region=33.72&asOf=…`); what it does not say, or says wrong, is the usual. */
export const placeOf = (search: string, usual: Place): Place => {
  const said = new URLSearchParams(search);
  const read = <Name extends keyof Place>(name: Name): Place[Name] => {
    const { name: parameter, read: of } = PARAMETERS[name];
    const text = said.get(parameter);
    return text === null || text === '' ? usual[name] : of(text, usual[name]);
  };
  return Object.fromEntries(NAMES.map((name) => [name, read(name)])) as unknown as Place;
};

/** The address of a place: region and language always, so that a link shows the same to someone else; else what is not usual. */
export const addressOf = (place: Place): string => {
  const usual = usualPlace(place.region, place.language);
  const isSaid = (name: keyof Place) =>
    name === 'region' || name === 'language' || place[name] !== usual[name];
  const written = <Name extends keyof Place>(name: Name) => PARAMETERS[name].write(place[name]);
  const said = NAMES.filter(isSaid).map((name) => [PARAMETERS[name].name, written(name)] as const);
  return `?${parametersOf(Object.fromEntries(said))}`;
};

/** What the public may ask instead: the active of today. */
export const forThePublic = (place: Place): Place => ({
  ...place,
  asOf: null,
  knownOn: null,
  measure: 'active',
  shade: place.shade === 'pace' ? 'coverage' : place.shade,
});
