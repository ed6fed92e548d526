import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Problem } from '../problems/problem.js';
import { parseJson } from '../requests/parse-json.js';
import type { Streamed } from '../requests/stream-body.js';
import { textsOf } from './file-texts.js';

/** What a row says, by the names of its columns or fields. */
export type Cells = Readonly<Record<string, unknown>>;

/** A row of ours is shorter by far; a payment with many lines comes as a payment. */
const ROW_CHARACTERS_MAX = 10_000;

/** Names that a table may have: each once, none that reaches for a prototype. */
const columnsIn = (header: readonly string[]): readonly string[] => {
  if (header.includes('__proto__'))
    throw Problem.malformed([{ path: '__proto__', reason: 'forbidden-field' }], 'forbidden-field');
  const repeated = header.find((column, index) => header.indexOf(column) < index);
  if (repeated !== undefined) throw Problem.malformed([{ path: repeated, reason: 'malformed' }]);
  return header;
};

/** What cannot be read is said before what is missing: so a table without the columns is read to its end all the same. */
async function* csvRows(texts: AsyncIterable<string>, needed: readonly string[]): AsyncGenerator<Cells> {
  const rows = parse({ bom: true, trim: true, skipEmptyLines: true, maxRecordSize: ROW_CHARACTERS_MAX });
  pipeline(Readable.from(texts), rows, () => undefined); // what fails is thrown where the rows are read
  let columns: readonly string[] = [];
  let missing = needed;
  for await (const cells of rows as AsyncIterable<string[]>) {
    if (columns.length === 0) {
      columns = columnsIn(cells);
      missing = needed.filter((column) => !columns.includes(column));
    } else if (missing.length === 0)
      yield Object.fromEntries(columns.map((column, place) => [column, cells[place]]));
  }
  if (missing.length > 0) throw Problem.malformed(missing.map((path) => ({ path, reason: 'missing' })));
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    if ([rest, ...lines].some(({ length }) => length > ROW_CHARACTERS_MAX)) throw Problem.tooLarge();
    yield* lines;
  }
  yield rest;
}

async function* ndjsonRows(texts: AsyncIterable<string>): AsyncGenerator<Cells> {
  for await (const line of linesOf(texts)) {
    if (line.trim() === '') continue;
    const cells = parseJson(Buffer.from(line));
    if (typeof cells !== 'object' || cells === null || Array.isArray(cells)) throw Problem.malformed();
    yield cells as Cells;
  }
}

/** What the parser says of a file that is no table; a row without end is too large. */
const problemOf = (error: unknown): unknown => {
  if (!(error instanceof CsvError)) return error;
  return error.code === 'CSV_MAX_RECORD_SIZE' ? Problem.tooLarge() : Problem.malformed([], 'unreadable');
};

/**
 * The rows of a file in order.
 * @param needed the columns that a table must have; a row of NDJSON may lack them
 * @param seen is shown the bytes as they come
 * @throws a 400 for what cannot be read, a 413 for a file or row that is none of ours
 */
export async function* rowsOf(
  file: Streamed,
  needed: readonly string[],
  seen: (chunk: Buffer) => void = () => undefined,
): AsyncGenerator<Cells> {
  const texts = textsOf(file, seen);
  try {
    yield* file.type === 'text/csv' ? csvRows(texts, needed) : ndjsonRows(texts);
  } catch (error) {
    throw problemOf(error);
  }
}
