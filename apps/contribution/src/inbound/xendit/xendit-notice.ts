import { kinds } from '#libs/contracts';
import { Problem, type ProblemField } from '#libs/http';
import type { PaymentMethod, Reason } from '#libs/kernel';
import type { Notice } from '../http/notice.js';

/** The name under which its payments stand in the books. */
export const XENDIT = 'xendit';

type Fields = Readonly<Record<string, unknown>>;

const STATUSES_PAID = ['PAID', 'SETTLED', 'SUCCEEDED', 'COMPLETED'];
const STATUSES_BACK = ['REFUNDED', 'VOIDED', 'CHARGEBACK'];

const METHODS: Readonly<Record<string, PaymentMethod>> = {
  BANK_TRANSFER: 'virtual-account',
  EWALLET: 'e-wallet',
  QR_CODE: 'qris',
  RETAIL_OUTLET: 'cash-outlet',
};

const fault = (path: string, value: unknown): ProblemField => {
  const reason: Reason = value === undefined || value === null ? 'missing' : 'malformed';
  return { path, reason };
};

/** The first of the fields that is there: notices of invoices and of virtual accounts name the same thing differently. */
const pick = <Value>(
  fields: Fields,
  names: readonly string[],
  accepts: (value: unknown) => boolean,
): Value => {
  const name = names.find((one) => fields[one] !== undefined && fields[one] !== null) ?? names[0]!;
  const value = fields[name];
  if (!accepts(value)) throw Problem.malformed([fault(name, value)]);
  return value as Value;
};

const textIn = (fields: Fields, ...names: string[]) => pick<string>(fields, names, kinds.text(64).accepts);

/** A virtual account's notice has no status: it is sent when money came. */
const statusOf = ({ status, callback_virtual_account_id }: Fields): string => {
  if (typeof status === 'string') return status;
  if (typeof callback_virtual_account_id === 'string') return 'PAID';
  throw Problem.malformed([fault('status', status)]);
};

const settled = (fields: Fields, paymentId: string): Notice => ({
  kind: 'settled',
  payment: {
    paymentId,
    gateway: XENDIT,
    method:
      'callback_virtual_account_id' in fields
        ? 'virtual-account'
        : (METHODS[String(fields['payment_method'])] ?? 'bank-transfer'),
    paymentCode: textIn(fields, 'external_id').split('-')[0]!,
    nik: null,
    amount: pick<number>(fields, ['paid_amount', 'amount'], kinds.positiveRupiah.accepts),
    currency: pick<'IDR'>({ currency: 'IDR', ...fields }, ['currency'], (value) => value === 'IDR'),
    settledAt: pick<string>(fields, ['paid_at', 'transaction_timestamp'], kinds.instant.accepts),
    months: null,
    payer: { kind: 'self', code: null },
    lines: null,
  },
});

/**
 * What a notice says, of an invoice or of a virtual account. `external_id` begins with the payment code; behind a hyphen may
 * stand what makes it the only one. What is pending or expired moves no money.
 * Throws a 400 that names the field at fault.
 */
export const xenditNoticeOf = (body: unknown, nowAt: string): Notice => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw Problem.malformed();
  const fields = body as Fields;
  const status = statusOf(fields);
  const paymentId = textIn(fields, 'payment_id', 'id');
  if (STATUSES_PAID.includes(status)) return settled(fields, paymentId);
  if (!STATUSES_BACK.includes(status)) return { kind: 'nothing' };
  const reason = status.toLowerCase();
  return {
    kind: 'reversed',
    reversal: { paymentId, gateway: XENDIT, reversedAt: nowAt, reason, lines: null },
  };
};
