import type { Coverage, Row } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import { decimal } from '../format/numbers.js';
import { monthlyRupiah, type LowestContribution } from '../model/contribution.js';
import type { WhatIf } from '../model/what-if.js';
import type { Shown } from '../words/shown.js';
import type { Definition } from './definition.js';
import { ofDenominator } from './inputs.js';
import { pinned } from './of-answer.js';

/** What was supposed, and what follows. */
export interface Supposed {
  readonly percent: number;
  readonly result: WhatIf;
  readonly contribution: LowestContribution;
}

/** The numbers of the what-if; `self` and `sponsor` are the persons of whom the one or the other pays for. */
export type WhatIfMetric = 'needed' | 'self' | 'sponsor' | 'monthly' | 'total';

interface Supposition extends Supposed {
  readonly of: Answered<Coverage>;
  readonly row: Row;
  readonly persons: number;
  readonly months: number;
}

const calculationOf = (
  metric: WhatIfMetric,
  { persons, months, percent, result, contribution, row }: Supposition,
  shown: Shown,
) => {
  const { whole, rupiah, language } = shown;
  const each = monthlyRupiah(contribution);
  if (metric === 'sponsor') return null;
  if (metric === 'self')
    return `${whole(result.needed)} − ${whole(result.needed - persons)} = ${whole(persons)}`;
  if (metric === 'monthly') return `${whole(persons)} × ${rupiah(each)} = ${rupiah(persons * each)}`;
  if (metric === 'total')
    return `${rupiah(persons * each)} × ${whole(months)} = ${rupiah(persons * each * months)}`;
  const share = `${decimal(percent, language)}% × ${whole(row.denominator?.value ?? 0)}`;
  return `${share} → ${whole(result.asked)} − ${whole(row.persons ?? 0)} = ${whole(result.needed)}`;
};

const titleOf = (metric: WhatIfMetric, { words }: Shown): string => {
  if (metric === 'needed') return words.neededTitle;
  return metric === 'self' || metric === 'sponsor' ? words.gapView.payers[metric] : words.gapView[metric];
};

/** What is said of a number of the what-if. */
export const whatIfDefinition = (
  metric: WhatIfMetric,
  supposition: Supposition,
  shown: Shown,
): Definition => {
  const { words, rupiah, day } = shown;
  const { of, row, contribution } = supposition;
  return {
    title: titleOf(metric, shown),
    meaning: words.gapView.meanings[metric],
    calculation: calculationOf(metric, supposition, shown),
    inputs: [
      [words.place, `${row.name ?? ''} (${row.region ?? ''})`],
      [words.definitions.day, day(of.body.asOf)],
      ['JKK', rupiah(contribution.JKK)],
      ['JKM', rupiah(contribution.JKM)],
      [words.definitions.source, contribution.regulation],
      ...(row.denominator ? ofDenominator(row.denominator, shown) : []),
    ],
    address: pinned(of.address, of.body.asOf),
    standing: { kind: 'heard', freshness: of.body.freshness },
  };
};

/** What is said of what one of the self-employed pays a month for a programme in the lowest bracket. */
export const contributionDefinition = (
  programme: 'JKK' | 'JKM',
  { basisRupiah, regulation, from }: LowestContribution,
  { words, rupiah, day, code }: Shown,
): Definition => ({
  title: code(programme),
  meaning: words.gapView.meanings.contribution,
  calculation: null,
  inputs: [
    [words.gapView.basisOf, rupiah(basisRupiah)],
    [words.definitions.from, day(`${from}-01`)],
    [words.definitions.source, regulation],
  ],
  address: null,
  standing: { kind: 'other', text: words.definitions.bases.regulation },
});
