import type { Segment } from '#libs/kernel';
import type { Identity } from '../../domain/identity/identity.js';
import type { EventCover, HeldMembership, Person } from '../../domain/person/person.js';
import { paymentCodeOf } from '../../domain/sign-up/sign-up.decide.js';
import type { Vault } from '../vault/vault.js';
import type { Queries } from './queries.js';
import type { NamedSignUp, PersonState } from './sign-ups-in-hand.js';

const PEOPLE = `
  select nik_token, person_id, vault_key, membership_id, member_number, segment, employer, event_cover,
         ended_on::text as ended_on
    from person left join membership using (person_id)
   where nik_token = any($1::text[]) order by person_id, registered_on, membership_id`;

interface PersonRow {
  readonly nik_token: string;
  readonly person_id: string;
  readonly vault_key: Buffer | null;
  readonly membership_id: string | null;
  readonly member_number: string;
  readonly segment: Segment;
  readonly employer: string | null;
  readonly event_cover: EventCover | null;
  readonly ended_on: string | null;
}

const RECORDS = `
  select person_id as "personId", membership_id as "membershipId", sealed from vault
   where person_id = any($1::uuid[]) order by person_id, membership_id`;

interface SealedRow {
  readonly personId: string;
  readonly membershipId: string;
  readonly sealed: Buffer;
}

const membershipOf = (row: PersonRow & { membership_id: string }): HeldMembership => ({
  membershipId: row.membership_id,
  memberNumber: row.member_number,
  paymentCode: paymentCodeOf(row.member_number),
  segment: row.segment,
  employer: row.employer,
  eventCover: row.event_cover,
  endedOn: row.ended_on,
});

const hasMembership = (row: PersonRow): row is PersonRow & { membership_id: string } =>
  row.membership_id !== null;

const personState = (
  rows: readonly [PersonRow, ...PersonRow[]],
  identities: readonly Identity[],
): PersonState => {
  const memberships = rows.filter(hasMembership).map(membershipOf);
  const person: Person = { status: 'known', personId: rows[0].person_id, memberships };
  return { person, wrappedKey: rows[0].vault_key, identities };
};

/** What was stated under NIKs that are known before, by person. Somebody new, and a repeat, cost nothing. */
const loadIdentities = async (
  db: Queries,
  people: readonly PersonRow[],
  vault: Vault,
): Promise<ReadonlyMap<string, readonly Identity[]>> => {
  const wrapped = new Map(people.map((row) => [row.person_id, row.vault_key] as const));
  if (wrapped.size === 0) return new Map();
  const rows = await db.query<SealedRow>(RECORDS, [[...wrapped.keys()]]);
  return new Map(
    [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, sealed]) => {
      const key = vault.unwrap(wrapped.get(personId)!, personId);
      return [personId, sealed.map((row) => vault.open(key, row.sealed, row.membershipId))];
    }),
  );
};

/** The persons of the sign-ups, by the token of the NIK, and all memberships of those who are asked for. */
export interface KnownPeople {
  readonly byToken: Map<string, PersonState>;
  /** @param tokens those whose memberships are asked for */
  readonly membershipsOf: (tokens: ReadonlySet<string>) => readonly string[];
}

/** @param answered the sign-ups that have been answered: what they stated is compared with nothing */
export const loadKnownPeople = async (
  db: Queries,
  named: readonly NamedSignUp[],
  answered: ReadonlySet<string>,
  vault: Vault,
): Promise<KnownPeople> => {
  const rows = await db.query<PersonRow>(PEOPLE, [[...new Set(named.map(({ nikToken }) => nikToken))]]);
  const fresh = new Set(
    named.filter(({ signUpId }) => !answered.has(signUpId)).map(({ nikToken }) => nikToken),
  );
  const compared = rows.filter((row) => fresh.has(row.nik_token));
  const identities = await loadIdentities(db, compared, vault);
  const byToken = [...Map.groupBy(rows, (row) => row.nik_token)].map(
    ([token, ofIt]) =>
      [
        token,
        personState(ofIt as [PersonRow, ...PersonRow[]], identities.get(ofIt[0]!.person_id) ?? []),
      ] as const,
  );
  return {
    byToken: new Map(byToken),
    membershipsOf: (tokens) =>
      rows.filter(hasMembership).flatMap((row) => (tokens.has(row.nik_token) ? [row.membership_id] : [])),
  };
};
