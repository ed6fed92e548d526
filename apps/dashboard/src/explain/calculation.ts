import type { Row, Total } from '../api/answers.js';
import { exactRatio, percent } from '../format/numbers.js';
import { shareOf } from '../model/figure.js';
import { aimOf } from './aim.js';
import type { Numbered } from './numbered.js';
import type { Shown } from '../words/shown.js';

/** `100.512 ÷ 227.164 = 0,4424… → 44,24%`; null where either is not known, or there is nobody to divide by. */
export const ratioOf = (
  persons: number | null,
  all: number | null,
  { whole, language }: Shown,
): string | null => {
  const ratio = shareOf(persons, all);
  if (persons === null || all === null || ratio === null) return null;
  return `${whole(persons)} ÷ ${whole(all)} = ${exactRatio(ratio, language)} → ${percent(ratio, language)}`;
};

const gapOf = ({ persons, denominator, gap }: Row, { whole }: Shown): string | null =>
  persons === null || denominator === null || gap === null
    ? null
    : `${whole(denominator.value)} − ${whole(persons)} = ${whole(gap)}`;

/** `50% × 227.164 → 113.582 − 100.512 = 13.070`; where the target is reached, that it is. */
const neededOf = ({ persons, denominator, target }: Row, shown: Shown): string | null => {
  if (target?.needed == null || persons === null || target.kind === 'new') return null;
  const { whole } = shown;
  const asked =
    target.kind === 'stock'
      ? whole(target.value)
      : `${aimOf(target, shown)} × ${whole(denominator?.value ?? 0)}`;
  if (target.needed === 0) return `${asked} ≤ ${whole(persons)}`;
  const before = target.kind === 'stock' ? '' : `${asked} → `;
  return `${before}${whole(persons + target.needed)} − ${whole(persons)} = ${whole(target.needed)}`;
};

const overlapOf = ({ sumOfParts, persons, overlap }: Total, { whole }: Shown): string | null =>
  sumOfParts === null || persons === null || overlap === null
    ? null
    : `${whole(sumOfParts)} − ${whole(persons)} = ${whole(overlap)}`;

/** How a number comes out of others, with the numbers; null for what is counted or stated. */
export const calculationOf = ({ metric, answer, row }: Numbered, shown: Shown): string | null => {
  switch (metric) {
    case 'coverage':
      return row && ratioOf(row.persons, row.denominator?.value ?? null, shown);
    case 'share':
      return row && ratioOf(row.persons, answer.total.persons, shown);
    case 'gap':
      return row && gapOf(row, shown);
    case 'needed':
      return row && neededOf(row, shown);
    case 'overlap':
      return overlapOf(answer.total, shown);
    default:
      return null;
  }
};
