import { PaymentSettled } from '#libs/contracts';
import {
  Problem,
  rowsOf,
  validated,
  type Cells,
  type ProblemField,
  type Streamed,
  type StreamedType,
} from '#libs/http';

/** As many as one answer can hold; more come in several files. */
const ROWS_MAX = 10_000;
const COLUMNS = ['paymentId', 'gateway', 'method', 'amount', 'settledAt'];
const BETWEEN_MONTHS = /[\s;|]+/;
const DIGITS = /^\d{1,16}$/;

/** A row that is a payment, or what is wrong with it. */
export type PaymentRow =
  | { readonly kind: 'payment'; readonly payment: PaymentSettled }
  | {
      readonly kind: 'malformed';
      readonly paymentId: string | null;
      readonly fields: readonly ProblemField[];
    };

/** Cells are texts, and an empty one is absent; the payer stands in two of them. */
const paymentInCells = ({ amount, months, payerKind, payerCode, ...cells }: Cells): object => {
  const stated = Object.entries(cells).filter(([, cell]) => cell !== '');
  return {
    currency: 'IDR',
    ...Object.fromEntries(stated),
    amount: DIGITS.test(String(amount)) ? Number(amount) : amount,
    payer: { kind: payerKind || 'self', code: payerCode || null },
    ...(months ? { months: String(months).split(BETWEEN_MONTHS) } : {}),
  };
};

const rowIn = (cells: Cells, type: StreamedType): PaymentRow => {
  try {
    const stated = type === 'text/csv' ? paymentInCells(cells) : cells;
    return { kind: 'payment', payment: validated(PaymentSettled, stated) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { paymentId } = cells;
    const { fields } = error.body;
    return { kind: 'malformed', paymentId: typeof paymentId === 'string' ? paymentId : null, fields };
  }
};

/**
 * Reads payments: NDJSON with one payment a line, or CSV with the columns `paymentId`, `gateway`, `method`, `paymentCode`,
 * `nik`, `amount`, `settledAt`, `months` (separated by blanks), `payerKind`, `payerCode`.
 * Throws a 400 for a file that cannot be read, a 413 for too many rows.
 */
export const readPayments = async (file: Streamed): Promise<readonly PaymentRow[]> => {
  const rows: PaymentRow[] = [];
  for await (const some of rowsOf(file, COLUMNS)) {
    if (rows.length + some.length > ROWS_MAX) throw Problem.tooLarge();
    for (const cells of some) rows.push(rowIn(cells, file.type));
  }
  return rows;
};
