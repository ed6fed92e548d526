import type { Day } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import type { Sponsorship } from '../../domain/budget/sponsored.js';
import type { Entries } from '../../domain/register/register.js';
import {
  Budgets,
  type DecideReservation,
  type Sponsor,
  type SponsoredCounts,
} from '../../use-cases/budgets.js';
import type { SignUpCommand } from '../../use-cases/sign-ups.js';
import { loadBudget, SponsoredListBatch } from './sponsored-list.js';

const ENTRY = `select entry from register where code = $1 and kind = 'sponsor'`;

/** By who paid for the days of a membership: what its sponsor has, and what the member has after that. */
const COUNTS = `
  with sponsored as (
    select m.person_id, s.paid,
           (select max(days->>'through') from jsonb_array_elements(s.paid) as days
             where days->>'payer' = m.terms->'payer'->>'kind') as last_day
      from membership m left join standing s using (membership_id)
     where m.terms->'payer'->>'code' = $1 and m.event_cover is null
  ), went as (
    select person_id, last_day < $2 as is_over, exists (
             select from jsonb_array_elements(paid) as days
              where days->>'payer' = 'self' and days->>'through' > last_day) as has_paid
      from sponsored
  ), person as (
    select person_id, coalesce(bool_or(is_over), false) as is_over,
           coalesce(bool_or(is_over and has_paid), false) as went_on
      from went group by person_id
  )
  select count(*)::integer as enrolled, count(*) filter (where is_over)::integer as "monthsOver",
         count(*) filter (where went_on)::integer as "wentOn"
    from person`;

/** Budgets of sponsors in PostgreSQL. */
export class PostgresBudgets extends Budgets {
  constructor(private readonly database: Database) {
    super();
  }

  override async find(code: string): Promise<Sponsor | null> {
    const [row] = await this.database.query<{ entry: Entries['sponsor'] }>(ENTRY, [code]);
    if (row === undefined) return null;
    const { kind, regions = null, occupations = null } = row.entry;
    return { kind, budget: await loadBudget(this.database, code), eligible: { regions, occupations } };
  }

  override async countsOf(code: string, today: Day): Promise<SponsoredCounts> {
    const [row] = await this.database.query<SponsoredCounts>(COUNTS, [code, today]);
    return row!;
  }

  override onWritePath(
    sponsorship: Sponsorship,
    commands: readonly SignUpCommand[],
    decide: DecideReservation,
  ): SponsoredListBatch {
    return new SponsoredListBatch(sponsorship, commands, decide);
  }
}
