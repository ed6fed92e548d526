import { parametersOf, type Question } from '../model/question.js';
import { COUNTRY } from '../model/regions.js';

/** Requests are relative to the page, which the reporting service serves at its root. */
const COVERAGE = 'v1/coverage';

const asked = ({ region, asOf, knownOn, measure }: Question) => ({
  region,
  asOf,
  knownOn,
  measure: measure === 'active' ? null : measure,
});

/** The one figure of a region. */
export const figureRequest = (question: Question): string => `${COVERAGE}?${parametersOf(asked(question))}`;

/** One row for each region of the next level down. */
export const regionsRequest = (question: Question): string =>
  `${COVERAGE}?${parametersOf({ ...asked(question), by: 'region' })}`;

/** One row for each part of the chosen cut. */
export const cutRequest = (question: Question): string =>
  `${COVERAGE}?${parametersOf({ ...asked(question), by: question.cut })}`;

/** The figure pushed whenever it changes. */
export const streamRequest = (question: Question): string => `v1/stream?${parametersOf(asked(question))}`;

/** One point a month, from January of the year before up to the figure's day. */
export const trendRequest = (question: Question, asOf: string): string => {
  const { region, knownOn, measure } = asked(question);
  const from = `${Number(asOf.slice(0, 4)) - 1}-01-01`;
  return `${COVERAGE}/series?${parametersOf({ region, from, through: asOf, step: 'month', knownOn, measure })}`;
};

/** The country's figure of today, for which everyone may ask. */
export const todayRequest = `${COVERAGE}?region=${COUNTRY}`;

/** A region with those above it. */
export const regionRequest = (code: string): string => `v1/regions/${encodeURIComponent(code)}`;

export const targetRequest = (id: string): string => `v1/targets/${encodeURIComponent(id)}`;
