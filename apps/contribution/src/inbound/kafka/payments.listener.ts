import { paymentReversed, paymentSettled, type MessageOf } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { Controller } from '@nestjs/common';
import { SettlePaymentsWhenReceived } from '../../use-cases/settle-payments-when-received.js';

/** What gateways say over the topic. */
@Controller()
export class PaymentsListener {
  constructor(private readonly settlePayments: SettlePaymentsWhenReceived) {}

  @On(paymentSettled, paymentReversed)
  received(batch: Batch<MessageOf<typeof paymentSettled> | MessageOf<typeof paymentReversed>>) {
    return this.settlePayments.handle(batch);
  }
}
