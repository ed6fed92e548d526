import { registerEntryRecorded, type MessageOf } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { Controller } from '@nestjs/common';
import { KnowRiskGroupWhenEmployerRecorded } from '../../use-cases/know-risk-group-when-employer-recorded.js';

/** The entries of enrollment's registers that contributions depend on. */
@Controller()
export class RegistersListener {
  constructor(private readonly knowRiskGroup: KnowRiskGroupWhenEmployerRecorded) {}

  @On(registerEntryRecorded)
  recorded(batch: Batch<MessageOf<typeof registerEntryRecorded>>) {
    return this.knowRiskGroup.handle(batch);
  }
}
