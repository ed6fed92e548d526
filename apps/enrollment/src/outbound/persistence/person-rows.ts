import { TryAgain, type Transaction } from '#libs/persistence';
import type { Erasable, ErasableMembership } from '../../domain/person/erasure.js';
import type { Queries } from './queries.js';

/** A person with what erasure needs beside it. */
export interface PersonRow {
  readonly personId: string;
  readonly nikToken: string | null;
  readonly wrappedKey: Buffer | null;
  /** When something was recorded of a membership last. */
  readonly recordedAt: Date | null;
  readonly memberships: readonly (ErasableMembership & { readonly version: number })[];
  /** Who it turned out to be. */
  readonly mergedInto: string | null;
  /** Who turned out to be this person. */
  readonly duplicates: readonly { readonly personId: string; readonly membershipIds: readonly string[] }[];
}

const PEOPLE = `
  select p.person_id as "personId", nik_token as "nikToken", vault_key as "wrappedKey",
         max(m.recorded_at) as "recordedAt",
         coalesce(json_agg(json_build_object('membershipId', membership_id, 'registeredOn', registered_on,
                                             'endedOn', ended_on, 'version', version)
                           order by registered_on, membership_id)
                    filter (where membership_id is not null), '[]') as memberships,
         p.merged_into as "mergedInto",
         (select coalesce(json_agg(json_build_object(
                   'personId', d.person_id,
                   'membershipIds', array(select o.membership_id from membership o where o.person_id = d.person_id))), '[]')
            from person d where d.merged_into = p.person_id) as duplicates
    from person p left join membership m using (person_id)
   where p.person_id = any($1::uuid[]) group by p.person_id`;

/** The persons that there are, by id. */
export const loadPeople = async (db: Queries, ids: readonly string[]): Promise<Map<string, PersonRow>> => {
  const rows = await db.query<PersonRow>(PEOPLE, [ids]);
  return new Map(rows.map((row) => [row.personId, row]));
};

const locksOf = (people: Iterable<PersonRow>): string[] =>
  [...people].flatMap(({ personId, nikToken, memberships }) => [
    ...(nikToken === null ? [] : [`person:${nikToken}`]),
    `erasure:${personId}`,
    ...memberships.map(({ membershipId }) => `membership:${membershipId}`),
  ]);

/** The persons, locked with all that they have. Who signs up meanwhile is found out by looking again behind the locks. */
export const lockedPeople = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, PersonRow>> => {
  const names = locksOf((await loadPeople(tx, ids)).values());
  await tx.lock(names);
  const people = await loadPeople(tx, ids);
  if (locksOf(people.values()).some((name) => !names.includes(name))) throw new TryAgain();
  return people;
};

/** The person as the rule of erasure sees it. */
export const erasableOf = (row: PersonRow | undefined): Erasable => {
  if (row === undefined) return { status: 'unknown' };
  if (row.mergedInto !== null) return { status: 'merged' };
  return row.nikToken === null ? { status: 'erased' } : { status: 'known', memberships: row.memberships };
};

const END = `
  update membership m set ended_on = t.ended_on, end_reason = 'left', version = m.version + 1, recorded_at = t.at
    from unnest($1::uuid[], $2::date[], $3::timestamptz[]) as t (membership_id, ended_on, at)
   where m.membership_id = t.membership_id`;

/** Ends memberships. */
export const endMemberships = async (
  db: Queries,
  ends: readonly { readonly membershipId: string; readonly endedOn: string; readonly at: string }[],
): Promise<void> => {
  if (ends.length === 0) return;
  await db.query(END, [
    ends.map(({ membershipId }) => membershipId),
    ends.map(({ endedOn }) => endedOn),
    ends.map(({ at }) => at),
  ]);
};

/** What a content was is told by a keyed hash; where the person is gone, it is compared with nothing any more. */
const FORGET = [
  'delete from vault where person_id = any($1::uuid[])',
  `update sign_up set content_hash = 'erased'
    where sign_up_id in (select sign_up_id from membership join person using (person_id)
                          where person_id = any($1::uuid[]) or merged_into = any($1::uuid[]))`,
  'update person set nik_token = null, vault_key = null where person_id = any($1::uuid[])',
];

/** Destroys what identifies the persons. */
export const forget = async (db: Queries, personIds: readonly string[]): Promise<void> => {
  if (personIds.length === 0) return;
  for (const statement of FORGET) await db.query(statement, [personIds]);
};
