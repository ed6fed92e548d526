import { createHash } from 'node:crypto';
import { StoryClock } from '#libs/kernel';
import { SnapSigner, TOKEN_REQUEST } from '../../../simulator/snap-signer.js';
import type { System } from '../system.js';
import { DAY } from './bearers.js';
import type { KnownOperations } from './known.js';

const clock = new StoryClock(DAY);
const bank = new SnapSigner('bank-fuzz', () => clock.recordedAt(null));
const SERVER_KEY = 'what Midtrans signs with in trials of every operation';
const CALLBACK_TOKEN = 'what Xendit shows in trials of every operation';

/** What the service is told of the gateways that sign their requests. */
export const GATEWAY_SECRETS: Readonly<Record<string, string>> = {
  ...bank.environment,
  MIDTRANS_SERVER_KEY: SERVER_KEY,
  XENDIT_CALLBACK_TOKEN: CALLBACK_TOKEN,
};

/** A membership, and what a month of it costs. */
export interface Payable {
  readonly id: string;
  readonly paymentCode: string;
  readonly rupiah: number;
}

const SERVICE_ID_CHARACTERS = 5;

/** The numbers of the virtual account that stands for a payment code. */
const accountOf = ({ paymentCode }: Payable) => {
  const partnerServiceId = paymentCode.slice(0, SERVICE_ID_CHARACTERS).padStart(8);
  const customerNo = paymentCode.slice(SERVICE_ID_CHARACTERS);
  return { partnerServiceId, customerNo, virtualAccountNo: partnerServiceId + customerNo };
};

const signed = (path: string, body: object) => ({ body, headers: bank.signed(path, JSON.stringify(body)) });

/** A bank that asks what there is to pay, pays it and asks what became of it, each request signed over its body. */
const bySnap = (payable: Payable): KnownOperations => {
  const account = accountOf(payable);
  const [inquiryRequestId, paymentRequestId] = ['FUZZ-INQUIRY', 'FUZZ-PAYMENT'];
  const paidAmount = { value: `${payable.rupiah}.00`, currency: 'IDR' };
  const trxDateTime = `${DAY}T10:00:00+07:00`;
  const bodies = {
    inquiry: { ...account, inquiryRequestId },
    payment: { ...account, paymentRequestId, paidAmount, trxDateTime },
    status: { ...account, inquiryRequestId: paymentRequestId },
  };
  return Object.fromEntries(
    Object.entries(bodies).map(([service, body]) => {
      const path = `/v1.0/transfer-va/${service}`;
      return [`POST ${path}`, signed(path, body)];
    }),
  );
};

const midtransNotice = (orderId: string) => {
  const [status, amount] = ['200', '16800.00'];
  const key = createHash('sha512').update(`${orderId}${status}${amount}${SERVER_KEY}`).digest('hex');
  return {
    order_id: orderId,
    transaction_id: 'FUZZ-MIDTRANS',
    status_code: status,
    gross_amount: amount,
    signature_key: key,
    transaction_status: 'settlement',
    payment_type: 'qris',
    transaction_time: `${DAY} 10:00:00`,
  };
};

const xenditNotice = (externalId: string) => ({
  id: 'FUZZ-XENDIT',
  external_id: externalId,
  status: 'PAID',
  payment_method: 'QR_CODE',
  amount: 16_800,
  currency: 'IDR',
  paid_at: `${DAY}T03:00:00Z`,
});

/** What gateways send, signed as each signs it: good for some minutes, as the service wants it. */
export const ofGateways = async (system: System, payable: Payable): Promise<KnownOperations> => {
  await bank.enter(system.stack.services.contribution!);
  return {
    'POST /v1.0/access-token/b2b': { body: TOKEN_REQUEST, headers: bank.asking() },
    ...bySnap(payable),
    'POST /v1/webhooks/midtrans': { body: midtransNotice('FUZZ-1') },
    'POST /v1/webhooks/xendit': {
      body: xenditNotice('FUZZ-2'),
      headers: { 'X-CALLBACK-TOKEN': CALLBACK_TOKEN },
    },
  };
};
