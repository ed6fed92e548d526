import { paymentReversed, paymentSettled } from '#libs/contracts';
import { connectKafka } from '#libs/messaging';
import { outgoing } from '#libs/testing';
import { askEach } from '../../tools/cli/stack-in.js';
import type { System } from '../../tools/long/kit/system.js';
import type { PaymentKey } from '../../tools/sample/messages/payment-message.js';

const MONTH = '2024-12';

/** Self-employed persons of Solo with one membership, which goes on and was never paid for. */
const NEVER_PAID = `
  select payment_code as code from account
   where person_id in (select person_id from account group by 1 having count(*) = 1)
     and paid_months = '' and not event_paid and event_from is null and ended_on is null and not erased
     and employer is null and starts_on <= date '2024-12-01' and residence like '33.72%'
   order by 1 limit $1`;

interface Bill {
  readonly months: readonly { readonly month: string; readonly amount: number }[];
}

const neverPaid = async ({ stack }: System, persons: number): Promise<readonly string[]> => {
  const contribution = { ...stack, postgres: { contribution: stack.postgres['contribution']! } };
  const rows = await askEach<{ code: string }>(contribution, NEVER_PAID, [persons]);
  if (rows.length < persons) throw new Error(`there are only ${rows.length} persons who never paid`);
  return rows.map(({ code }) => code);
};

const paymentFor = async (system: System, code: string, recordedAt: string) => {
  const { months } = await system.ask<Bill>('contribution', `/v1/bills/${code}?through=${MONTH}`, 'officer');
  const { amount } = months.find(({ month }) => month === MONTH)!;
  const settledAt = '2024-12-16T15:00:00+07:00';
  const what = { paymentId: `LATE-${code}`, paymentCode: code, amount, settledAt, months: [MONTH] };
  return outgoing(paymentSettled, what, { recordedAt });
};

/**
 * Gateways tell, at an instant after the story, that a payment was taken back, and of payments for December of persons who
 * had never paid.
 */
export const tellLater = async (
  system: System,
  { reversed, late, recordedAt }: { reversed: PaymentKey; late: number; recordedAt: string },
): Promise<void> => {
  const { gateway, paymentId } = reversed;
  const takenBack = {
    gateway,
    paymentId,
    reversedAt: '2024-12-18T09:00:00+07:00',
    reason: 'paid-by-mistake',
  };
  const payments = [];
  for (const code of await neverPaid(system, late)) payments.push(await paymentFor(system, code, recordedAt));
  const kafka = connectKafka({ brokers: system.stack.kafka, clientId: 'cakupan-e2e' });
  try {
    const producer = await kafka.producer();
    await producer.send([outgoing(paymentReversed, takenBack, { recordedAt }), ...payments]);
  } finally {
    await kafka.close();
  }
};
