import { randomUUID } from 'node:crypto';
import { Database, openDatabase } from '#libs/persistence';
import { batchOf, dropDatabase, freshDatabaseUrl, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contributionMigrations } from '../src/outbound/persistence/migrations/index.js';
import { isProven } from '../src/use-cases/ledger.js';
import {
  newMember,
  newPayment,
  openContribution,
  registered,
  reversed,
  serviceOn,
  settled,
} from './support.js';

let opened: TestDatabase;
let service: ReturnType<typeof serviceOn>;

/** Members who pay, one who pays too little, one sponsor of nobody that is known, and somebody who takes it back. */
const fill = async ({ members, payments }: ReturnType<typeof serviceOn>): Promise<void> => {
  const known = Array.from({ length: 20 }, () => newMember({ startsOn: '2024-06-01' }));
  await members.handle(batchOf(...known.map((one) => registered(one))));
  const paid = known.map(({ paymentCode }) => newPayment({ paymentCode }));
  await payments.handle(batchOf(...paid.slice(0, 10).map((one) => settled(one))));
  await payments.handle(batchOf(...paid.slice(10).map((one) => settled(one))));
  const sponsor = { kind: 'sponsor', code: 'CSR {"1\\", 2}' } as const;
  const waiting = newPayment({ paymentCode: `nobody-${randomUUID()}`, payer: sponsor });
  const odd = newPayment({ paymentCode: known[0]!.paymentCode, amount: 7, paymentId: 'ganjil "é" \u0007 1' });
  await payments.handle(batchOf(settled(waiting), settled(odd)));
  await payments.handle(batchOf(reversed(paid[3]!)));
};

beforeAll(async () => {
  opened = await openContribution();
  service = serviceOn(opened.database);
  await fill(service);
});
afterAll(() => opened.drop());

const proof = () => service.ledger.proof();
const run = (sql: string, params: readonly unknown[] = []) => opened.database.query(sql, params);

/** Does it, proves, undoes it, and proves again. */
const provenAfter = async (harm: string, undo: string) => {
  await run('drop table if exists kept');
  await run('create table kept as select * from ledger_entry where lane = 0 and number = 5');
  await run(harm);
  const found = await proof();
  await run(undo);
  expect(isProven(await proof())).toBe(true);
  return found;
};
const RESTORE = `insert into ledger_entry overriding system value select * from kept`;
const FIFTH = 'lane = 0 and number = 5';

