import type { Ledger } from '../../load/ledger.js';
import { Findings, type Finding } from '../findings.js';
import type { Gathered } from '../gather/gather.js';
import { EVENT_MONTH, expectedMoney, isComplete, moneyKey } from './expected-money.js';

const UNBALANCED = `
  select entry_id::text as id, (select sum(a) from unnest(amounts) as a)::text as sum from ledger_entry
   where (select sum(a) from unnest(amounts) as a) <> 0`;

/** Sums by account of the entries beside those that are kept. */
const TURNOVER = `
  with posted as (
    select account, sum(greatest(amount, 0)) as debits, sum(greatest(-amount, 0)) as credits
      from ledger_entry, unnest(accounts, amounts) as p (account, amount) group by 1
  ), kept as (
    select account, sum(debits) as debits, sum(credits) as credits from ledger_turnover group by 1
  )
  select account, p.debits::text as debits, p.credits::text as credits, k.debits::text as "keptDebits",
         k.credits::text as "keptCredits", (coalesce(p.debits, 0) - coalesce(p.credits, 0))::text as balance
    from posted as p full join kept as k using (account) order by 1`;

/** By payment and programme what the ledger says belongs to the programme, and what the events say was contributed. */
const BY_PAYMENT = `
  with ledger as (
    select gateway, payment_id, substr(account, 15) as programme, -sum(amount) as rupiah
      from ledger_entry, unnest(accounts, amounts) as p (account, amount)
     where account like 'contributions:%' group by 1, 2, 3 having sum(amount) <> 0
  ), reversed as (
    select data::json ->> 'contributionId' as id from event
     where type = 'id.cakupan.contribution.contribution-reversed.v1'
  ), told as (
    select d ->> 'gateway' as gateway, d ->> 'paymentId' as payment_id, programme, sum(rupiah::bigint) as rupiah
      from (select data::json as d from event where type = 'id.cakupan.contribution.contribution-paid.v1') as e,
           lateral json_each_text(d -> 'amounts') as a (programme, rupiah)
     where d ->> 'contributionId' not in (select id from reversed)
     group by 1, 2, 3
  )
  select coalesce(gateway, '') as gateway, payment_id, programme, coalesce(l.rupiah, 0)::text as ledger,
         coalesce(t.rupiah, 0)::text as told
    from ledger as l full join told as t using (gateway, payment_id, programme)
   where l.rupiah is distinct from t.rupiah`;

/** From the topics alone: by programme, month and region of residence at registration. */
const TOLD = `
  with home as (select distinct on (person) person, region from once_registration order by person, registered_on)
  select programme, coalesce(month, '${EVENT_MONTH}') as month, coalesce(region, 'unmapped') as region,
         sum(rupiah::bigint / greatest(cardinality(months), 1))::text as rupiah
    from once_cover left join home using (person)
    cross join lateral jsonb_each_text(amounts) as a (programme, rupiah)
    left join lateral unnest(months) as month on true
   where contribution not in (select contribution from once_reversal)
   group by 1, 2, 3`;

interface Account {
  readonly account: string;
  readonly debits: string | null;
  readonly credits: string | null;
  readonly keptDebits: string | null;
  readonly keptCredits: string | null;
  readonly balance: string;
}

interface ByPayment {
  readonly gateway: string;
  readonly payment_id: string;
  readonly programme: string;
  readonly ledger: string;
  readonly told: string;
}

interface Told {
  readonly programme: string;
  readonly month: string;
  readonly region: string;
  readonly rupiah: string;
}

const balances = async (findings: Findings, { sessions }: Gathered): Promise<readonly Account[]> => {
  const { contribution } = sessions;
  for (const { id, sum } of await contribution.query<{ id: string; sum: string }>(UNBALANCED))
    findings.violated(`ledger entry ${id} comes to Rp${sum} instead of nought`);
  const accounts = await contribution.query<Account>(TURNOVER);
  for (const one of accounts)
    findings.expect(
      one.debits === one.keptDebits && one.credits === one.keptCredits,
      () =>
        `${one.account}: entries come to ${one.debits}/${one.credits}, the sums kept say ${one.keptDebits}/${one.keptCredits}`,
    );
  const total = accounts.reduce((sum, { balance }) => sum + BigInt(balance), 0n);
  findings.expect(total === 0n, () => `debits exceed credits by Rp${total}`);
  return accounts;
};

/** I3: the ledger balances; it says of each payment what the events say; and the sums are those of the inputs. */
export const money = async (gathered: Gathered, ledger: Ledger): Promise<Finding> => {
  const findings = new Findings();
  const { sessions } = gathered;
  const accounts = await balances(findings, gathered);
  for (const row of await sessions.contribution.query<ByPayment>(BY_PAYMENT))
    findings.violated(
      `payment ${row.gateway}/${row.payment_id}: Rp${row.ledger} of ${row.programme} in the ledger, Rp${row.told} in events`,
    );
  const told = await sessions.reporting.query<Told>(TOLD);
  againstAccounts(findings, accounts, told);
  if (isComplete(ledger)) againstInputs(findings, accounts, told, ledger);
  return findings.result;
};

const againstAccounts = (findings: Findings, accounts: readonly Account[], told: readonly Told[]): void => {
  const sums = new Map<string, bigint>();
  for (const { programme, rupiah } of told) sums.set(programme, (sums.get(programme) ?? 0n) + BigInt(rupiah));
  for (const { account, balance } of accounts.filter((one) => one.account.startsWith('contributions:'))) {
    const programme = account.slice('contributions:'.length);
    const inTopics = sums.get(programme) ?? 0n;
    findings.expect(
      inTopics === -BigInt(balance),
      () => `${programme}: the ledger holds Rp${-BigInt(balance)}, the topics tell of Rp${inTopics}`,
    );
  }
};

const KNOWN_REGION = /^33\.(72|11)\.(?!99)/;

const againstInputs = (
  findings: Findings,
  accounts: readonly Account[],
  told: readonly Told[],
  ledger: Ledger,
): void => {
  const { contributions, cash } = expectedMoney(ledger);
  const left = new Map<string, number>();
  for (const [key, rupiah] of contributions) {
    const [programme, month, region] = key.split(' ') as [string, string, string];
    const mapped = moneyKey(programme, month, KNOWN_REGION.test(region) ? region : 'unmapped');
    left.set(mapped, (left.get(mapped) ?? 0) + rupiah);
  }
  findings.looking(left.size);
  for (const { programme, month, region, rupiah } of told) {
    const key = moneyKey(programme, month, region);
    const expected = left.get(key) ?? 0;
    left.delete(key);
    if (expected !== Number(rupiah))
      findings.violated(`${key}: the topics tell of Rp${rupiah}, the inputs come to Rp${expected}`);
  }
  for (const [key, rupiah] of left)
    if (rupiah !== 0) findings.violated(`${key}: the topics tell of nothing, the inputs come to Rp${rupiah}`);
  for (const [gateway, rupiah] of cash) {
    const held = accounts.find(({ account }) => account === `cash:${gateway}`)?.balance ?? '0';
    findings.expect(
      held === String(rupiah),
      () => `cash:${gateway} is Rp${held}, the inputs come to Rp${rupiah}`,
    );
  }
};
