import { randomUUID } from 'node:crypto';
import { openDatabase, type Database, type DatabaseOptions } from '#libs/persistence';

export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes it and throws it away. */
  drop(): Promise<void>;
}

/** URL of the database `postgres` of the server that the environment names for tests. */
export const testDatabaseServer = (): string => {
  const server = process.env['CAKUPAN_TEST_DATABASE'];
  if (server === undefined) throw new Error('CAKUPAN_TEST_DATABASE must name a PostgreSQL server');
  return server;
};

/** The brokers that the environment names for tests. */
export const testBrokers = (): string[] => {
  const brokers = process.env['CAKUPAN_TEST_KAFKA'];
  if (brokers === undefined) throw new Error('CAKUPAN_TEST_KAFKA must name a Kafka broker');
  return brokers.split(',');
};

/** The address of a database that nobody else uses; it is made when it is first opened. */
export const freshDatabaseUrl = (prefix: string): string => {
  const url = new URL(testDatabaseServer());
  url.pathname = `/${prefix}_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  return url.toString();
};

/** Throws a test's database away, whoever is still connected. */
export const dropDatabase = async (url: string): Promise<void> => {
  const admin = await openDatabase({ url: testDatabaseServer(), migrations: [], poolSize: 2 });
  await admin.query(`drop database if exists "${new URL(url).pathname.slice(1)}" with (force)`);
  await admin.close();
};

/** A database of its own for a test file, on the server that the environment names. */
export const openTestDatabase = async (
  prefix: string,
  options: Omit<DatabaseOptions, 'url'>,
): Promise<TestDatabase> => {
  const url = freshDatabaseUrl(prefix);
  const database = await openDatabase({ ...options, url });
  return {
    database,
    url,
    drop: async () => {
      await database.close();
      await dropDatabase(url);
    },
  };
};