describe('the ledger', () => {
  it('is proven as it was written, with the money of sponsors on their own accounts', async () => {
    const found = await proof();
    expect(found).toMatchObject({
      balanced: true,
      entries: 23,
      contributions: { accounts: 19 * 16_800, lines: 19 * 16_800 },
      owed: { accounts: 16_807, lines: 16_807 },
      faults: [],
    });
    expect(isProven(found)).toBe(true);
    expect(await service.ledger.account('budgets:CSR {"1\\", 2}')).toMatchObject({ balance: -16_800 });
    expect(await service.ledger.account('owed:self')).toMatchObject({ balance: -7 });
    expect(await service.ledger.account('owed:nobody')).toBeNull();
  });

  it('finds one entry that was altered, though it balances still', async () => {
    const harm = `update ledger_entry set amounts = array(select a * 2 from unnest(amounts) as a) where ${FIFTH}`;
    const found = await provenAfter(harm, `delete from ledger_entry where ${FIFTH}; ${RESTORE}`);
    const [kept] = await run('select payment_id as "paymentId", gateway from kept');
    expect(found.faults).toContainEqual({ kind: 'altered', lane: 0, number: 5, ...(kept as object) });
    expect(found.faults.filter(({ kind }) => kind !== 'account-differs')).toHaveLength(1);
    expect([isProven(found), found.balanced]).toEqual([false, false]);
  });

  it.each([
    ['payment', "payment_id = 'another'"],
    ['gateway', "gateway = 'another'"],
    ['kind', "kind = 'returned'"],
    ['instant', "recorded_at = recorded_at + interval '1 microsecond'"],
  ])('finds one that is said to be of another %s', async (_what, change) => {
    const harm = `update ledger_entry set ${change} where ${FIFTH}`;
    const found = await provenAfter(harm, `delete from ledger_entry where ${FIFTH}; ${RESTORE}`);
    expect(found.faults).toMatchObject([{ kind: 'altered', lane: 0, number: 5 }]);
  });

  it('finds where the chain was mended behind an alteration: the next entry holds another hash', async () => {
    const harm = `update ledger_entry set payment_id = 'another' where ${FIFTH};
      update ledger_entry as e set hash = sha256(b.hash || ledger_content(e)) from ledger_entry as b
       where e.lane = 0 and e.number = 5 and b.lane = 0 and b.number = 4`;
    const found = await provenAfter(harm, `delete from ledger_entry where ${FIFTH}; ${RESTORE}`);
    expect(found.faults).toContainEqual(expect.objectContaining({ kind: 'altered', lane: 0, number: 6 }));
    expect(found.faults.filter(({ kind }) => kind === 'altered')).toHaveLength(1);
  });

  it('finds one that was deleted, in the middle and at the end', async () => {
    const found = await provenAfter(`delete from ledger_entry where ${FIFTH}`, RESTORE);
    expect(found.faults).toContainEqual({ kind: 'missing', lane: 0, number: 5, throughNumber: 5 });
    expect(found.faults.filter(({ kind }) => kind !== 'account-differs')).toHaveLength(1);
    await run('create table last as select * from ledger_entry where lane = 0 order by number desc limit 2');
    await run(
      'delete from ledger_entry using last where last.lane = ledger_entry.lane and last.number = ledger_entry.number',
    );
    expect((await proof()).faults).toContainEqual({
      kind: 'missing',
      lane: 0,
      number: 22,
      throughNumber: 23,
    });
    await run(`${RESTORE.replace('kept', 'last')}`);
    expect(isProven(await proof())).toBe(true);
  });

  it('finds one that stands there twice', async () => {
    const copy = `insert into ledger_entry (lane, number, hash, kind, gateway, payment_id, recorded_at, accounts, amounts)
      select lane, 24, hash, kind, gateway, payment_id, recorded_at, accounts, amounts from ledger_entry where ${FIFTH}`;
    const found = await provenAfter(copy, 'delete from ledger_entry where lane = 0 and number = 24');
    const [kept] = await run('select payment_id as "paymentId", gateway from kept');
    expect(found.faults).toContainEqual({ kind: 'surplus', lane: 0, number: 24, ...(kept as object) });
  });

  it('finds sums, heads and lines that say something else', async () => {
    const where = "where account = 'owed:self' and lane = 0";
    const sums = await provenAfter(
      `update ledger_turnover set debits = debits + 1 ${where}`,
      `update ledger_turnover set debits = debits - 1 ${where}`,
    );
    expect(sums.faults).toEqual([{ kind: 'account-differs', lane: 0, account: 'owed:self' }]);
    expect(sums.balanced).toBe(false);
    const lines = await provenAfter(
      "update payment_line set amount = amount + 1 where status = 'refused'",
      "update payment_line set amount = amount - 1 where status = 'refused'",
    );
    expect([isProven(lines), lines.faults, lines.owed]).toEqual([
      false,
      [],
      { accounts: 16_807, lines: 16_808 },
    ]);
  });

  it('changes its head with each entry', async () => {
    const { head } = await proof();
    await service.payments.handle(batchOf(settled(newPayment({ paymentCode: 'nobody' }))));
    expect((await proof()).head).not.toBe(head);
  });

  it('takes no entry that does not balance', async () => {
    const unbalanced = `insert into ledger_entry (lane, number, hash, kind, gateway, payment_id, recorded_at, accounts, amounts)
      values (0, 1000, '', 'received', 'g', 'p', now(), '{cash:g,owed:self}', '{2,-1}')`;
    await expect(run(unbalanced)).rejects.toThrow('ledger_entry');
  });
});

it('is posted to in lanes of their own by those who post at the same time', async () => {
  const holder = opened.database.transaction(async (tx) => {
    await tx.query('select 1 from ledger_lane where lane = 0 for update');
    await service.payments.handle(
      batchOf(settled(newPayment({ paymentCode: 'nobody', paymentId: 'lane-1' }))),
    );
  });
  await holder;
  const [entry] = await opened.database.query<{ lane: number }>(
    "select lane from ledger_entry where payment_id = 'lane-1'",
  );
  expect(entry?.lane).toBe(1);
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      service.payments.handle(
        batchOf(settled(newPayment({ paymentCode: 'nobody', paymentId: `at-once-${index}` }))),
      ),
    ),
  );
  expect(isProven(await service.ledger.proof())).toBe(true);
});

it('has entries from before there were chains in the first lane', async () => {
  const url = freshDatabaseUrl('contribution_before');
  const before = contributionMigrations.filter(({ name }) => !name.startsWith('ChainLedgerEntries'));
  const old = await openDatabase({ url, migrations: before });
  await old.query(`
    insert into ledger_entry (kind, gateway, payment_id, recorded_at, accounts, amounts)
    select 'received', 'bank-jateng', 'P-' || n, '2024-06-10T03:00:00Z', '{cash:bank-jateng,owed:self}', array[n, -n]
      from generate_series(1, 3) as n`);
  await old.query(`
    insert into ledger_turnover (account, stripe, debits, credits)
    values ('cash:bank-jateng', 1, 6, 0), ('owed:self', 1, 0, 1), ('owed:self', 2, 0, 5)`);
  await old.query(`
    insert into payment_line (gateway, payment_id, line, amount, status, contributions)
    select 'bank-jateng', 'P-' || n, 0, n, 'refused', '[]' from generate_series(1, 3) as n`);
  await old.close();
  const database: Database = await openDatabase({ url, migrations: contributionMigrations });
  const proven = await serviceOn(database).ledger.proof();
  await database.close();
  await dropDatabase(url);
  expect([isProven(proven), proven.entries, proven.debits]).toEqual([true, 3, 6]);
});
