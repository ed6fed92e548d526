import type { DataSource } from 'typeorm';
import { DependencyUnavailable, isOutage, isWorthAnotherTry } from './outage.js';
import { rowsOf, transactionOn, type Transaction } from './transaction.js';

/** Deadlocks end by themselves; more tries than this mean that something else is wrong. */
const TRIES_MAX = 8;

/** A service's own PostgreSQL database. */
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /**
   * Runs the work in one transaction: all of it or nothing. Deadlocks, serialisation failures and work that asks for it
   * (`TryAgain`) are done again.
   * @throws DependencyUnavailable when the database is away; anything else is the work's own error.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.dataSource.transaction((manager) => work(transactionOn(manager)));
      } catch (error) {
        if (isWorthAnotherTry(error) && tries < TRIES_MAX) continue;
        throw named(error);
      }
    }
  }

  /** One statement in a transaction of its own. */
  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await rowsOf<Row>(runner, sql, params);
    } catch (error) {
      throw named(error);
    } finally {
      await runner.release();
    }
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }
}

const named = (error: unknown): unknown =>
  isOutage(error) && !(error instanceof DependencyUnavailable)
    ? new DependencyUnavailable(error instanceof Error ? error.message : String(error), { cause: error })
    : error;
