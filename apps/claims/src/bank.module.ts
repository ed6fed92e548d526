import { Clock, Ids } from '#libs/kernel';
import { Metrics } from '#libs/observability';
import type { Provider } from '@nestjs/common';
import { BankRounds } from './inbound/timer/bank-rounds.js';
import { LookRounds } from './inbound/timer/look-rounds.js';
import { HttpBank } from './outbound/bank/http-bank.js';
import { HttpPayees } from './outbound/bank/http-payees.js';
import { Payees } from './use-cases/bank.js';
import { Claims } from './use-cases/claims.js';
import { FindTransfersToLookAt } from './use-cases/find-transfers-to-look-at.js';
import { PayBenefitsThroughBank } from './use-cases/pay-benefits-through-bank.js';

/** A bank that has not answered by then is asked later. */
const BANK_TIMEOUT_MS = 10_000;
const BANK_PATIENCE = { askAfterMs: 30_000, lostAfterMs: 10 * 60_000 };

/** How many transfers wait for a person, for Prometheus. */
export const transferFigures = (metrics: Metrics, rounds: Pick<LookRounds, 'found'>): void => {
  metrics.gauge(
    {
      name: 'transfers_to_look_at',
      help: 'Transfers an hour after their order without an end, and claims whose money is out twice.',
      labels: ['why'],
    },
    (gauge) => {
      gauge.reset();
      for (const { why, count } of rounds.found) gauge.set({ why }, count);
    },
  );
};

/** What pays benefits where there is a bank to tell, and what tells of money that its answers leave open. */
export const bankProviders = (bankUrl: string): Provider[] => [
  { provide: Payees, useValue: new HttpPayees(bankUrl, BANK_TIMEOUT_MS) },
  {
    provide: PayBenefitsThroughBank,
    inject: [Claims, Clock, Ids],
    useFactory: (claims: Claims, clock: Clock, ids: Ids) =>
      new PayBenefitsThroughBank(claims, new HttpBank(bankUrl, BANK_TIMEOUT_MS), clock, ids, BANK_PATIENCE),
  },
  BankRounds,
  {
    provide: FindTransfersToLookAt,
    inject: [Claims, Clock],
    useFactory: (claims: Claims, clock: Clock) => new FindTransfersToLookAt(claims, clock),
  },
  LookRounds,
  {
    provide: 'TransferWatch',
    inject: [Metrics, LookRounds],
    useFactory: (metrics: Metrics, rounds: LookRounds) => {
      transferFigures(metrics, rounds);
      return true;
    },
  },
];
