import { paymentIdentityRecorded, type MessageOf } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { Controller } from '@nestjs/common';
import { KnowIdentityWhenRecorded } from '../../use-cases/know-identity-when-recorded.js';

/** By which code and NIK token memberships are found. What an erasure leaves there is heard of on the topic of members. */
@Controller()
export class PaymentIdentitiesListener {
  constructor(private readonly knowIdentity: KnowIdentityWhenRecorded) {}

  @On(paymentIdentityRecorded)
  recorded(batch: Batch<MessageOf<typeof paymentIdentityRecorded>>) {
    return this.knowIdentity.handle(batch);
  }
}
