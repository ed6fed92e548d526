import type { FollowedClaim } from '../../domain/claim/followed-claim.js';
import type { Queries } from './queries.js';

/** A claim with the last sequence of its events that was taken. */
export interface ClaimState {
  readonly claim: FollowedClaim;
  readonly taken: number;
}

const CLAIMS = `
  select claim_id as "claimId", person_id as "personId", membership_id as "membershipId", benefit,
         occurred_on::text as "occurredOn", settles, taken
    from claim where claim_id = any($1::uuid[])`;

/** The claims that there are, by id. */
export const loadClaims = async (db: Queries, ids: readonly string[]): Promise<Map<string, ClaimState>> => {
  const rows = await db.query<FollowedClaim & { readonly taken: number }>(CLAIMS, [ids]);
  return new Map(rows.map(({ taken, ...claim }) => [claim.claimId, { claim, taken }]));
};

const UPSERT = `
  insert into claim (claim_id, person_id, membership_id, benefit, occurred_on, settles, taken)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::text[], $7::integer[])
  on conflict (claim_id) do update set settles = excluded.settles, taken = excluded.taken`;

/** Writes what changed. */
export const writeClaims = async (db: Queries, states: readonly ClaimState[]): Promise<void> => {
  if (states.length === 0) return;
  await db.query(UPSERT, [
    states.map(({ claim }) => claim.claimId),
    states.map(({ claim }) => claim.personId),
    states.map(({ claim }) => claim.membershipId),
    states.map(({ claim }) => claim.benefit),
    states.map(({ claim }) => claim.occurredOn),
    states.map(({ claim }) => claim.settles),
    states.map(({ taken }) => taken),
  ]);
};

const HELD = `
  select p.person_id as "personId", nik_token as "nikToken",
         coalesce(array_agg(membership_id) filter (where membership_id is not null), '{}') as memberships
    from person p left join membership using (person_id)
   where p.person_id = any($1::uuid[]) group by p.person_id`;

/** What a person has, by ids. */
export interface Held {
  readonly personId: string;
  /** `null` once the person is erased. */
  readonly nikToken: string | null;
  readonly memberships: readonly string[];
}

/** The memberships of the persons that there are. */
export const loadHeld = async (db: Queries, personIds: readonly string[]): Promise<Map<string, Held>> => {
  const rows = await db.query<Held>(HELD, [personIds]);
  return new Map(rows.map((row) => [row.personId, row]));
};
