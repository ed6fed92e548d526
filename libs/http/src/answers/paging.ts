import { IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { Problem } from '../problems/problem.js';
import { isStorable } from '../requests/flaw-of.js';
import { AsInteger } from '../validation/conversions.js';

/** A page is one query and one answer in memory. */
export const PAGE_MAX = 1_000;
const PAGE_DEFAULT = 100;
/** A cursor is a few sort keys in base64url; a longer one is not ours. */
const CURSOR = /^[A-Za-z0-9_-]{1,500}$/;

/** The query of a list: how many, and after which place. Extend it where a list takes more. */
export class PageQuery {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(PAGE_MAX)
  @AsInteger()
  limit: number = PAGE_DEFAULT;

  /** What `next` of the page before said. */
  @IsOptional()
  @IsString()
  @Matches(CURSOR)
  after?: string;
}

/** One page of a list. `next` is null on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What a row is sorted by, as texts; the place from which the next page goes on. */
export type SortKey = readonly string[];

const cursorOf = (key: SortKey): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** A page of rows that were read with one more than the limit, which tells whether there is a next page. */
export const pageOf = <Item>(
  rows: readonly Item[],
  limit: number,
  keyOf: (item: Item) => SortKey,
): Page<Item> => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null };
};

const isText = (value: unknown): value is string => typeof value === 'string' && isStorable(value);

const readCursor = (after: string): unknown => {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString());
  } catch {
    return null;
  }
};

/**
 * The sort key in a cursor, null without one. `parts` checks each part of the key, so that nothing gets into a query
 * that did not come from a row: a cursor is only base64, and anyone can write one. Throws a 422.
 */
export const placeAfter = (
  after: string | undefined,
  parts: readonly ((text: string) => boolean)[],
): SortKey | null => {
  if (after === undefined) return null;
  const key = readCursor(after);
  const isOurs =
    Array.isArray(key) &&
    key.length === parts.length &&
    parts.every((accepts, index) => isText(key[index]) && accepts(key[index]));
  if (!isOurs) throw Problem.refused(['unknown-place'], [{ path: 'after', reason: 'unknown-place' }]);
  return key as string[];
};
