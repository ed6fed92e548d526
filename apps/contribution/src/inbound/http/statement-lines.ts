import { createHash } from 'node:crypto';
import { kinds } from '#libs/contracts';
import { Problem, rowsOf, type Cells, type ProblemField, type Streamed } from '#libs/http';
import type { StatementLine } from '../../use-cases/reconcile-statement-with-ledger.js';

/** More come in several files. */
const LINES_MAX = 200_000;
/** Enough to mend a file by. */
const FAULTS_MAX = 100;

const COLUMNS = ['reference', 'amount'];
const REFERENCE = kinds.text(64);
const AMOUNT = /^(-?)(\d{1,16})(?:\.00)?$/;

/** A statement as it was handed in. */
export interface StatementFile {
  readonly lines: readonly StatementLine[];
  readonly fileHash: string;
}

const faultOf = (row: number, field: string, value: unknown): ProblemField => ({
  path: `rows.${row}.${field}`,
  reason: value === undefined || value === null || value === '' ? 'missing' : 'malformed',
});

/** What a row says, or what is wrong with it. */
const lineIn = ({ reference, amount }: Cells, row: number): StatementLine | ProblemField => {
  if (!REFERENCE.accepts(reference)) return faultOf(row, 'reference', reference);
  const [, sign, digits = ''] = AMOUNT.exec(String(amount)) ?? [];
  const rupiah = Number(digits);
  if (!kinds.positiveRupiah.accepts(rupiah)) return faultOf(row, 'amount', amount);
  return { row, reference: reference as string, direction: sign === '-' ? 'out' : 'in', rupiah };
};

const isFault = (read: StatementLine | ProblemField): read is ProblemField => 'path' in read;

/**
 * Reads a gateway's statement: CSV with the columns `reference` and `amount`, or NDJSON with these fields; the amount in
 * whole rupiah, below nought where money went back. Other columns are passed over.
 * Throws a 400 that names the rows at fault, a 413 for too many.
 */
export const readStatement = async (file: Streamed): Promise<StatementFile> => {
  const hash = createHash('sha256');
  const lines: StatementLine[] = [];
  const faults: ProblemField[] = [];
  for await (const some of rowsOf(file, COLUMNS, (chunk) => void hash.update(chunk))) {
    for (const cells of some) {
      const read = lineIn(cells, lines.length + faults.length + 1);
      if (isFault(read)) faults.push(read);
      else lines.push(read);
    }
    if (lines.length + faults.length > LINES_MAX) throw Problem.tooLarge();
    if (faults.length >= FAULTS_MAX) break;
  }
  if (faults.length > 0) throw Problem.malformed(faults.slice(0, FAULTS_MAX));
  return { lines, fileHash: hash.digest('hex') };
};
