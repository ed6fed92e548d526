import pg from 'pg';
import type { Asking } from '#libs/messaging';

const CONNECT_MS = 2_000;
const ANSWER_MS = 3_000;

/** Asks a database on a connection of its own, which gives up within seconds. */
export const asking = async <T>(url: string, ask: (database: Asking) => Promise<T>): Promise<T> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: ANSWER_MS,
    query_timeout: ANSWER_MS,
    application_name: 'cakupan-cli',
  });
  client.on('error', () => undefined); // the question under way fails with it
  await client.connect();
  try {
    return await ask({
      query: async <Row>(sql: string, params: readonly unknown[] = []) =>
        (await client.query(sql, [...params])).rows as Row[],
    });
  } finally {
    void client.end().catch(() => undefined);
  }
};
