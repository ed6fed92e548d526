import { Body, Controller, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SignUpTold } from './messages.js';
import { storeSignUp } from './store-sign-up.js';
import { OutboxMessage } from './tables.js';
import { NAIVE_TOPIC } from './topics.js';

/** Registers whoever signs up over HTTP: one transaction a request, with what is to be published in an outbox. */
@Controller('v1/sign-ups')
export class RequestsController {
  constructor(private readonly dataSource: DataSource) {}

  @Post()
  signUp(@Body() told: SignUpTold) {
    return this.dataSource.transaction(async (manager) => {
      const stored = await storeSignUp(manager, told);
      if (stored === null) return { outcome: 'already-member' };
      const { signUpId, membershipId, personId } = stored;
      const data = { signUpId, membershipId, personId };
      await manager.insert(OutboxMessage, { topic: NAIVE_TOPIC.name, key: personId, data });
      return { outcome: 'registered', membershipId };
    });
  }
}
