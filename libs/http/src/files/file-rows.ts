import { promisify } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import { Problem } from '../problems/problem.js';
import { parseJson } from '../requests/parse-json.js';
import type { Streamed } from '../requests/stream-body.js';
import { textsOf } from './file-texts.js';

/** What a row says, by the names of its columns or fields. */
export type Cells = Readonly<Record<string, unknown>>;

/** A row of ours is shorter by far; a payment with many lines comes as a payment. */
const ROW_CHARACTERS_MAX = 10_000;
const CSV_DIALECT = { bom: true, trim: true, skipEmptyLines: true, maxRecordSize: ROW_CHARACTERS_MAX };

/** Names that a table may have: each once, none that reaches for a prototype. */
const columnsIn = (header: readonly string[]): readonly string[] => {
  if (header.includes('__proto__'))
    throw Problem.malformed([{ path: '__proto__', reason: 'forbidden-field' }], 'forbidden-field');
  const repeated = header.find((column, index) => header.indexOf(column) < index);
  if (repeated !== undefined) throw Problem.malformed([{ path: repeated, reason: 'malformed' }]);
  return header;
};

/** What was parsed of a table and not handed on yet. */
class TableRows {
  missing: readonly string[];
  private columns: readonly string[] = [];
  private rows: Cells[] = [];

  constructor(needed: readonly string[]) {
    this.missing = needed;
  }

  /** The first record names the columns. */
  readonly take = (cells: readonly string[]): null => {
    if (this.columns.length === 0) {
      this.columns = columnsIn(cells);
      this.missing = this.missing.filter((column) => !this.columns.includes(column));
    } else if (this.missing.length === 0)
      this.rows.push(Object.fromEntries(this.columns.map((column, place) => [column, cells[place]])));
    return null;
  };

  taken(): readonly Cells[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }
}

type Done = (error?: Error | null) => void;

/** What cannot be read is said before what is missing: so a table without the columns is read to its end all the same. */
async function* csvRows(
  texts: AsyncIterable<string>,
  needed: readonly string[],
): AsyncGenerator<readonly Cells[]> {
  const rows = new TableRows(needed);
  const parser = parse({ ...CSV_DIALECT, onRecord: rows.take });
  parser.on('error', () => undefined); // thrown where the text is parsed
  const parsed = promisify((text: string, done: Done) => void parser.write(text, done));
  for await (const text of texts) {
    await parsed(text);
    yield rows.taken();
  }
  await promisify((done: Done) => void parser.end(done))();
  yield rows.taken();
  if (rows.missing.length > 0)
    throw Problem.malformed(rows.missing.map((path) => ({ path, reason: 'missing' })));
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    if ([rest, ...lines].some(({ length }) => length > ROW_CHARACTERS_MAX)) throw Problem.tooLarge();
    yield lines;
  }
  yield [rest];
}

const cellsIn = (line: string): Cells => {
  const cells = parseJson(Buffer.from(line));
  if (typeof cells !== 'object' || cells === null || Array.isArray(cells)) throw Problem.malformed();
  return cells as Cells;
};

async function* ndjsonRows(texts: AsyncIterable<string>): AsyncGenerator<readonly Cells[]> {
  for await (const lines of linesOf(texts)) yield lines.filter((line) => line.trim() !== '').map(cellsIn);
}

/** What the parser says of a file that is no table; a row without end is too large. */
const problemOf = (error: unknown): unknown => {
  if (!(error instanceof CsvError)) return error;
  return error.code === 'CSV_MAX_RECORD_SIZE' ? Problem.tooLarge() : Problem.malformed([], 'unreadable');
};

/**
 * The rows of a file in order, as many at once as came together: a promise for each would take longer than the row.
 * @param needed the columns that a table must have; a row of NDJSON may lack them
 * @param seen is shown the bytes as they come
 * @throws a 400 for what cannot be read, a 413 for a file or row that is none of ours
 */
export async function* rowsOf(
  file: Streamed,
  needed: readonly string[],
  seen: (chunk: Buffer) => void = () => undefined,
): AsyncGenerator<readonly Cells[]> {
  const texts = textsOf(file, seen);
  try {
    yield* file.type === 'text/csv' ? csvRows(texts, needed) : ndjsonRows(texts);
  } catch (error) {
    throw problemOf(error);
  }
}
