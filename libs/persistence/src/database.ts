import type { DataSource } from 'typeorm';
import { DependencyUnavailable, isOutage, isWorthAnotherTry } from './outage.js';
import { rowsOf, transactionOn, type Transaction } from './transaction.js';

/** Deadlocks end by themselves; after this many tries too many want the same rows at once. */
const TRIES_MAX = 8;

/** A service's own PostgreSQL database. */
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /**
   * Runs the work in one transaction: all of it or nothing. Deadlocks, serialisation failures and work that asks for it
   * (`TryAgain`) are done again.
   * @throws DependencyUnavailable when the database is away, or when so many want the same rows that every try failed;
   * anything else is the work's own error.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (!isWorthAnotherTry(error)) throw error;
        if (tries === TRIES_MAX) throw unavailable(error);
      }
    }
  }

  /** One statement in a transaction of its own. */
  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    let isConnected = false;
    try {
      await runner.connect();
      isConnected = true;
      return await rowsOf<Row>(runner, sql, params);
    } catch (error) {
      throw named(error, isConnected);
    } finally {
      await runner.release();
    }
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  private async once<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    let hasBegun = false;
    try {
      return await this.dataSource.transaction((manager) => {
        hasBegun = true;
        return work(transactionOn(manager));
      });
    } catch (error) {
      throw named(error, hasBegun);
    }
  }
}

const unavailable = (error: unknown): DependencyUnavailable =>
  new DependencyUnavailable(error instanceof Error ? error.message : String(error), { cause: error });

/** What fails before the work has begun says nothing of the work, whatever it is: a password, a name, a certificate. */
const named = (error: unknown, hasBegun: boolean): unknown => {
  if (error instanceof DependencyUnavailable) return error;
  return !hasBegun || isOutage(error) ? unavailable(error) : error;
};
