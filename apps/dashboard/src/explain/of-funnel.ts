import type { Funnel } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import type { Stage } from '../model/funnel.js';
import type { Shown } from '../words/shown.js';
import { ratioOf } from './calculation.js';
import type { Definition, Input } from './definition.js';
import { definitionOfAnswer, ofPeriod } from './of-answer.js';

/** A stage of a part of a funnel, with the answer that it stands in. */
export interface StageOf {
  readonly of: Answered<Funnel>;
  readonly stage: Stage;
  /** Whose stage it is, in words; null: of all. */
  readonly part: string | null;
}

/** What is said of a number of a funnel. */
export const stageDefinition = ({ of, stage, part }: StageOf, shown: Shown): Definition => {
  const { words, whole, day } = shown;
  const { channels, definitions } = words;
  const { milestone, count, of: all } = stage;
  const counted = (label: string, value: number | null): readonly Input[] =>
    value === null ? [] : [[label, whole(value)]];
  return definitionOfAnswer(
    of,
    {
      title: channels.milestones[milestone],
      meaning: channels.meanings[milestone],
      calculation: ratioOf(count, all, shown),
    },
    [
      [words.place, of.body.region],
      ...(part === null ? [] : [[definitions.part, part] as const]),
      ...ofPeriod(of.body, shown),
      [definitions.day, day(of.body.asOf)],
      ...counted(channels.milestones[milestone], count),
      ...counted(channels.ofThese, all),
    ],
  );
};
