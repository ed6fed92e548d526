import type { Database } from '#libs/persistence';
import { openTestDatabase, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beginCursor, isQuiet } from '../src/events/relay-cursor.js';
import { messagingMigrations } from '../src/index.js';

const LANE = 0;
const APPEND = `
  insert into event (lane, topic, key, subject, sequence, event_id, type, data, recorded_at, correlation_id, causation_id,
                     digest)
  select ${LANE}, 'notes', n::text, gen_random_uuid()::text, 1, gen_random_uuid(), 'note', '{}', now(), '', '', 0
    from generate_series(1, $1::integer) as n`;
const PUBLISHED = `
  update relay_cursor set (transaction_id, position) = (
    select transaction_id, position from event order by transaction_id desc, position desc limit 1)`;

describe('the look of a relay with nothing to publish', () => {
  let store: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    store = await openTestDatabase('look', { migrations: messagingMigrations });
    ({ database } = store);
    await beginCursor(database, LANE);
    await database.query(APPEND, [20_000]);
    await database.query(PUBLISHED);
    await database.query('analyze event');
  });
  afterAll(() => store.drop());

  it('goes by the index and never through the table, however much was published', async () => {
    const plan: string[] = [];
    const explained = async <Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> => {
      const lines = await database.query<Record<string, string>>(`explain ${sql}`, params);
      plan.push(...lines.flatMap((line) => Object.values(line)));
      return [];
    };
    await isQuiet({ query: explained }, LANE);
    expect(plan.filter((line) => line.includes('on event'))).toEqual([
      expect.stringContaining('using event_unsent on event'),
    ]);
  });

  it('finds nothing, and then what is appended', async () => {
    expect(await isQuiet(database, LANE)).toBe(true);
    await database.query(APPEND, [1]);
    expect(await isQuiet(database, LANE)).toBe(false);
  });
});
