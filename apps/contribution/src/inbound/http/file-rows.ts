import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parseJson, Problem, type Streamed } from '#libs/http';
import { CsvError, parse } from 'csv-parse';

/** What a row says, by the names of its columns or fields. */
export type Cells = Readonly<Record<string, unknown>>;

/** A row of ours is shorter by far; a payment with many lines comes as a payment. */
const ROW_CHARACTERS_MAX = 10_000;

const columnsIn = (header: readonly string[]): readonly string[] => {
  if (!header.includes('__proto__')) return header;
  throw Problem.malformed([{ path: '__proto__', reason: 'forbidden-field' }], 'forbidden-field');
};

/** The rows below the header; what a row has too many of is passed over. */
async function* csvRows(bytes: Readable): AsyncGenerator<Cells> {
  const limits = { maxRecordSize: ROW_CHARACTERS_MAX, relaxColumnCount: true };
  const rows = bytes.pipe(parse({ bom: true, trim: true, skipEmptyLines: true, ...limits }));
  bytes.on('error', (error) => rows.destroy(error));
  let columns: readonly string[] | null = null;
  for await (const cells of rows as AsyncIterable<string[]>) {
    if (columns === null) columns = columnsIn(cells);
    else yield Object.fromEntries(columns.map((column, place) => [column, cells[place]]));
  }
}

async function* ndjsonRows(bytes: Readable): AsyncGenerator<Cells> {
  for await (const line of createInterface({ input: bytes, crlfDelay: Infinity })) {
    if (line.length > ROW_CHARACTERS_MAX) throw Problem.tooLarge();
    if (line.trim() === '') continue;
    const cells = parseJson(Buffer.from(line));
    if (typeof cells !== 'object' || cells === null || Array.isArray(cells)) throw Problem.malformed();
    yield cells as Cells;
  }
}

/** The rows of a file in order. Throws a 400 for what cannot be read, a 413 for a row that is none of ours. */
export async function* rowsOf({ type, bytes }: Streamed): AsyncGenerator<Cells> {
  try {
    yield* type === 'text/csv' ? csvRows(bytes) : ndjsonRows(bytes);
  } catch (error) {
    throw error instanceof CsvError ? Problem.malformed([], 'unreadable') : error;
  }
}
