import type { Transaction } from '#libs/persistence';
import type { Vault } from '../vault/vault.js';
import type { PersonRow } from './person-rows.js';

const RECORDS = 'select membership_id as "membershipId", sealed from vault where person_id = $1';

const MOVE = `
  update vault v set person_id = $2, sealed = t.sealed
    from unnest($3::uuid[], $4::bytea[]) as t (membership_id, sealed)
   where v.person_id = $1 and v.membership_id = t.membership_id`;

/** Those who turned out to be the duplicate before turn out to be the person too. */
const MERGED = `
  update person set nik_token = null, vault_key = null, merged_into = $2 where person_id = $1 or merged_into = $1`;

const REVIEWED = `
  update identity_review set verdict = 'same-person', settled_at = $2, settled_by = $3
   where person_id = $1 and verdict is null`;

const USED = `
  insert into personal_data_use (person_id, used_at, what, actor)
  select person_id, $2, 'merged', $3 from unnest($1::uuid[]) as person_id`;

interface Joining {
  readonly duplicate: PersonRow;
  readonly person: PersonRow;
  /** Who found out that they are one. */
  readonly actor: string;
  readonly at: string;
}

/**
 * Seals what is kept of the duplicate under the person's key, so that it is shown and destroyed with that person, and
 * destroys the duplicate's own key and token.
 */
export const joinPeople = async (
  tx: Transaction,
  { duplicate, person, actor, at }: Joining,
  vault: Vault,
): Promise<void> => {
  const from = vault.unwrap(duplicate.wrappedKey!, duplicate.personId);
  const to = vault.unwrap(person.wrappedKey!, person.personId);
  const records = await tx.query<{ membershipId: string; sealed: Buffer }>(RECORDS, [duplicate.personId]);
  await tx.query(MOVE, [
    duplicate.personId,
    person.personId,
    records.map(({ membershipId }) => membershipId),
    records.map(({ membershipId, sealed }) =>
      vault.seal(to, vault.open(from, sealed, membershipId), membershipId),
    ),
  ]);
  await tx.query(MERGED, [duplicate.personId, person.personId]);
  await tx.query(REVIEWED, [duplicate.personId, at, actor]);
  await tx.query(USED, [[duplicate.personId, person.personId], at, actor]);
};
