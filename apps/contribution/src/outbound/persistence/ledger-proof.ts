/** More than these tell nothing more: whoever rewrote a lane rewrote all that follows. */
const FAULTS_MAX = 100;

/** Each entry beside the one before it in its lane: with that one's hash, what was altered is found where it stands. */
const ENTRIES = `
  placed as (
    select e.lane, e.number, e.gateway, e.payment_id, e.hash, ledger_content(e) as content,
           l.number as last, l.head, e.number between 1 and l.number as is_written
      from ledger_entry as e join ledger_lane as l on l.lane = e.lane
  ), linked as (
    select *, coalesce(lag(number) over chain, 0) as before_number, coalesce(lag(hash) over chain, '') as before_hash
      from placed where is_written window chain as (partition by lane order by number)
  )`;

const FAULTS = `
  fault as (
    select 'altered' as kind, lane, number, null::bigint as through_number, gateway, payment_id, null as account
      from linked
     where (before_number = number - 1 and hash <> sha256(before_hash || content)) or (number = last and hash <> head)
    union all
    select 'surplus', lane, number, null, gateway, payment_id, null from placed where not is_written
    union all
    select 'missing', lane, before_number + 1, number - 1, null, null, null from linked where before_number < number - 1
    union all
    select 'missing', lane, coalesce(there, 0) + 1, number, null, null, null
      from ledger_lane left join (select lane, max(number) as there from linked group by lane) as l using (lane)
     where coalesce(there, 0) < number
    union all
    select 'account-differs', lane, null, null, null, null, account from account_by_lane where differs
  )`;

/** What is kept for each account in each lane beside what its postings come to. */
const ACCOUNTS = `
  posted as (
    select account, lane, sum(greatest(amount, 0)) as debits, sum(greatest(-amount, 0)) as credits,
           count(*) as postings, ledger_chain(hash, amount order by number) as head
      from ledger_entry, unnest(accounts, amounts) as posting (account, amount) group by account, lane
  ), account_by_lane as (
    select account, lane, p.debits, p.credits,
           (p.debits, p.credits) is distinct from (k.debits, k.credits) as sums_differ,
           (p.debits, p.credits, p.postings, p.head) is distinct from (k.debits, k.credits, k.postings, k.head)
             as differs
      from posted as p full join ledger_turnover as k using (account, lane)
  ), total as (
    select coalesce(sum(debits), 0) as debits, coalesce(sum(credits), 0) as credits,
           not coalesce(bool_or(sums_differ), false) as agree,
           coalesce(sum(credits - debits) filter (where account like 'contributions:%'), 0) as funds,
           coalesce(sum(credits - debits) filter (where account like 'late-fees:%'), 0) as fees,
           coalesce(sum(credits - debits) filter (where account like 'owed:%' or account like 'budgets:%'), 0) as owed
      from account_by_lane
  )`;

const LINES = `
  line as (
    select coalesce(sum(amount - late_fee_paid) filter (where status = 'accepted'), 0) as accepted,
           coalesce(sum(late_fee_paid) filter (where status = 'accepted'), 0) as fees,
           coalesce(sum(amount) filter (where status in ('unmatched', 'refused')), 0) as owed
      from payment_line
  )`;

/** The ledger read anew in one statement, and so in one snapshot: what is posted meanwhile is in every sum or in none. */
export const PROOF = `
  with ${ENTRIES}, ${ACCOUNTS}, ${LINES}, ${FAULTS}
  select total.*, line.accepted as lines_accepted, line.fees as lines_fees, line.owed as lines_owed,
         (select count(*) from ledger_entry) as entries,
         (select encode(sha256(string_agg(head, ''::bytea order by lane)), 'hex') from ledger_lane) as head,
         (select coalesce(json_agg(f), '[]') from (
            select kind, lane, number, through_number as "throughNumber", gateway, payment_id as "paymentId", account
              from fault order by lane, number nulls last, kind, account limit ${FAULTS_MAX}) as f) as faults
    from total, line`;

export interface ProofRow {
  readonly entries: string;
  readonly debits: string;
  readonly credits: string;
  readonly agree: boolean;
  readonly funds: string;
  readonly fees: string;
  readonly owed: string;
  readonly lines_accepted: string;
  readonly lines_fees: string;
  readonly lines_owed: string;
  readonly head: string;
  readonly faults: readonly FaultRow[];
}

/** What does not belong to the kind of fault is null. */
export interface FaultRow {
  readonly kind: 'altered' | 'surplus' | 'missing' | 'account-differs';
  readonly lane: number;
  readonly number: number;
  readonly throughNumber: number;
  readonly gateway: string;
  readonly paymentId: string;
  readonly account: string;
}
