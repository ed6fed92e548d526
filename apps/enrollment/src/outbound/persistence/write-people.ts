import type { Transaction } from '#libs/persistence';
import type { SignUpForm } from '../../domain/sign-up/sign-up.js';
import type { DataKey, PersonalData, Vault } from '../vault/vault.js';
import type { Registered } from './sign-ups-in-hand.js';

const PEOPLE = `
  insert into person (person_id, nik_token, vault_key, wrapped_under)
  select person_id, nik_token, vault_key, $4 from unnest($1::uuid[], $2::text[], $3::bytea[])
         as t (person_id, nik_token, vault_key)`;

const VAULT = `
  insert into vault (person_id, membership_id, sealed)
  select * from unnest($1::uuid[], $2::uuid[], $3::bytea[])`;

const personalData = ({ person, declaredIncome }: SignUpForm): PersonalData => ({
  nik: person.nik,
  fullName: person.fullName,
  birthDate: person.birthDate,
  mobile: person.mobile ?? null,
  email: person.email ?? null,
  address: person.address ?? null,
  declaredIncome,
});

/** Records under the data keys of their persons; a key is made for each person who is new. */
const sealed = (registered: readonly Registered[], vault: Vault) => {
  const keys = new Map<string, DataKey>();
  const keyOf = (personId: string, wrapped: Buffer | null): DataKey => {
    const key = keys.get(personId) ?? (wrapped ? vault.unwrap(wrapped, personId) : vault.newKey(personId));
    keys.set(personId, key);
    return key;
  };
  return registered.map(({ of, event, wrappedKey }) => {
    const key = keyOf(event.personId, wrappedKey);
    return { key, record: vault.seal(key, personalData(of.command.data), event.membershipId) };
  });
};

/** Persons who are new, and what identifies each of the registered, sealed. */
export const writePeople = async (
  tx: Transaction,
  registered: readonly Registered[],
  vault: Vault,
): Promise<void> => {
  const records = sealed(registered, vault);
  const newcomers = registered.flatMap((one, index) =>
    one.isNewPerson ? [{ ...one, ...records[index]! }] : [],
  );
  await tx.query(PEOPLE, [
    newcomers.map(({ event }) => event.personId),
    newcomers.map(({ of }) => of.nikToken),
    newcomers.map(({ key }) => key.wrapped),
    vault.keyId,
  ]);
  await tx.query(VAULT, [
    registered.map(({ event }) => event.personId),
    registered.map(({ event }) => event.membershipId),
    records.map(({ record }) => record),
  ]);
};
