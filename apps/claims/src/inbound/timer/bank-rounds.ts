import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import { PayBenefitsThroughBank } from '../../use-cases/pay-benefits-through-bank.js';

/** Between two rounds in which nothing was due. */
const PAUSE_MS = 1_000;
const BACK_OFF_MS = 5_000;

/** Pays what is ordered for as long as the service runs. */
@Injectable()
export class BankRounds extends Rounds {
  constructor(private readonly pay: PayBenefitsThroughBank) {
    super(BACK_OFF_MS);
  }

  protected override async round(): Promise<number> {
    return (await this.pay.round()) === 0 ? PAUSE_MS : 0;
  }
}
