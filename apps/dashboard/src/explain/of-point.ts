import type { Coverage, Denominator, Series } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import type { TrendPoint } from '../model/figure.js';
import type { Shown } from '../words/shown.js';
import { ratioOf } from './calculation.js';
import type { Definition } from './definition.js';
import { ofDenominator } from './inputs.js';
import { definitionOfAnswer } from './of-answer.js';
import { definitionOf } from './of-figure.js';

/** The numbers of a point of the trend. */
export type PointMetric = 'persons' | 'coverage';

/** A point with the figure at the end of its trend. */
export interface PointOf {
  readonly figure: Answered<Coverage>;
  readonly point: TrendPoint;
  /** The answer that gives the points. */
  readonly series: Answered<Series>;
}

/** Points do not name their denominator. The newest of the figure's day was that of each day since it was counted, too. */
const denominatorOf = ({ figure, point }: PointOf): Denominator | null => {
  const denominator = figure.body.rows[0]?.denominator ?? null;
  return denominator !== null && denominator.asOf <= point.on ? denominator : null;
};

const meaningOf = (
  metric: PointMetric,
  denominator: Denominator | null,
  given: PointOf,
  { words }: Shown,
) => {
  const { definitions } = words;
  if (metric === 'persons')
    return definitions.measures[given.figure.body.measure === 'registered' ? 'registered' : 'active'];
  return denominator === null ? `${definitions.coverage} ${definitions.unnamed}` : definitions.coverage;
};

/** What is said of a number of the trend: the last point is the figure itself, the others are figures of other days. */
export const pointDefinition = (metric: PointMetric, given: PointOf, shown: Shown): Definition => {
  const { figure, point, series } = given;
  const { body: answer } = figure;
  const row = answer.rows[0] ?? null;
  if (point.on === answer.asOf) return definitionOf({ metric, answer, row, address: figure.address }, shown);
  const { words, day } = shown;
  const { definitions } = words;
  const denominator = metric === 'coverage' ? denominatorOf(given) : null;
  return definitionOfAnswer(series, {
    title: words[metric],
    meaning: meaningOf(metric, denominator, given, shown),
    calculation: ratioOf(point.persons, denominator?.value ?? null, shown),
    inputs: [
      [words.place, `${row?.name ?? ''} (${row?.region ?? ''})`],
      [words.measure, words.measures[answer.measure === 'registered' ? 'registered' : 'active']],
      [definitions.day, day(point.on)],
      [definitions.known, answer.knownOn === null ? definitions.knownNow : day(answer.knownOn)],
      ...(denominator ? ofDenominator(denominator, shown) : []),
    ],
    standing: { kind: 'heard', freshness: series.body.freshness },
  });
};
