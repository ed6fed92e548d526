import type { PaymentView } from '../../use-cases/views.js';
import type { SnapAnswer } from './payment-answers.js';
import { reasonTextOf, responseOf } from './snap-codes.js';
import { SnapRefusal } from './snap-refusal.js';
import { amountOf } from './snap-amounts.js';

/** What became of a payment: taken, taken back, or never heard of. */
export const statusAnswer = (payment: PaymentView | null, account: object): SnapAnswer => {
  if (payment === null) throw new SnapRefusal('404-01');
  const isReversed = payment.status === 'reversed';
  return {
    ...responseOf('status', '200-00'),
    virtualAccountData: {
      ...account,
      paymentFlagStatus: isReversed ? '01' : '00',
      paymentFlagReason: reasonTextOf(isReversed ? '404-19' : '200-00'),
      paidAmount: amountOf(payment.amountRupiah),
      trxDateTime: payment.settledAt,
    },
  };
};
