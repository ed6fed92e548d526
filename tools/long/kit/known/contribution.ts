import { paymentSettled, type PaymentSettled } from '#libs/contracts';
import type { System } from '../system.js';
import { DAY, GATEWAY } from './bearers.js';
import { ofGateways, type Payable } from './gateways.js';
import type { KnownOperations } from './known.js';
import { rowsIn } from './rows-in.js';

interface Account {
  readonly id: string;
  readonly paymentCode: string;
}

interface Ledger {
  readonly items: readonly { readonly account: string }[];
}

interface Bill {
  readonly lateFees: number;
  readonly months: readonly { readonly amount: number }[];
}

interface Owed {
  readonly items: readonly { readonly id: string; readonly paymentId: string }[];
}

const ACCOUNTS = `select membership_id as id, payment_code as "paymentCode" from account
  where payment_code is not null and event_from is null and ended_on is null and employer is null and not erased
  order by 1 limit 100`;
/** A payment that its gateway may see, too. */
const MATCHED = { gateway: GATEWAY, paymentId: 'FUZZ-MATCHED' };
const REASON = { reason: 'a trial' };
const STATEMENT = { gateway: GATEWAY, from: DAY, through: DAY };
const STATEMENT_FILE = 'reference,amount\nP-of-a-file,16800\n';

/** The first of these memberships for which a month is billed and nothing else. */
const payablesOf = async (
  system: System,
  accounts: readonly Account[],
  count: number,
): Promise<Payable[]> => {
  const found: Payable[] = [];
  for (const { id, paymentCode } of accounts) {
    if (found.length === count) return found;
    const path = `/v1/bills/${paymentCode}`;
    const bill = await system.ask<Bill>('contribution', path, 'officer').catch(() => null); // nothing is billed
    const [month] = bill?.lateFees === 0 ? bill.months : [];
    if (month) found.push({ id, paymentCode, rupiah: month.amount });
  }
  throw new Error(`of ${accounts.length} memberships only ${found.length} have a month to pay`);
};

/** Money that nobody is known for; the id under which it is owed. */
const owed = async (system: System, paymentId: string, amount: number): Promise<string> => {
  const body: PaymentSettled = {
    ...paymentSettled.example,
    paymentId,
    gateway: GATEWAY,
    paymentCode: `${paymentId}-NOBODY`,
    amount,
    settledAt: `${DAY}T10:00:00+07:00`,
    months: null,
  };
  await system.tell('contribution', { method: 'POST', path: '/v1/payments', role: 'officer', body });
  const path = '/v1/unmatched?reason=payment-code-unknown&limit=1000';
  const { items } = await system.ask<Owed>('contribution', path, 'officer');
  return items.find((one) => one.paymentId === paymentId)!.id;
};

/** A statement with a line that is in no books. */
const reconciled = async (system: System): Promise<string> => {
  const path = `/v1/reconciliations?${new URLSearchParams(STATEMENT).toString()}`;
  const sent = { method: 'POST', path, role: 'officer', body: STATEMENT_FILE, type: 'text/csv' };
  const { id } = await system.tell<{ id: string }>('contribution', sent);
  return id;
};

/** Memberships of the sample, an account of the ledger; money for nobody, which is owed; what gateways send. */
export const ofContribution = async (system: System): Promise<KnownOperations> => {
  const accounts = await rowsIn<Account>(system, 'contribution', ACCOUNTS);
  const [paid, matched] = await payablesOf(system, accounts, 2);
  const { items } = await system.ask<Ledger>('contribution', '/v1/ledger/accounts?limit=1', 'officer');
  const id = await reconciled(system);
  return {
    'POST /v1/payments': { body: { ...paymentSettled.example, gateway: GATEWAY } },
    'POST /v1/payment-batches': {
      body: `paymentId,gateway,method,paymentCode,amount,settledAt\nP-of-a-file,${GATEWAY},qris,7,16800,${DAY}T09:00:00+07:00\n`,
    },
    'POST /v1/reconciliations': { query: STATEMENT, body: STATEMENT_FILE },
    'GET /v1/reconciliations/{id}': { path: { id } },
    'POST /v1/reconciliations/{id}/breaks/{number}/settle': { path: { id, number: '1' }, body: REASON },
    'GET /v1/payments/{gateway}/{paymentId}': { path: MATCHED },
    'GET /v1/bills/{paymentCode}': { path: { paymentCode: matched!.paymentCode } },
    'GET /v1/memberships/{id}/statement': { path: { id: matched!.id } },
    'GET /v1/ledger/accounts/{code}': { path: { code: items[0]!.account } },
    'POST /v1/unmatched/{id}/match': {
      path: { id: await owed(system, MATCHED.paymentId, matched!.rupiah) },
      body: { ...REASON, membershipId: matched!.id },
    },
    'POST /v1/unmatched/{id}/refund': {
      path: { id: await owed(system, 'FUZZ-REFUNDED', matched!.rupiah) },
      body: REASON,
    },
    ...(await ofGateways(system, paid!)),
  };
};
