import type { PaymentMethod } from '#libs/kernel';
import { kinds } from '#libs/contracts';
import { Problem } from '#libs/http';
import type { Notice } from '../http/notice.js';
import type { MidtransNotice } from './midtrans-message.js';

/** The name under which its payments stand in the books. */
export const MIDTRANS = 'midtrans';

const METHODS: Readonly<Record<string, PaymentMethod>> = {
  bank_transfer: 'virtual-account',
  echannel: 'virtual-account',
  permata: 'virtual-account',
  qris: 'qris',
  gopay: 'e-wallet',
  shopeepay: 'e-wallet',
  cstore: 'cash-outlet',
};

const AMOUNT = /^(\d{1,16})(?:\.00)?$/;
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;

/** Times are in Jakarta's time of day. */
const instantOf = (path: 'transaction_time' | 'settlement_time', text: string): string => {
  const instant = text.replace(LOCAL_TIME, '$1T$2+07:00');
  if (kinds.instant.accepts(instant)) return instant;
  throw Problem.malformed([{ path, reason: 'malformed' }]);
};

const rupiahOf = ({ gross_amount, currency = 'IDR' }: MidtransNotice): number => {
  const rupiah = Number(AMOUNT.exec(gross_amount)?.[1] ?? NaN);
  if (currency !== 'IDR') throw Problem.malformed([{ path: 'currency', reason: 'unknown-code' }]);
  if (kinds.positiveRupiah.accepts(rupiah)) return rupiah;
  throw Problem.malformed([{ path: 'gross_amount', reason: 'malformed' }]);
};

/** The order's number begins with the payment code; behind a hyphen may stand what makes it the only one. */
const paymentCodeOf = ({ order_id }: MidtransNotice): string => order_id.split('-')[0]!;

const settled = (notice: MidtransNotice): Notice => {
  const { payment_type, transaction_id, transaction_time, settlement_time } = notice;
  const isCard = payment_type === 'credit_card';
  // a card is told of twice, captured and settled: the time that both carry makes them the same payment
  const settledAt =
    isCard || settlement_time === undefined
      ? instantOf('transaction_time', transaction_time)
      : instantOf('settlement_time', settlement_time);
  return {
    kind: 'settled',
    payment: {
      paymentId: transaction_id,
      gateway: MIDTRANS,
      method: METHODS[payment_type] ?? 'bank-transfer',
      paymentCode: paymentCodeOf(notice),
      nik: null,
      amount: rupiahOf(notice),
      currency: 'IDR',
      settledAt,
      months: null,
      payer: { kind: 'self', code: null },
      lines: null,
    },
  };
};

const reversed = ({ transaction_id, transaction_status }: MidtransNotice, nowAt: string): Notice => ({
  kind: 'reversed',
  reversal: {
    paymentId: transaction_id,
    gateway: MIDTRANS,
    reversedAt: nowAt,
    reason: transaction_status.replaceAll('_', '-'),
    lines: null,
  },
});

/**
 * What the notice says. Money is there when it is settled, or captured and held for no fraud; it is gone again when it is
 * refunded, charged back or cancelled, whichever notice comes first. What is pending or challenged, and what came to
 * nothing, moves none. A refund of a part fits no month and is refused, so that somebody looks at it.
 */
export const noticeOf = (notice: MidtransNotice, nowAt: string): Notice => {
  switch (notice.transaction_status) {
    case 'settlement':
      return settled(notice);
    case 'capture':
      return (notice.fraud_status ?? 'accept') === 'accept' ? settled(notice) : { kind: 'nothing' };
    case 'refund':
    case 'chargeback':
    case 'cancel':
      return reversed(notice, nowAt);
    case 'partial_refund':
    case 'partial_chargeback':
      throw Problem.refused(['refunded-in-part']);
    default:
      return { kind: 'nothing' };
  }
};
