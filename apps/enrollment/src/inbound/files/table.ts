import type { Readable } from 'node:stream';
import { parse, type CsvError } from 'csv-parse';
import { Problem } from '#libs/http';
import type { RawRow } from '../../use-cases/sign-up-batches.js';
import { ROW_BYTES_MAX } from './lines.js';
import { columnsOf, rowOf } from './columns.js';

/** Stands in its place for a record that cannot be told apart from its neighbours. */
const UNREADABLE: readonly string[] = [];

const recordsOf = (bytes: Readable): AsyncIterable<readonly string[]> => {
  const parser = parse({
    bom: true,
    max_record_size: ROW_BYTES_MAX,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  let line = 0;
  parser.on('skip', (error: CsvError) => {
    if (error['lines'] !== line) parser.push(UNREADABLE); // one record may have several faults
    line = Number(error['lines']);
  });
  bytes.on('error', () => parser.destroy(Problem.malformed([], 'unreadable'))); // it broke off on its way
  return bytes.pipe(parser) as AsyncIterable<readonly string[]>;
};

/** The rows of CSV (RFC 4180) with a header of dotted field names. Throws a 400 for a header that is none. */
export async function* rowsOfTable(bytes: Readable): AsyncGenerator<RawRow> {
  let columns: readonly string[] | null = null;
  for await (const record of recordsOf(bytes)) {
    if (columns === null) columns = columnsOf(record);
    else yield record === UNREADABLE ? { flaw: 'unreadable' } : rowOf(columns, record);
  }
  if (columns === null) throw Problem.malformed([{ path: 'signUpId', reason: 'missing' }]);
}
