import type { Progress } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import { decimal } from '../format/numbers.js';
import type { Shown } from '../words/shown.js';
import { aimOf } from './aim.js';
import type { Definition, Input } from './definition.js';
import { definitionOfAnswer } from './of-answer.js';

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

/** What is said of a number of a target's progress. */
export const progressDefinition = (
  metric: ProgressMetric,
  answered: Answered<Progress>,
  shown: Shown,
): Definition => {
  const { words, day, whole, language } = shown;
  const { definitions, progress } = words;
  const { asOf, target, denominatorId, needed, daysLeft, pacePerDay } = answered.body;
  const known = <Value>(
    label: string,
    value: Value | null,
    text: (value: Value) => string,
  ): readonly Input[] => (value === null ? [] : [[label, text(value)]]);
  return definitionOfAnswer(
    answered,
    {
      title: progress[metric],
      meaning: progress.meanings[metric],
      calculation: calculationOf(metric, answered.body, shown),
    },
    [
      [definitions.day, day(asOf)],
      [words.targetTitle, aimOf(target, shown)],
      [definitions.id, `${target.id}, ${definitions.version.toLowerCase()} ${target.version}`],
      ...known(words.denominator, denominatorId, String),
      ...known(progress.needed, needed, whole),
      ...known(progress.daysLeft, daysLeft, whole),
      [progress.pacePerDay, decimal(pacePerDay, language)],
    ],
  );
};
