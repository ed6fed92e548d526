import type { Row } from '../api/answers.js';

export const SORT_KEYS = ['name', 'persons', 'coverage', 'gap'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface SortOrder {
  readonly key: SortKey;
  readonly descending: boolean;
}

export const UNMAPPED = 'unmapped';

const NAMES = new Intl.Collator('id');

const compared = (a: Row, b: Row, key: SortKey): number => {
  if (key === 'name') return NAMES.compare(a.name ?? '', b.name ?? '');
  const [left, right] = [a[key], b[key]];
  if (left === null || right === null) return 0;
  return left - right;
};

/** What cannot be compared goes last, whichever the direction: what has no value, and behind it the unmapped. */
const rank = (row: Row, key: SortKey): number => {
  if (row.part === UNMAPPED) return 2;
  return row[key] === null ? 1 : 0;
};

/** The rows in order. */
export const sorted = (rows: readonly Row[], { key, descending }: SortOrder): readonly Row[] =>
  [...rows].sort(
    (a, b) => rank(a, key) - rank(b, key) || (descending ? compared(b, a, key) : compared(a, b, key)),
  );

/** The order after a click on a column: turned round on the same one, else what is read first, largest or A. */
export const nextOrder = (order: SortOrder, key: SortKey): SortOrder =>
  order.key === key ? { key, descending: !order.descending } : { key, descending: key !== 'name' };
