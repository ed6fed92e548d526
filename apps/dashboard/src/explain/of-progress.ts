import type { Denominator, Progress } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import { decimal } from '../format/numbers.js';
import type { Shown } from '../words/shown.js';
import { aimOf } from './aim.js';
import type { Definition, Input } from './definition.js';
import { ofDenominator } from './inputs.js';
import { definitionOfAnswer, ofKnown, pinned } from './of-answer.js';

/** The numbers of a target's progress. */
export type ProgressMetric = 'reached' | 'needed' | 'neededPerDay' | 'pacePerDay' | 'projectedOn';

const calculationOf = (metric: ProgressMetric, progress: Progress, shown: Shown): string | null => {
  const { whole, language } = shown;
  const { needed, daysLeft, neededPerDay, pacePerDay } = progress;
  if (metric === 'neededPerDay' && needed !== null && daysLeft !== null && neededPerDay !== null)
    return `${whole(needed)} ÷ ${whole(daysLeft)} = ${decimal(neededPerDay, language)}`;
  if (metric === 'projectedOn' && needed !== null && needed > 0 && daysLeft !== 0 && pacePerDay > 0)
    return `${whole(needed)} ÷ ${decimal(pacePerDay, language)} = ${shown.words.progress.days(whole(Math.ceil(needed / pacePerDay)))}`;
  return null;
};

/** The denominator with its source where it is known, else the name that the answer gives it. */
const ofBase = (id: string | null, denominators: readonly Denominator[], shown: Shown): readonly Input[] => {
  const found = denominators.find((each) => each.id === id);
  return found ? ofDenominator(found, shown) : ofKnown(shown.words.denominator, id, String);
};

const inputsOf = (
  progress: Progress,
  denominators: readonly Denominator[],
  shown: Shown,
): readonly Input[] => {
  const { words, day, whole, language } = shown;
  const { definitions, progress: of } = words;
  const { asOf, target, denominatorId, needed, daysLeft, pacePerDay, projectedBetween } = progress;
  return [
    [definitions.day, day(asOf)],
    [words.targetTitle, aimOf(target, shown)],
    [definitions.id, `${target.id}, ${definitions.version.toLowerCase()} ${target.version}`],
    ...ofBase(denominatorId, denominators, shown),
    ...ofKnown(of.needed, needed, whole),
    ...ofKnown(of.daysLeft, daysLeft, whole),
    [of.pacePerDay, decimal(pacePerDay, language)],
    ...ofKnown(of.earliest, projectedBetween.earliestOn, day),
    ...ofKnown(of.latest, projectedBetween.latestOn, day),
  ];
};

/** A target's progress, and the denominators of which one may be what its share is taken of. */
export interface ProgressOf {
  readonly of: Answered<Progress>;
  readonly denominators: readonly Denominator[];
}

/** What is said of a number of a target's progress. */
export const progressDefinition = (
  metric: ProgressMetric,
  { of, denominators }: ProgressOf,
  shown: Shown,
): Definition => {
  const { progress } = shown.words;
  return definitionOfAnswer(
    { address: pinned(of.address, of.body.asOf) },
    {
      title: progress[metric],
      meaning: progress.meanings[metric],
      calculation: calculationOf(metric, of.body, shown),
      inputs: inputsOf(of.body, denominators, shown),
      standing: { kind: 'heard', freshness: of.body.freshness },
    },
  );
};
