import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import { ClientKafka, EventPattern, Payload } from '@nestjs/microservices';
import { DataSource, type EntityManager } from 'typeorm';
import { PaymentTold } from './messages.js';
import { LedgerPosting, Payer, Payment } from './tables.js';
import { OUT, publish } from './publish.js';

const store = async (manager: EntityManager, told: PaymentTold): Promise<Payment | null> => {
  const { gateway, paymentId, paymentCode, amount } = told;
  if (await manager.existsBy(Payment, { gateway, paymentId })) return null;
  const payer = await manager.findOneBy(Payer, { paymentCode });
  if (payer === null) return null;
  const { membershipId } = payer;
  const payment = { contributionId: randomUUID(), gateway, paymentId, membershipId, amount };
  await manager.insert(Payment, payment);
  await manager.insert(LedgerPosting, { account: `cash:${gateway}`, amount, paymentId });
  await manager.insert(LedgerPosting, { account: 'contributions', amount: -amount, paymentId });
  return payment;
};

/** Settles payments, one message and one transaction at a time, and then says so. */
@Controller()
export class PaymentsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(OUT) private readonly out: ClientKafka,
  ) {}

  @EventPattern<string>('gateway.payments.v1')
  async pay(@Payload() told: PaymentTold): Promise<void> {
    const stored = await this.dataSource.transaction((manager) => store(manager, told));
    if (stored === null) return;
    const { contributionId, membershipId, gateway, paymentId, amount } = stored;
    await publish(this.out, membershipId, [
      { contributionId, membershipId, amount, months: told.months },
      { gateway, paymentId, contributions: [contributionId] },
    ]);
  }
}
