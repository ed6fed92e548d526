import {
  Problem,
  rowsOf,
  validated,
  type Cells,
  type ProblemField,
  type Streamed,
  type StreamedType,
} from '#libs/http';
import type { Reason } from '#libs/kernel';
import type { DisbursementResult } from '../../use-cases/record-result-of-disbursement.js';
import { DisbursementResultRequest, resultOf } from './disbursement-result-request.js';

/** As many as one answer can hold; more come in several files. */
const ROWS_MAX = 10_000;
const COLUMNS = ['disbursementId', 'claimId', 'status', 'amount'];
const DIGITS = /^\d{1,16}$/;

/** A row that is a bank's result, or what is wrong with it. */
export type ResultRow =
  | { readonly kind: 'result'; readonly claimId: string; readonly result: DisbursementResult }
  | {
      readonly kind: 'malformed';
      readonly disbursementId: string | null;
      readonly reasons: readonly Reason[];
      readonly fields: readonly ProblemField[];
    };

/** Cells are texts, and an empty one is absent; columns that are a bank's own are passed over. */
const resultInCells = (cells: Cells): object => {
  const names = [...COLUMNS, 'paidAt', 'returnedAt', 'reason'];
  const stated = names.filter((name) => name in cells && cells[name] !== '');
  const { amount } = cells;
  return {
    ...Object.fromEntries(stated.map((name) => [name, cells[name]])),
    ...(DIGITS.test(String(amount)) && { amount: Number(amount) }),
  };
};

const rowIn = (cells: Cells, type: StreamedType): ResultRow => {
  try {
    const request = validated(DisbursementResultRequest, type === 'text/csv' ? resultInCells(cells) : cells);
    return { kind: 'result', claimId: request.claimId.toLowerCase(), result: resultOf(request) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { disbursementId } = cells;
    const { reasons, fields } = error.body;
    return {
      kind: 'malformed',
      disbursementId: typeof disbursementId === 'string' ? disbursementId : null,
      reasons,
      fields,
    };
  }
};

/**
 * Reads a bank's results: NDJSON with one result a line, or CSV with the columns `disbursementId`, `claimId`, `status`,
 * `amount`, `paidAt`, `returnedAt`, `reason`. Throws a 400 for a file that cannot be read, a 413 for too many rows.
 */
export const readResults = async (file: Streamed): Promise<readonly ResultRow[]> => {
  const rows: ResultRow[] = [];
  for await (const some of rowsOf(file, COLUMNS)) {
    if (rows.length + some.length > ROWS_MAX) throw Problem.tooLarge();
    for (const cells of some) rows.push(rowIn(cells, file.type));
  }
  return rows;
};
