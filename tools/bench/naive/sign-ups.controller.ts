import { Controller, Inject } from '@nestjs/common';
import { ClientKafka, EventPattern, Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { SignUpTold } from './messages.js';
import { storeSignUp } from './store-sign-up.js';
import { OUT, publish } from './publish.js';

/** Registers whoever signs up, one message and one transaction at a time, and then says so. */
@Controller()
export class SignUpsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(OUT) private readonly out: ClientKafka,
  ) {}

  @EventPattern<string>('channel.sign-ups.v1')
  async signUp(@Payload() told: SignUpTold): Promise<void> {
    const stored = await this.dataSource.transaction((manager) => storeSignUp(manager, told));
    if (stored === null) return;
    const { signUpId, membershipId, personId } = stored;
    await publish(this.out, personId, [
      { membershipId, personId, residence: told.residence },
      { membershipId, nik: told.person.nik },
      { signUpId, outcome: 'registered', membershipId },
    ]);
  }
}
