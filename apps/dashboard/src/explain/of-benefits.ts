import type { Benefits } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import type { Shown } from '../words/shown.js';
import type { Definition, Input } from './definition.js';
import { definitionOfAnswer, ofPeriod } from './of-answer.js';

/** A sum of benefits: of a period, or of one of its parts. */
export interface BenefitSum {
  readonly claims: number;
  readonly from?: string;
  readonly through?: string;
  readonly part?: string | null;
}

/** What is said of a sum of benefits. */
export const benefitDefinition = (
  answered: Answered<Benefits>,
  sum: BenefitSum,
  shown: Shown,
): Definition => {
  const { words, whole, code } = shown;
  const { region, from, through } = answered.body;
  const part: readonly Input[] = sum.part ? [[words.definitions.part, code(sum.part)]] : [];
  return definitionOfAnswer(answered, { title: words.benefits.title, meaning: words.benefits.definition }, [
    [words.place, region],
    ...ofPeriod({ from: sum.from ?? from, through: sum.through ?? through }, shown),
    ...part,
    [words.benefits.claims, whole(sum.claims)],
  ]);
};
