import { Problem, validated, type ProblemField } from '#libs/http';
import { parse } from 'csv-parse/sync';
import type { StatedReference } from '../../use-cases/reference-ledger.js';
import { DenominatorRequest, denominatorIn } from './denominator-request.js';
import { referenceId } from './reference-answers.js';
import { targetIn, TargetRequest } from './target-request.js';

const ROWS_MAX = 10_000;
/** Both kinds of reference together have fewer fields. */
const COLUMNS_MAX = 50;
const NUMBER = /^-?\d{1,16}(\.\d{1,16})?$/;
const BETWEEN_REGIONS = /[\s,;|]+/;

type Cells = Readonly<Record<string, string>>;

/** What a file is of: a column that only one of the two has tells. */
export type FileKind = 'denominator' | 'target';

/** A row that says something, or what is wrong with it. */
export type CsvReference =
  | { readonly kind: 'stated'; readonly id: string; readonly stated: StatedReference }
  | { readonly kind: 'malformed'; readonly id: string; readonly fields: readonly ProblemField[] };

const kindOf = (columns: readonly string[]): FileKind => {
  if (columns.includes('definition')) return 'denominator';
  if (columns.includes('kind')) return 'target';
  throw Problem.malformed([{ path: 'definition', reason: 'missing' }]);
};

const valueIn = (column: string, cell: string): unknown => {
  if (column === 'value') return NUMBER.test(cell) ? Number(cell) : cell;
  return column === 'regions' ? cell.split(BETWEEN_REGIONS) : cell;
};

/** The cells as a request has them; an empty one is absent. */
const requestIn = ({ id: _id, ...cells }: Cells) =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([, cell]) => cell !== '')
      .map(([column, cell]) => [column, valueIn(column, cell)]),
  );

const statedIn = (kind: FileKind, cells: Cells): StatedReference => {
  const id = referenceId.transform(cells['id'], { type: 'custom', data: 'id' }) as string;
  const request = requestIn(cells);
  return kind === 'denominator'
    ? { kind, id, content: denominatorIn(validated(DenominatorRequest, request)) }
    : { kind, id, content: targetIn(validated(TargetRequest, request)) };
};

const readRow = (kind: FileKind, cells: Cells): CsvReference => {
  const id = cells['id'] ?? '';
  try {
    return { kind: 'stated', id, stated: statedIn(kind, cells) };
  } catch (error) {
    if (error instanceof Problem) return { kind: 'malformed', id, fields: error.body.fields };
    throw error;
  }
};

/** Names that a table may have: each once, none that reaches for a prototype, not more than a person would write. */
const columnsIn = (header: readonly string[]): string[] => {
  if (header.length > COLUMNS_MAX) throw Problem.tooLarge();
  if (header.includes('__proto__'))
    throw Problem.malformed([{ path: '__proto__', reason: 'forbidden-field' }], 'forbidden-field');
  const repeated = header.find((column, index) => header.indexOf(column) < index);
  if (repeated !== undefined) throw Problem.malformed([{ path: repeated, reason: 'malformed' }]);
  return [...header];
};

const cellsIn = (text: string): Cells[] => {
  try {
    return parse(text, {
      columns: columnsIn,
      bom: true,
      trim: true,
      skipEmptyLines: true,
      to: ROWS_MAX + 1,
    });
  } catch (error) {
    throw error instanceof Problem ? error : Problem.malformed([], 'unreadable');
  }
};

/**
 * Reads denominators or targets: a header with `id` and the names of the fields, regions separated by blanks, commas,
 * semicolons or bars, an empty cell for what is absent. Throws a 400 for what is no such table, a 413 for too many rows.
 */
export const referencesOfCsv = (text: string): { kind: FileKind; rows: readonly CsvReference[] } => {
  const table = cellsIn(text);
  if (table.length > ROWS_MAX) throw Problem.tooLarge();
  const kind = kindOf(Object.keys(table[0] ?? {}));
  return { kind, rows: table.map((cells) => readRow(kind, cells)) };
};
