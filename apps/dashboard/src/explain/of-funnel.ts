import type { Funnel } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import { exactRatio } from '../format/numbers.js';
import type { Loss, Stage } from '../model/funnel.js';
import type { Shown } from '../words/shown.js';
import { ratioOf } from './calculation.js';
import type { Definition, Input } from './definition.js';
import { definitionOfAnswer, ofKnown, ofPeriod, type Said } from './of-answer.js';

/** A stage of a part of a funnel, with the answer that it stands in. */
export interface StageOf {
  readonly of: Answered<Funnel>;
  readonly stage: Stage;
  /** Whose stage it is, in words; null: of all. */
  readonly part: string | null;
}

type SaidOf = Omit<Said, 'standing' | 'inputs'> & { readonly more: readonly Input[] };

const ofFunnel = (
  { of, part }: Pick<StageOf, 'of' | 'part'>,
  { more, ...said }: SaidOf,
  shown: Shown,
): Definition => {
  const { definitions, place } = shown.words;
  return definitionOfAnswer(of, {
    ...said,
    inputs: [
      [place, of.body.region],
      ...ofKnown(definitions.part, part, String),
      ...ofPeriod(of.body, shown),
      [definitions.day, shown.day(of.body.asOf)],
      ...more,
    ],
    standing: { kind: 'heard', freshness: of.body.freshness },
  });
};

/** What is said of a number of a funnel. */
export const stageDefinition = (given: StageOf, shown: Shown): Definition => {
  const { channels } = shown.words;
  const { milestone, count, of: all } = given.stage;
  const title = channels.milestones[milestone];
  const more = [...ofKnown(title, count, shown.whole), ...ofKnown(channels.ofThese, all, shown.whole)];
  const calculation = ratioOf(count, all, shown);
  return ofFunnel(given, { title, meaning: channels.meanings[milestone], calculation, more }, shown);
};

/** What is said of those who could have come as far as a stage. */
export const couldDefinition = (given: StageOf, shown: Shown): Definition => {
  const { channels } = shown.words;
  const { milestone, count } = given.stage;
  const title = `${channels.milestones[milestone]}: ${channels.ofThese.toLowerCase()}`;
  const more = ofKnown(channels.milestones[milestone], count, shown.whole);
  return ofFunnel(given, { title, meaning: channels.could[milestone], more }, shown);
};

/** What is said of how far a share falls from one stage to another. */
export const lossDefinition = (of: Answered<Funnel>, loss: Loss, shown: Shown): Definition => {
  const { channels } = shown.words;
  const written = (ratio: number) => exactRatio(ratio, shown.language);
  const [before, after] = [written(loss.before), written(loss.before - loss.fall)];
  const said = {
    title: channels.fall,
    meaning: channels.fallMeaning,
    calculation: `${before} − ${after} = ${written(loss.fall)}`,
    more: [
      [channels.milestones[loss.from], before],
      [channels.milestones[loss.to], after],
    ] as const,
  };
  return ofFunnel({ of, part: null }, said, shown);
};
