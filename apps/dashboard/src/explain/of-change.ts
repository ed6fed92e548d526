import type { Changes } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import { signed } from '../format/numbers.js';
import type { Shown } from '../words/shown.js';
import type { Definition, Input } from './definition.js';
import { definitionOfAnswer, type Said } from './of-answer.js';

type Explained = Omit<Said, 'standing' | 'inputs'> & { readonly more: readonly Input[] };

const explained = (
  of: Answered<Changes>,
  { more, ...said }: Explained,
  { words, day }: Shown,
): Definition => {
  const { region, asOf, sinceKnownOn, knownOn } = of.body;
  const { definitions, changes, place } = words;
  return definitionOfAnswer(of, {
    ...said,
    inputs: [
      [place, region],
      [definitions.day, day(asOf)],
      [changes.since, day(sinceKnownOn)],
      [definitions.known, knownOn === null ? definitions.knownNow : day(knownOn)],
      ...more,
    ],
    standing: { kind: 'heard', freshness: of.body.freshness },
  });
};

/** What is said of the persons that one cause brought or took. */
export const changeDefinition = (
  of: Answered<Changes>,
  { cause, gained, lost, persons }: Changes['changes'][number],
  shown: Shown,
): Definition => {
  const { words, whole } = shown;
  const { causes, meanings, gained: came, lost: went } = words.changes;
  const calculation = `${whole(gained)} − ${whole(lost)} = ${whole(persons)}`;
  const more = [[came, whole(gained)] as const, [went, whole(lost)] as const];
  return explained(of, { title: causes[cause], meaning: meanings[cause], calculation, more }, shown);
};

/** The figure as it was known then, as it is known now, and by how much they differ. */
export type KnownMetric = 'before' | 'after' | 'difference';

/** What is said of the same figure on two days of knowing. */
export const knownDefinition = (metric: KnownMetric, of: Answered<Changes>, shown: Shown): Definition => {
  const { whole } = shown;
  const { known } = shown.words.changes;
  const { before, after, difference } = of.body;
  const calculation =
    metric === 'difference' ? `${whole(after)} − ${whole(before)} = ${signed(difference, whole)}` : null;
  return explained(of, { ...known[metric], calculation, more: [] }, shown);
};
