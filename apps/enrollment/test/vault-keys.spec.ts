import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventLog, WritePath } from '#libs/messaging';
import { StoryClock, UuidV7Ids } from '#libs/kernel';
import { batchOf, type TestDatabase } from '#libs/testing';
import { PostgresPersons } from '../src/outbound/persistence/postgres-persons.js';
import { PostgresVaultKeys } from '../src/outbound/persistence/postgres-vault-keys.js';
import { Vault } from '../src/outbound/vault/vault.js';
import { RewrapKeysWhenVaultKeyChanged } from '../src/use-cases/rewrap-keys-when-vault-key-changed.js';
import { newNik, openEnrollmentDatabase, pseudonyms, secret, sent, signUp, storesOn } from './support.js';

let db: TestDatabase;
let stores: ReturnType<typeof storesOn>;
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  stores = storesOn(db.database);
});
afterAll(() => db.drop());

const anew = Buffer.from('another secret of the tests, 32 bytes and more');
const changing = new Vault(anew, secret);

const join = async () => {
  const nik = newNik();
  const [outcome] = await stores.registerMember.handle(batchOf(sent(signUp({ person: { nik } }))));
  const { membershipId } = outcome!.result as { membershipId: string };
  return { nik, personId: (await stores.lookUpMembership.find(membershipId))!.personId };
};
/** What is kept of a person, read with the vault. */
const nikIn = async (vault: Vault, personId: string) => {
  const tools = { vault, pseudonyms, clock: new StoryClock('2024-12-17'), ids: new UuidV7Ids() };
  const writes = new WritePath(db.database, { wake: () => undefined });
  const data = await new PostgresPersons(db.database, writes, new EventLog(), tools).dataOf(personId, 'dpo');
  return data!.records.map(({ nik }) => nik);
};
const rewrap = (mayGoOn?: () => boolean) =>
  new RewrapKeysWhenVaultKeyChanged(new PostgresVaultKeys(db.database, changing, true)).handle(mayGoOn);

describe('a change of the vault’s key', () => {
  it('leaves all readable from the first moment on, and in the end with the new key alone', async () => {
    const people = [await join(), await join(), await join()];
    const { nik, personId } = people[0]!;
    expect(await nikIn(changing, personId)).toEqual([nik]);
    await expect(nikIn(new Vault(anew), personId)).rejects.toThrow('authenticate');
    expect(await rewrap()).toBe(people.length);
    for (const one of people) expect(await nikIn(new Vault(anew), one.personId)).toEqual([one.nik]);
    await expect(nikIn(new Vault(secret), personId)).rejects.toThrow('authenticate');
    expect(await rewrap()).toBe(0);
  });

  it('passes over whoever is erased, and finds also those of days before keys had names', async () => {
    const [erased, old] = [await join(), await join()];
    await stores.erasePerson.handle(
      batchOf({ ...sent(signUp()), personId: erased.personId, actor: 'dpo', recordedAt: null }),
    );
    await db.database.query('update person set wrapped_under = null where person_id = $1', [old.personId]);
    expect(await rewrap()).toBe(1);
    expect(await nikIn(new Vault(anew), old.personId)).toEqual([old.nik]);
  });

  it('goes on where it was told to stop, more than a thousand at a time', async () => {
    const forms = Array.from({ length: 1_001 }, () => sent(signUp()));
    await stores.registerMember.handle(batchOf(...forms));
    let rounds = 0;
    expect(await rewrap(() => ++rounds === 1)).toBe(1_000);
    expect(await rewrap()).toBe(1);
  }, 30_000);

  it('is stopped by a key that is neither', async () => {
    await join();
    const wrong = new PostgresVaultKeys(db.database, new Vault(anew, anew), true);
    await expect(new RewrapKeysWhenVaultKeyChanged(wrong).handle()).rejects.toThrow('authenticate');
  });
});
