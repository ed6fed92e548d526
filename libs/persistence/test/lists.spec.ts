import { openTestDatabase, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';

let store: TestDatabase;

beforeAll(async () => {
  store = await openTestDatabase('lists', { migrations: [] });
});
afterAll(() => store.drop());

/** Texts that PostgreSQL can hold: all but those with a NUL or half a character. */
const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0') && each.isWellFormed());

it('gives the server the very texts and numbers of a list, nulls among them', async () => {
  const texts = fc.array(fc.option(text));
  const numbers = fc.array(fc.option(fc.integer()));
  await fc.assert(
    fc.asyncProperty(texts, numbers, async (said, counted) => {
      const sql = 'select to_jsonb($1::text[]) as said, to_jsonb($2::integer[]) as counted';
      expect(await store.database.query(sql, [said, counted])).toEqual([{ said, counted }]);
    }),
    { numRuns: 300 },
  );
});
