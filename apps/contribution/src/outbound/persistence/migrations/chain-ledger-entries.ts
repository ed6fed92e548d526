import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Writers at the same time take a lane each: as many as connections that several replicas have. */
const LANES = 64;

/** A row is changed with each transaction that posts: room in the page keeps old versions out of the way. */
const LANE = `
  create table ledger_lane (
    lane smallint primary key,
    number bigint not null default 0,
    head bytea not null default ''
  ) with (fillfactor = 20)`;

/** What the hash of an entry is taken over, beside the hash before it. */
const CONTENT = `
  create function ledger_content(entry ledger_entry) returns bytea language sql stable strict parallel safe
  return convert_to(concat_ws(' ', entry.lane, entry.number, entry.kind, to_json(entry.gateway),
                              to_json(entry.payment_id), (extract(epoch from entry.recorded_at) * 1000000)::bigint,
                              array_to_json(entry.accounts), array_to_json(entry.amounts)), 'UTF8')`;

const LINK = `
  create function ledger_link(head bytea, entry_hash bytea, amount bigint) returns bytea language sql immutable strict
    parallel safe return sha256(head || entry_hash || int8send(amount))`;

/** The head of an account's chain in a lane, from its postings in order. */
const CHAIN = `create aggregate ledger_chain(bytea, bigint) (sfunc = ledger_link, stype = bytea, initcond = '')`;

/** Entries from before there were chains become the beginning of the first lane's. */
const CHAIN_OLD_ENTRIES = `
  do $$
  declare
    one ledger_entry;
    link bytea := '';
    count bigint := 0;
  begin
    for one in select * from ledger_entry order by entry_id loop
      count := count + 1;
      one.lane := 0;
      one.number := count;
      link := sha256(link || ledger_content(one));
      update ledger_entry set lane = 0, number = count, hash = link where entry_id = one.entry_id;
    end loop;
    update ledger_lane set number = count, head = link where lane = 0;
  end $$`;

const ADD_UP = `
  insert into ledger_turnover (account, lane, debits, credits, postings, head)
  select account, lane, sum(greatest(amount, 0)), sum(greatest(-amount, 0)), count(*),
         ledger_chain(hash, amount order by number)
    from ledger_entry, unnest(accounts, amounts) as posting (account, amount) group by account, lane`;

/** Every entry gets its number in a lane and a hash that holds the one before; each account its head in each lane. */
export class ChainLedgerEntries1700000210000 implements MigrationInterface {
  readonly name = 'ChainLedgerEntries1700000210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger_entry add lane smallint, add number bigint, add hash bytea');
    for (const statement of [LANE, CONTENT, LINK, CHAIN]) await runner.query(statement);
    await runner.query('insert into ledger_lane (lane) select generate_series(0, $1::integer - 1)', [LANES]);
    await runner.query(CHAIN_OLD_ENTRIES);
    await runner.query(`
      alter table ledger_entry alter lane set not null, alter number set not null, alter hash set not null,
        drop constraint ledger_entry_pkey, add primary key (lane, number)`);
    await runner.query('delete from ledger_turnover');
    await runner.query('alter table ledger_turnover rename stripe to lane');
    await runner.query(
      `alter table ledger_turnover alter lane type smallint, add postings bigint not null, add head bytea not null`,
    );
    await runner.query(ADD_UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger_turnover drop postings, drop head');
    await runner.query('alter table ledger_turnover rename lane to stripe');
    await runner.query('drop aggregate ledger_chain(bytea, bigint)');
    await runner.query('drop function ledger_link, ledger_content');
    await runner.query('drop table ledger_lane');
    await runner.query(
      'alter table ledger_entry drop constraint ledger_entry_pkey, drop lane, drop number, drop hash',
    );
    await runner.query('alter table ledger_entry add primary key (entry_id)');
  }
}
