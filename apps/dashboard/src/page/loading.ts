import type { Answered, Api } from '../api/api.js';
import type { CoverageAnswer, RegionInPlace, Series, TargetDetail } from '../api/coverage-answer.js';
import { failureIn } from '../api/failure.js';
import {
  cutRequest,
  regionRequest,
  regionsRequest,
  targetRequest,
  todayRequest,
  trendRequest,
} from '../api/requests.js';
import type { Question } from '../model/question.js';
import { hasChildren, levelOf, liesIn } from '../model/regions.js';
import { tellsStory } from '../model/figure.js';
import { ABSENT, type Crumb, type Loaded, type PageState } from '../model/state.js';

/** Who asks, until when. */
export interface Asking {
  readonly api: Api;
  readonly hasToken: boolean;
  readonly signal: AbortSignal;
}

/** An answer as a part of the page; nothing when it is no longer wanted. */
export const partOf = async <Body>(
  asked: Promise<Answered<Body>>,
  signal: AbortSignal,
): Promise<Loaded<Body> | null> => {
  try {
    const { body, request } = await asked;
    return signal.aborted ? null : { kind: 'there', body, request };
  } catch (error) {
    return signal.aborted ? null : { kind: 'failed', failure: failureIn(error) };
  }
};

/** The regions of the next level down; the public sees none below the districts. */
export const loadRegions = (
  { api, hasToken, signal }: Asking,
  question: Question,
): Promise<Loaded<CoverageAnswer> | null> => {
  const isOpen = hasChildren(question.region) && (hasToken || levelOf(question.region) !== 'district');
  return isOpen
    ? partOf(api.get<CoverageAnswer>(regionsRequest(question), signal), signal)
    : Promise.resolve(ABSENT);
};

/** One row for each part; not for the public. */
export const loadCut = (
  { api, hasToken, signal }: Asking,
  question: Question,
): Promise<Loaded<CoverageAnswer> | null> =>
  hasToken ? partOf(api.get<CoverageAnswer>(cutRequest(question), signal), signal) : Promise.resolve(ABSENT);

/** The trend up to the day of the figure; not for the public. */
export const loadTrend = (
  { api, hasToken, signal }: Asking,
  question: Question,
  asOf: string,
): Promise<Loaded<Series> | null> =>
  hasToken ? partOf(api.get<Series>(trendRequest(question, asOf), signal), signal) : Promise.resolve(ABSENT);

/** What the target was stated of; without a token, or where it cannot be had, the page does without. */
export const loadTarget = async (
  { api, hasToken, signal }: Asking,
  id: string | null,
): Promise<TargetDetail | null> => {
  if (id === null || !hasToken) return null;
  const part = await partOf(api.get<TargetDetail>(targetRequest(id), signal), signal);
  return part?.kind === 'there' ? part.body : null;
};

/** The way down from the country to a region; empty where there is none to show, as above a set of regions. */
export const loadCrumbs = async (
  { api, signal }: Asking,
  region: string,
  regions: readonly string[],
): Promise<readonly Crumb[]> => {
  const part = await partOf(api.getPublic<RegionInPlace>(regionRequest(region), signal), signal);
  const above = part?.kind === 'there' ? part.body.ancestors : [];
  return above.map(({ code, name }) => ({ region: code, name, isOpen: liesIn(code, regions) }));
};

/**
 * The service's today, and whether it is a story's: the day of a figure for which no day was asked, asked as the
 * public does, so that every token will do. Null where nobody answers.
 */
export const loadToday = async ({
  api,
  signal,
}: Asking): Promise<Pick<PageState, 'today' | 'isStory'> | null> => {
  const asked = api.getPublic<CoverageAnswer>(todayRequest, signal);
  const part = await partOf(asked, signal);
  if (part?.kind !== 'there') return null;
  const { asOf } = part.body;
  return { today: asOf, isStory: tellsStory(asOf, (await asked).sentAt) };
};
