import type { CoverageAnswer, Series, SeriesPoint, TargetDetail } from '../api/coverage-answer.js';
import type { Failure } from '../api/failure.js';
import type { Connection } from '../api/push.js';
import type { Language } from '../words/words.js';
import { pointsThrough } from './figure.js';
import type { Question } from './question.js';
import type { SortOrder } from './sorting.js';

/** A part of the page: not there yet, there (with the request that it answers), failed, or not to be had at all. */
export type Loaded<Body> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'there'; readonly body: Body; readonly request: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'absent' };

/** A region on the way down from the country, with its name. */
export interface Crumb {
  readonly region: string;
  readonly name: string;
  /** Whether the viewer may open it. */
  readonly isOpen: boolean;
}

/** All that the page shows; views are functions of it. */
export interface PageState {
  readonly question: Question;
  readonly language: Language;
  /** With a token more can be asked: other days, villages, the trend. */
  readonly hasToken: boolean;
  readonly tokenExpired: boolean;
  /** The service's today; null until it said so. */
  readonly today: string | null;
  /** The service runs on the story clock, which it does with sample data only. */
  readonly isStory: boolean;
  readonly connection: Connection;
  /** A new question is under way: what is shown still answers the last one. */
  readonly isAsking: boolean;
  readonly crumbs: readonly Crumb[];
  readonly figure: Loaded<CoverageAnswer>;
  readonly regions: Loaded<CoverageAnswer>;
  readonly cut: Loaded<CoverageAnswer>;
  readonly trend: Loaded<Series>;
  readonly target: TargetDetail | null;
  readonly order: SortOrder;
}

export const WAITING = { kind: 'waiting' } as const;
export const ABSENT = { kind: 'absent' } as const;

/** The body of a part that is there. */
export const bodyOf = <Body>(part: Loaded<Body>): Body | null => (part.kind === 'there' ? part.body : null);

/** The trend, ending with the figure that is shown, so that both move together. */
export const trendPoints = ({ trend, figure }: PageState): readonly SeriesPoint[] => {
  const [series, answer] = [bodyOf(trend), bodyOf(figure)];
  const row = answer?.rows[0];
  if (series === null || answer === null || row === undefined) return [];
  const { persons, coverage } = row;
  return pointsThrough(series.points, { asOf: answer.asOf, persons, coverage });
};

/** Before anything was asked. */
export const initialState = (
  question: Question,
  language: Language,
  visit: Pick<PageState, 'hasToken' | 'tokenExpired'>,
): PageState => ({
  question,
  language,
  ...visit,
  today: null,
  isStory: false,
  connection: 'connecting',
  isAsking: true,
  crumbs: [],
  figure: WAITING,
  regions: WAITING,
  cut: visit.hasToken ? WAITING : ABSENT,
  trend: visit.hasToken ? WAITING : ABSENT,
  target: null,
  order: { key: 'persons', descending: true },
});
