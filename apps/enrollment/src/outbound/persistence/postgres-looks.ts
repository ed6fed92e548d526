import type { Clock, Outcome } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import type { Looks } from '../../domain/person/look-up.js';
import {
  LooksOnRecord,
  PersonsByNik,
  type FoundPerson,
  type Look,
  type LookPurpose,
} from '../../use-cases/looks.js';
import type { Pseudonyms } from '../vault/pseudonyms.js';
import { termsOn } from '../../domain/membership/membership.js';
import { loadMemberships } from './membership-rows.js';
import { noteUse } from './personal-data-uses.js';

const COUNTED: readonly LookPurpose[] = ['looked-up', 'reviewed'];

const BEFORE = `
  select count(*) filter (where used_at > $3::timestamptz - interval '1 hour')::integer as "inLastHour",
         count(*)::integer as "inLastDay"
    from personal_data_use
   where actor = $1 and what = any($2::text[]) and used_at > $3::timestamptz - interval '1 day'`;

/** Looks at people's data, beside all other uses of it. */
export class PostgresLooks extends LooksOnRecord {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Looks of one officer wait for each other: none slips by the limit. */
  override note(
    { actor, purpose, personId }: Look,
    decide: (before: Looks) => Outcome<unknown>,
  ): Promise<Outcome<unknown>> {
    const at = this.clock.recordedAt(null);
    return this.database.transaction(async (tx) => {
      await tx.lock([`looks:${actor}`]);
      const [before] = await tx.query<Looks>(BEFORE, [actor, COUNTED, at]);
      const outcome = decide(before!);
      if (outcome.kind === 'happened') await noteUse(tx, { personId, at, what: purpose, actor });
      return outcome;
    });
  }
}

const HELD = `
  select p.person_id as "personId", array_remove(array_agg(membership_id order by registered_on, membership_id), null)
           as "membershipIds"
    from person p left join membership using (person_id)
   where nik_token = $1 group by p.person_id`;

/** Persons by the token of their NIK. */
export class PostgresPersonsByNik extends PersonsByNik {
  constructor(
    private readonly database: Database,
    private readonly tools: { readonly pseudonyms: Pseudonyms; readonly clock: Clock },
  ) {
    super();
  }

  override async find(nik: string): Promise<FoundPerson | null> {
    const token = this.tools.pseudonyms.nikToken(nik);
    const [row] = await this.database.query<{ personId: string; membershipIds: string[] }>(HELD, [token]);
    if (row === undefined) return null;
    const states = await loadMemberships(this.database, row.membershipIds);
    const today = this.tools.clock.today();
    return {
      personId: row.personId,
      memberships: row.membershipIds.map((membershipId) => {
        const membership = states.get(membershipId)?.membership;
        const isKnown = membership !== undefined && membership.status !== 'unknown';
        return { membershipId, residence: isKnown ? termsOn(membership, today).residence : null };
      }),
    };
  }
}
