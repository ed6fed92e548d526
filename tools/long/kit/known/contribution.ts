import { paymentSettled } from '#libs/contracts';
import type { System } from '../system.js';
import { DAY, GATEWAY } from './bearers.js';
import type { KnownOperations } from './known.js';
import { rowsIn } from './rows-in.js';

interface Account {
  readonly id: string;
  readonly paymentCode: string;
}

interface Ledger {
  readonly items: readonly { readonly code: string }[];
}

const ACCOUNT =
  'select membership_id as id, payment_code as "paymentCode" from account where payment_code is not null order by 1 limit 1';
const PAYMENT = 'select gateway, payment_id as "paymentId" from payment order by 1, 2 limit 1';

/** A membership and a payment of the sample, an account of the ledger; money for nobody, which is taken in as owed. */
export const ofContribution = async (system: System): Promise<KnownOperations> => {
  const [account] = await rowsIn<Account>(system, 'contribution', ACCOUNT);
  const [payment] = await rowsIn<Record<string, string>>(system, 'contribution', PAYMENT);
  const { items } = await system.ask<Ledger>('contribution', '/v1/ledger/accounts?limit=1', 'officer');
  return {
    'POST /v1/payments': { body: { ...paymentSettled.example, gateway: GATEWAY } },
    'POST /v1/payment-batches': {
      body: `paymentId,gateway,method,paymentCode,amount,settledAt\nP-of-a-file,${GATEWAY},qris,7,16800,${DAY}T09:00:00+07:00\n`,
    },
    'POST /v1/reconciliations': { body: 'reference,amount\nP-of-a-file,16800\n' },
    'GET /v1/payments/{gateway}/{paymentId}': { path: payment! },
    'GET /v1/bills/{paymentCode}': { path: { paymentCode: account!.paymentCode } },
    'GET /v1/memberships/{id}/statement': { path: { id: account!.id } },
    'GET /v1/ledger/accounts/{code}': { path: { code: items[0]!.code } },
  };
};
