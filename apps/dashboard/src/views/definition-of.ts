import type { Row } from '../api/coverage-answer.js';
import { UNMAPPED } from '../model/sorting.js';
import { trendPoints, type PageState } from '../model/state.js';
import { calculationOf } from './calculation.js';
import { inputsOf, type Input } from './inputs.js';
import { meaningOf } from './meaning.js';
import { TOTAL, type Reference } from './number.js';
import type { Numbered } from './numbered.js';
import { shownIn, type Shown } from './shown.js';

/** What the dialog about a number says. */
export interface Definition {
  readonly title: string;
  readonly meaning: string;
  /** The calculation with its numbers; null where there is none. */
  readonly calculation: string | null;
  readonly inputs: readonly Input[];
  /** The question that this answers, relative to the page. */
  readonly request: string;
}

const isRow = (key: string) => (row: Row) => (row.region ?? row.part ?? UNMAPPED) === key;
const isPart = (key: string) => (row: Row) => (row.part ?? UNMAPPED) === key;

type Found = Numbered & { readonly request: string };

const inAnswer = (
  state: PageState,
  reference: Reference,
  place: 'figure' | 'regions' | 'cut',
): Found | null => {
  const { key } = reference;
  const part = state[place];
  if (part.kind !== 'there') return null;
  const found = part.body.rows.find(place === 'cut' ? isPart(key) : isRow(key)) ?? null;
  const row = place === 'figure' ? (part.body.rows[0] ?? null) : found;
  return {
    reference,
    answer: part.body,
    row: key === TOTAL && place !== 'figure' ? null : row,
    request: part.request,
  };
};

/** A point of the trend is the figure of another day. */
const inTrend = (state: PageState, reference: Reference): Found | null => {
  const found = inAnswer(state, reference, 'figure');
  if (found?.row == null || state.trend.kind !== 'there') return null;
  const point = trendPoints(state).find(({ on }) => on === reference.key);
  if (point === undefined) return null;
  const row = {
    ...found.row,
    persons: point.persons,
    coverage: null,
    coverageText: null,
    denominator: null,
    gap: null,
    target: null,
  };
  return { reference, answer: { ...found.answer, asOf: point.on }, row, request: state.trend.request };
};

/** The question with its day written out, so that it gives this number tomorrow, too; the public may only ask of today. */
const pinned = (request: string, asOf: string, hasToken: boolean): string =>
  hasToken && !/[?&](asOf|through)=/.test(request) ? `${request}&asOf=${asOf}` : request;

const titleOf = ({ metric }: Reference, { words }: Shown): string => {
  if (metric === 'needed') return words.neededTitle;
  if (metric === 'lag' || metric === 'applied') return words.freshness;
  return words[metric];
};

/** Meaning, calculation, inputs and question of a number of the page; null where it is gone by now. */
export const definitionOf = (state: PageState, reference: Reference): Definition | null => {
  const { place } = reference;
  const found = place === 'trend' ? inTrend(state, reference) : inAnswer(state, reference, place);
  if (found === null) return null;
  const shown = shownIn(state.language);
  return {
    title: titleOf(reference, shown),
    meaning: meaningOf(found, shown),
    calculation: calculationOf(found, shown),
    inputs: inputsOf(found, state.target, shown),
    request: pinned(found.request, found.answer.asOf, state.hasToken),
  };
};
