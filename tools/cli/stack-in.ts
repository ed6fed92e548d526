import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Stack } from '../stack/start/stack-file.js';
import { CannotRun } from './cannot-run.js';

/** The stack that runs on a data folder, as its stack file says. */
export const stackIn = (folder: string): Stack => {
  try {
    return JSON.parse(readFileSync(join(folder, 'stack.json'), 'utf8')) as Stack;
  } catch {
    throw new CannotRun(
      `No stack runs on ${folder}: start one with npm start, or name its folder with --data DIR.`,
    );
  }
};

/** Asks each service's database the same question; the answers bear the service's name. */
export const askEach = async <Row extends object>(
  stack: Stack,
  sql: string,
  params: readonly unknown[] = [],
): Promise<(Row & { service: string })[]> => {
  const answers = await Promise.all(
    Object.entries(stack.postgres).map(async ([service, url]) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        const { rows } = await client.query<Row>(sql, [...params]);
        return rows.map((row) => ({ service, ...row }));
      } finally {
        await client.end();
      }
    }),
  );
  return answers.flat();
};
