import type { Shown } from '../words/shown.js';
import { calculationOf } from './calculation.js';
import type { Definition } from './definition.js';
import { inputsOf, type StatedTarget } from './inputs.js';
import { meaningOf } from './meaning.js';
import type { Numbered } from './numbered.js';
import { pinned } from './of-answer.js';

const titleOf = ({ metric }: Numbered, { words }: Shown): string => {
  if (metric === 'needed') return words.neededTitle;
  if (metric === 'target') return words.targetTitle;
  if (metric === 'lag' || metric === 'applied') return words.freshness;
  return words[metric];
};

/** Meaning, calculation, inputs, question and freshness of a number of a figure. */
export const definitionOf = (
  numbered: Numbered,
  shown: Shown,
  target: StatedTarget | null = null,
): Definition => ({
  title: titleOf(numbered, shown),
  meaning: meaningOf(numbered, shown),
  calculation: calculationOf(numbered, shown),
  inputs: inputsOf(numbered, target, shown),
  address: pinned(numbered.address, numbered.answer.asOf),
  standing: { kind: 'heard', freshness: numbered.answer.freshness },
});
