import { Controller } from '@nestjs/common';
import { signUpSubmitted, type MessageOf } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { RegisterMemberWhenSignedUp } from '../../use-cases/register-member-when-signed-up.js';

/** Sign-ups that channels send over the topic. */
@Controller()
export class SignUpsListener {
  constructor(private readonly registerMember: RegisterMemberWhenSignedUp) {}

  @On(signUpSubmitted)
  signedUp(batch: Batch<MessageOf<typeof signUpSubmitted>>) {
    return this.registerMember.handle(batch);
  }
}
