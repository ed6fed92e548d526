import { csvOf } from '#libs/http';
import type { Statement } from '../../use-cases/views.js';

const COLUMNS = [
  'contributionId',
  'months',
  'from',
  'through',
  'amount',
  'payerKind',
  'payerCode',
  'gateway',
  'paymentId',
  'paidAt',
  'reversedAt',
];

/** A statement as a table; months of one contribution stand in one cell. */
export const statementCsv = ({ entries }: Statement): string =>
  csvOf(
    COLUMNS,
    entries.map((entry) => ({
      contributionId: entry.contributionId,
      months: entry.months.join(' '),
      from: entry.from,
      through: entry.through,
      amount: entry.amountRupiah,
      payerKind: entry.payer.kind,
      payerCode: entry.payer.code,
      gateway: entry.gateway,
      paymentId: entry.paymentId,
      paidAt: entry.paidAt,
      reversedAt: entry.reversedAt,
    })),
  );
