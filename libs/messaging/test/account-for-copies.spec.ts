import { openDatabase } from '#libs/persistence';
import { dropDatabase, freshDatabaseUrl } from '#libs/testing';
import { afterAll, expect, it } from '@jest/globals';
import { messagingMigrations } from '../src/index.js';
import { AccountForCopies1700000000600 } from '../src/migrations/account-for-copies.js';
import { noteRead } from '../src/proof/reading-account.js';

const url = freshDatabaseUrl('account_for_copies');

afterAll(() => dropDatabase(url));

it('leaves unknown what copies of before come to, and counts from nothing where there were none', async () => {
  const before = messagingMigrations.slice(0, messagingMigrations.indexOf(AccountForCopies1700000000600));
  const old = await openDatabase({ url, migrations: before });
  await old.query(
    `insert into reading_account (consumer, topic, partition, began_at, events, digest, copies)
     values ('a-service', 'letters', 0, 0, 5, 7, 0), ('a-service', 'letters', 1, 0, 5, 7, 3)`,
  );
  await old.close();
  const database = await openDatabase({ url, migrations: messagingMigrations });
  const copyIn = (partition: number) => ({ partition, offset: 9n, digest: 11n, fate: 'copy' }) as const;
  const reader = { consumer: 'a-service', topic: 'letters' };
  await database.transaction((tx) => noteRead(tx, reader, [copyIn(0), copyIn(1)]));
  const accounts = await database.query(
    'select copies::integer, copies_digest::text from reading_account order by partition',
  );
  await database.close();
  expect(accounts).toEqual([
    { copies: 1, copies_digest: '11' },
    { copies: 4, copies_digest: null },
  ]);
});
