import { hash } from 'node:crypto';
import type { EntityManager, QueryRunner } from 'typeorm';
import { copyIn, type CopyValue } from './copy.js';
import { listOf } from './lists.js';

/** What a store may do inside its one transaction. */
export interface Transaction {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /**
   * Adds rows, in order, by COPY: the cheapest way to write many. Values are given as PostgreSQL reads them from text.
   * Table and columns are the program's own words, never anybody's input.
   */
  copy(
    into: { readonly table: string; readonly columns: readonly string[] },
    rows: readonly (readonly CopyValue[])[],
  ): Promise<void>;
  /**
   * Locks aggregates by name until the transaction ends, also those that do not exist yet; sorted, so that two batches
   * never wait for each other crosswise. It takes no transaction id: call it once, before anything that writes,
   * else two transactions that share an aggregate publish its events in the wrong order.
   */
  lock(names: readonly string[]): Promise<void>;
  /**
   * Locks more aggregates by name behind `lock`, unless one of them is locked by another transaction: then false, since
   * waiting for it out of order could be crosswise, and the transaction is best begun again.
   */
  lockMore(names: readonly string[]): Promise<boolean>;
}

/** 64 bits of a name: with a million names at once, two collide (and merely wait) about once in 37 million times. */
const lockKey = (name: string): bigint => hash('sha256', name, 'buffer').readBigInt64BE();

const LOCK = 'select count(pg_advisory_xact_lock(key)) from unnest($1::bigint[]) as key';
const LOCK_MORE =
  'select bool_and(pg_try_advisory_xact_lock(key)) as locked from unnest($1::bigint[]) as key';

const ascending = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);

const valueOf = (param: unknown): unknown => (Array.isArray(param) ? listOf(param) : param);

/** Rows of a statement, also those of `update … returning`, which TypeORM's own shortcut wraps otherwise. */
export const rowsOf = async <Row>(
  runner: QueryRunner,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Row[]> => (await runner.query(sql, params.map(valueOf), true)).records as Row[];

/** A transaction on TypeORM's entity manager. */
export const transactionOn = (manager: EntityManager): Transaction => {
  const runner = manager.queryRunner!; // there inside a transaction
  return {
    query: (sql, params) => rowsOf(runner, sql, params),
    copy: (into, rows) => copyIn(runner, into, rows),
    lock: async (names) => {
      const keys = [...new Set(names.map(lockKey))].sort(ascending);
      if (keys.length === 0) return;
      await rowsOf(runner, LOCK, [keys.map(String)]);
    },
    lockMore: async (names) => {
      if (names.length === 0) return true;
      const keys = names.map((name) => String(lockKey(name)));
      const [row] = await rowsOf<{ locked: boolean }>(runner, LOCK_MORE, [keys]);
      return row!.locked;
    },
  };
};
