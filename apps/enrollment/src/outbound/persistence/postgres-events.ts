import type { Day } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import type { EventCounts } from '../../domain/event/conversion.js';
import type { Entries } from '../../domain/register/register.js';
import { Events } from '../../use-cases/events.js';

const ENTRY = `select entry from register where code = $1 and kind = 'campaign'`;

/** Persons, each once. Who paid before the event for all of it took part without being insured for it. */
const COUNTS = `
  with participant as (
    select distinct person_id from membership where channel->>'campaign' = $1 and event_cover is not null
  ), went as (
    select p.person_id,
           count(m.membership_id) > 0 as signed_up,
           coalesce(bool_or(exists (
             select from jsonb_array_elements(s.paid) as days
              where days->>'payer' = 'self' and days->>'through' > $2)), false) as paid
      from participant p
      left join membership m on m.person_id = p.person_id and m.segment = 'BPU' and m.event_cover is null
      left join standing s on s.membership_id = m.membership_id
     group by p.person_id
  )
  select count(*)::integer as participants, count(*) filter (where signed_up)::integer as "signedUp",
         count(*) filter (where paid)::integer as "wentOn"
    from went`;

/** Events in PostgreSQL. */
export class PostgresEvents extends Events {
  constructor(private readonly database: Database) {
    super();
  }

  override async find(code: string): Promise<Entries['campaign'] | null> {
    const [row] = await this.database.query<{ entry: Entries['campaign'] }>(ENTRY, [code]);
    return row?.entry ?? null;
  }

  override async countsOf(code: string, through: Day): Promise<EventCounts> {
    const [row] = await this.database.query<EventCounts>(COUNTS, [code, through]);
    return row!;
  }
}
