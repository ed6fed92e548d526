import type { DenominatorDetail, TargetDetail } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import { instantInJakarta } from '../format/days.js';
import type { Definition, Input, Standing } from './definition.js';
import { ofDenominator, ofTarget } from './inputs.js';
import { definitionOfAnswer, ofKnown } from './of-answer.js';
import type { Shown } from '../words/shown.js';

type Listed = Pick<Answered<unknown>, 'address'>;

/** The address of one version of what is listed at an address. */
const versionAt = (
  { address }: Listed,
  { id, version }: { readonly id: string; readonly version: number },
) => ({
  address: `${address.split('?')[0]}/${encodeURIComponent(id)}?version=${version}`,
});

const stated = (recordedAt: string, { words, language }: Shown): Standing => ({
  kind: 'other',
  text: words.definitions.bases.stated(instantInJakarta(recordedAt, language)),
});

/** What is said of a count of people that stands in a list. */
export const denominatorDefinition = (list: Listed, of: DenominatorDetail, shown: Shown): Definition => {
  const { words, code } = shown;
  const { regions, segment, occupation, use, recordedAt } = of;
  return definitionOfAnswer(versionAt(list, of), {
    title: words.denominator,
    meaning: words.definitions.denominator,
    inputs: [
      [words.place, regions.join(', ')],
      ...ofKnown(words.cuts.segment, segment, code),
      ...ofKnown(words.cuts.occupation, occupation, code),
      ...ofDenominator(of, shown),
      [words.targets.fields.use, words.targets.options[use]],
    ],
    standing: stated(recordedAt, shown),
  });
};

/** What is said of an aim that stands in a list. */
export const targetDefinition = (list: Listed, of: TargetDetail, shown: Shown): Definition => {
  const { words, day, code } = shown;
  const { fields } = words.targets;
  const period: readonly Input[] = [
    ...ofKnown(fields.from, of.from, day),
    ...ofKnown(fields.through, of.through, day),
  ];
  return definitionOfAnswer(versionAt(list, of), {
    title: words.targetTitle,
    meaning: words.definitions.target,
    inputs: [
      [words.place, of.regions.join(', ')],
      ...ofKnown(words.cuts.segment, of.segment, code),
      ...period,
      ...ofTarget({ ...of, needed: null }, of, shown),
    ],
    standing: stated(of.recordedAt, shown),
  });
};
