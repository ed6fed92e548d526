import { createHash } from 'node:crypto';
import { openDatabase, type Database } from '#libs/persistence';
import { dropDatabase, freshDatabaseUrl } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messagingMigrations, ParkedCipher } from '../src/index.js';
import { SealKeys1700000000500 } from '../src/migrations/seal-keys.js';
import { openParked } from '../src/parked/rows.js';
import { sealKeys } from '../src/parked/seal-keys.js';

const NIK = '3372051708900001';
const secret = Buffer.from('a secret of the tests, 32 bytes and more');
const cipher = new ParkedCipher({ sealing: secret, tokens: secret });
const url = freshDatabaseUrl('seal_keys');
const MANY = 2_500;
const sha = (key: string) => createHash('sha256').update(key).digest();
let database: Database;

const park = (
  offset: number,
  key: string | null,
  { isSealed = true, status = 'waiting', corrected = '' } = {},
) =>
  database.query(
    `insert into parked_message (consumer, topic, partition, log_offset, key, headers, value, encrypted, reason, detail,
                                 status, corrected_key, corrected_headers, corrected_by, corrected_at)
     values ('a-service', 'letters', 3, $1, $2, $3, null, $4, 'unreadable', '', $5, $6, $3, 'somebody', now())`,
    [
      offset,
      key && Buffer.from(key),
      isSealed ? JSON.stringify(cipher.seal(Buffer.from('{}')).toString('base64')) : '{}',
      isSealed,
      status,
      corrected ? Buffer.from(corrected) : null,
    ],
  );

/** A database of the program before, with keys as they came. */
beforeAll(async () => {
  const before = messagingMigrations.slice(0, messagingMigrations.indexOf(SealKeys1700000000500));
  database = await openDatabase({ url, migrations: before });
  await park(1, NIK, { corrected: `again ${NIK}` });
  await park(2, NIK);
  await park(3, 'let go', { status: 'discarded' });
  await park(4, null, { corrected: NIK });
  await park(5, 'public', { isSealed: false });
  await database.query(
    `insert into held_key (consumer, topic, partition, key) values ('a-service', 'letters', 3, $1)`,
    [Buffer.from(NIK)],
  );
  await database.query(
    `insert into parked_message (consumer, topic, partition, log_offset, key, headers, encrypted, reason, detail)
     select 'a-service', 'many', 0, n, convert_to('key ' || n, 'utf8'), '""', true, 'schema', ''
       from generate_series(1, $1::integer) n`,
    [MANY],
  );
  await database.close();
  database = await openDatabase({ url, migrations: messagingMigrations });
  await sealKeys(database, cipher);
}, 60_000);
afterAll(async () => {
  await database.close();
  await dropDatabase(url);
});

const idOf = async (offset: number) => {
  const [row] = await database.query<{ id: string }>(
    `select id::text from parked_message where topic = 'letters' and log_offset = $1`,
    [offset],
  );
  return row!.id;
};

describe('keys that were kept as they came', () => {
  it('can be read no more, neither of messages nor of corrections', async () => {
    const rows = await database.query<{ text: string }>(
      `select coalesce(encode(key, 'escape'), '') || coalesce(encode(corrected_key, 'escape'), '') as text
         from parked_message where encrypted`,
    );
    expect(rows).toHaveLength(4 + MANY);
    for (const { text } of rows) expect(text).not.toMatch(/3372051708900001|let go|key \d/);
  });

  it('are opened for whoever shows the message', async () => {
    const first = await openParked(database, 'a-service', await idOf(1), cipher);
    expect([first!.content.key, first!.correction!.key]).toEqual(
      [NIK, `again ${NIK}`].map((key) => Buffer.from(key)),
    );
    const keyless = await openParked(database, 'a-service', await idOf(4), cipher);
    expect([keyless!.content.key, keyless!.correction!.key]).toEqual([null, Buffer.from(NIK)]);
    const open = await openParked(database, 'a-service', await idOf(5), cipher);
    expect(open!.content.key).toEqual(Buffer.from('public'));
  });

  it('are held as before, by their tokens: those that wait, and no others', async () => {
    const held = await database.query<{ token: Buffer }>(
      `select key_token as token from held_key where topic = 'letters' order by key_token`,
    );
    const expected = [cipher.tokenOf(Buffer.from(NIK)), sha('public')].toSorted(Buffer.compare);
    expect(held.map(({ token }) => token)).toEqual(expected);
    const [many] = await database.query<{ count: number }>(
      `select count(*)::integer as count from held_key where topic = 'many'`,
    );
    expect(many!.count).toBe(MANY);
  });

  it('are left alone once they are sealed', async () => {
    const all = () => database.query('select key, key_token, corrected_key from parked_message order by id');
    const before = await all();
    await sealKeys(database, cipher);
    expect(await all()).toEqual(before);
  });
});
