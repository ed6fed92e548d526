import { paymentSettled } from '#libs/contracts';
import type { OutgoingMessage } from '#libs/messaging';
import { times, total, traderAmounts } from '../../faults/load/plan/prices.js';
import { meansOf } from './sign-ups.js';

export const GATEWAY = 'bank-uji';

/** Which of a person's payments, for which months, settled when. */
export interface Payment {
  readonly person: number;
  readonly paymentCode: string;
  readonly months: readonly string[];
  readonly settledAt: string;
}

/** What so many months cost the person with this number, in rupiah, without any relief. */
export const priceOf = (seed: number, person: number, months: number): number => {
  const { incomeRupiah, programmes } = meansOf(seed, person);
  return total(times(traderAmounts(incomeRupiah, programmes), months));
};

export const paymentIdOf = (seed: number, person: number, month: string): string =>
  `N${seed}-${person}-${month}`;

/** A payment as its gateway sends it over Kafka. Paid out of a public budget: no relief changes what is due. */
export const paymentMessage = (seed: number, payment: Payment): OutgoingMessage => {
  const { person, paymentCode, months, settledAt } = payment;
  const paymentId = paymentIdOf(seed, person, months[0]!);
  return {
    topic: paymentSettled.topic.name,
    key: paymentCode,
    value: JSON.stringify({
      paymentId,
      gateway: GATEWAY,
      method: 'virtual-account',
      paymentCode,
      nik: null,
      amount: priceOf(seed, person, months.length),
      currency: 'IDR',
      settledAt,
      months,
      payer: { kind: 'government', code: null },
      lines: null,
    }),
    headers: {
      ce_specversion: '1.0',
      ce_id: paymentId,
      ce_source: `/gateways/${GATEWAY}`,
      ce_type: paymentSettled.type,
      ce_time: new Date(settledAt).toISOString(),
      'content-type': 'application/json',
    },
  };
};
