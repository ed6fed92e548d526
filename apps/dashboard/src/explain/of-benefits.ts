import type { Benefits } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import type { Shown } from '../words/shown.js';
import type { Definition, Input } from './definition.js';
import { definitionOfAnswer, ofPeriod } from './of-answer.js';

/** A sum of benefits: of a period, or of one of its parts. */
export interface BenefitSum {
  readonly amount: number;
  readonly claims: number;
  readonly from?: string;
  readonly through?: string;
  readonly part?: string | null;
}

/** The numbers of a sum of benefits. */
export type BenefitMetric = 'amount' | 'claims';

/** What is said of a number of a sum of benefits. */
export const benefitDefinition = (
  metric: BenefitMetric,
  { of, sum }: { readonly of: Answered<Benefits>; readonly sum: BenefitSum },
  shown: Shown,
): Definition => {
  const { words, rupiah, whole, code } = shown;
  const { benefits, definitions, place } = words;
  const { region, from, through } = of.body;
  const part: readonly Input[] = sum.part ? [[definitions.part, code(sum.part)]] : [];
  const period = { from: sum.from ?? from, through: sum.through ?? through };
  return definitionOfAnswer(of, {
    title: metric === 'amount' ? benefits.title : benefits.claims,
    meaning: metric === 'amount' ? benefits.definition : benefits.claimsDefinition,
    inputs: [
      [place, region],
      ...ofPeriod(period, shown),
      ...part,
      metric === 'amount' ? [benefits.claims, whole(sum.claims)] : [benefits.amount, rupiah(sum.amount)],
    ],
    standing: { kind: 'heard', freshness: of.body.freshness },
  });
};
