import type { Changes } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import type { Shown } from '../words/shown.js';
import type { Definition } from './definition.js';
import { definitionOfAnswer } from './of-answer.js';

/** What is said of the persons that one cause brought or took. */
export const changeDefinition = (
  answered: Answered<Changes>,
  { cause, gained, lost, persons }: Changes['changes'][number],
  { words, day, whole }: Shown,
): Definition => {
  const { asOf, sinceKnownOn, knownOn } = answered.body;
  return definitionOfAnswer(
    answered,
    {
      title: words.changes.causes[cause],
      meaning: words.changes.meanings[cause],
      calculation: `${whole(gained)} − ${whole(lost)} = ${whole(persons)}`,
    },
    [
      [words.definitions.day, day(asOf)],
      [words.changes.since, day(sinceKnownOn)],
      [words.definitions.known, knownOn === null ? words.definitions.knownNow : day(knownOn)],
      [words.changes.gained, whole(gained)],
      [words.changes.lost, whole(lost)],
    ],
  );
};
