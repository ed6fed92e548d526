import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A membership is paid for about once a month: room in the page keeps each change off the indexes. */
const ACCOUNT = `
  create table account (
    membership_id uuid primary key,
    person_id uuid,
    payment_code text,
    nik_token text,
    erased boolean not null default false,
    starts_on date,
    ended_on date,
    employer text,
    event_from date,
    event_through date,
    residence text,
    terms json,
    paid_months text not null default '',
    event_paid boolean not null default false,
    lapses_on date,
    lapsed_on date,
    members_sequence integer not null default 0,
    identities_sequence integer not null default 0,
    sequence integer not null default 0,
    recorded_at timestamptz
  ) with (fillfactor = 70)`;

const PAYMENT = `
  create table payment (
    gateway text not null,
    payment_id text not null,
    content_hash text not null,
    refused_hashes text[] not null default '{}',
    method text not null,
    amount bigint not null,
    settled_at text not null,
    payer_kind text not null,
    payer_code text,
    accepted integer not null,
    unmatched integer not null,
    refused integer not null,
    reversed integer not null,
    sequence integer not null,
    recorded_at timestamptz not null,
    primary key (gateway, payment_id)
  )`;

const LINE = `
  create table payment_line (
    gateway text not null,
    payment_id text not null,
    line integer not null,
    payment_code text,
    nik_token text,
    months text,
    amount bigint not null,
    status text not null check (status in ('accepted', 'unmatched', 'refused', 'reversed')),
    reason text,
    membership_id uuid,
    contributions json not null,
    reversed_at text,
    primary key (gateway, payment_id, line)
  )`;

const HELD = `
  create table held_reversal (
    id bigint generated always as identity primary key,
    gateway text not null,
    payment_id text not null,
    lines integer[],
    reversed_at text not null,
    reason text not null,
    recorded_at timestamptz not null
  )`;

const EMPLOYER = `
  create table employer (code text primary key, risk_group text, sequence bigint not null)`;

const IS_BALANCED = `
  create function is_balanced(amounts bigint[]) returns boolean language sql immutable strict parallel safe
  return (select sum(amount) = 0 from unnest(amounts) as amount)`;

/** An entry with its postings: a debit above nought, a credit below; the table takes none that do not come to nought. */
const ENTRY = `
  create table ledger_entry (
    entry_id bigint generated always as identity primary key,
    kind text not null check (kind in ('received', 'taken-up', 'returned')),
    gateway text not null,
    payment_id text not null,
    recorded_at timestamptz not null,
    accounts text[] not null,
    amounts bigint[] not null check (is_balanced(amounts)),
    check (cardinality(accounts) = cardinality(amounts) and cardinality(accounts) > 1)
  )`;

const POSTING = `
  create view ledger_posting as
    select entry_id, kind, gateway, payment_id, recorded_at, account, amount
      from ledger_entry, unnest(accounts, amounts) as posting (account, amount)`;

/** Sums by account, in stripes: writers at the same time add to rows of their own and do not queue for one. */
const TURNOVER = `
  create table ledger_turnover (
    account text not null,
    stripe integer not null,
    debits numeric not null,
    credits numeric not null,
    primary key (account, stripe)
  ) with (fillfactor = 50)`;

const INDEXES = [
  'create unique index account_by_code on account (payment_code)',
  'create index account_by_nik on account (nik_token) where nik_token is not null',
  'create index account_by_person on account (person_id)',
  `create index line_waiting_for_code on payment_line (payment_code) where status = 'unmatched'`,
  `create index line_waiting_for_nik on payment_line (nik_token) where status = 'unmatched' and nik_token is not null`,
  `create index line_owed on payment_line (gateway, payment_id, line) where status in ('unmatched', 'refused')`,
  'create index line_by_membership on payment_line (membership_id) where membership_id is not null',
  'create index held_reversal_by_payment on held_reversal (gateway, payment_id)',
];

/** Memberships, payments, the ledger, and what is known of employers. */
export class CreateContributionTables1700000200000 implements MigrationInterface {
  readonly name = 'CreateContributionTables1700000200000';

  async up(runner: QueryRunner): Promise<void> {
    const tables = [ACCOUNT, PAYMENT, LINE, HELD, EMPLOYER, IS_BALANCED, ENTRY, POSTING, TURNOVER];
    for (const statement of [...tables, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view ledger_posting');
    await runner.query(
      'drop table account, payment, payment_line, held_reversal, employer, ledger_entry, ledger_turnover',
    );
    await runner.query('drop function is_balanced');
  }
}
