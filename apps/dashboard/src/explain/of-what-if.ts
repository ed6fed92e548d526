import type { Coverage, Row } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import { decimal } from '../format/numbers.js';
import { monthlyRupiah, type LowestContribution } from '../model/contribution.js';
import type { WhatIf } from '../model/what-if.js';
import type { Shown } from '../words/shown.js';
import type { Definition } from './definition.js';
import { ofDenominator } from './inputs.js';
import { pinned } from './of-figure.js';

/** What was supposed, and what follows. */
export interface Supposed {
  readonly percent: number;
  readonly result: WhatIf;
  readonly contribution: LowestContribution;
}

/** The numbers of the what-if. */
export type WhatIfMetric = 'needed' | 'monthly' | 'total';

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
  if (metric === 'monthly') return `${whole(persons)} × ${rupiah(each)} = ${rupiah(persons * each)}`;
  if (metric === 'total')
    return `${rupiah(persons * each)} × ${whole(months)} = ${rupiah(persons * each * months)}`;
  const share = `${decimal(percent, language)}% × ${whole(row.denominator?.value ?? 0)}`;
  return `${share} → ${whole(result.asked)} − ${whole(row.persons ?? 0)} = ${whole(result.needed)}`;
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
    title: metric === 'needed' ? words.neededTitle : words.gapView[metric],
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
    hasCsv: false,
    freshness: of.body.freshness,
  };
};
