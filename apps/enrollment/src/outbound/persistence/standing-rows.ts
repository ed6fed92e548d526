import type { Day } from '#libs/kernel';
import type { Registration } from '../../domain/membership/membership.js';
import type { Reminder, ReminderKind } from '../../domain/standing/reminder.js';
import { neverPaid, type Standing } from '../../domain/standing/standing.js';
import type { Queries } from './queries.js';

/** What is kept of one membership's standing. */
export interface StandingState {
  readonly standing: Standing;
  /** The last sequence of contribution's events. */
  readonly taken: number;
  /** On which day something may have to be said. */
  readonly lookOn: Day | null;
  readonly said: Reminder | null;
  /** How many reminders there were. */
  readonly saidCount: number;
  readonly saidAt: string | null;
}

export const noStanding: StandingState = {
  standing: neverPaid,
  taken: 0,
  lookOn: null,
  said: null,
  saidCount: 0,
  saidAt: null,
};

const STANDINGS = `
  select membership_id, taken, paid, lapsed_on::text as lapsed_on, look_on::text as look_on, said_kind,
         said_through::text as said_through, said_count, said_at
    from standing where membership_id = any($1::uuid[])`;

interface StandingRow {
  readonly membership_id: string;
  readonly taken: number;
  readonly paid: Standing['paid'];
  readonly lapsed_on: Day | null;
  readonly look_on: Day | null;
  readonly said_kind: ReminderKind | null;
  readonly said_through: Day | null;
  readonly said_count: number;
  readonly said_at: Date | null;
}

const saidIn = ({ said_kind: kind, said_through: through }: StandingRow): Reminder | null =>
  kind === null || through === null ? null : { kind, coveredThrough: through };

/** The standings that there are, by membership. */
export const loadStandings = async (
  db: Queries,
  ids: readonly string[],
): Promise<Map<string, StandingState>> => {
  const rows = await db.query<StandingRow>(STANDINGS, [ids]);
  return new Map(
    rows.map((row) => [
      row.membership_id,
      {
        standing: { paid: row.paid, lapsedOn: row.lapsed_on },
        taken: row.taken,
        lookOn: row.look_on,
        said: saidIn(row),
        saidCount: row.said_count,
        saidAt: row.said_at?.toISOString() ?? null,
      },
    ]),
  );
};

const UPSERT = `
  insert into standing (membership_id, taken, paid, lapsed_on, look_on, said_kind, said_through, said_count, said_at)
  select * from unnest($1::uuid[], $2::integer[], $3::jsonb[], $4::date[], $5::date[], $6::text[], $7::date[],
                       $8::integer[], $9::timestamptz[])
  on conflict (membership_id) do update
     set taken = excluded.taken, paid = excluded.paid, lapsed_on = excluded.lapsed_on, look_on = excluded.look_on,
         said_kind = excluded.said_kind, said_through = excluded.said_through, said_count = excluded.said_count,
         said_at = excluded.said_at`;

/** Writes what changed. */
export const writeStandings = async (
  db: Queries,
  changed: ReadonlyMap<string, StandingState>,
): Promise<void> => {
  if (changed.size === 0) return;
  const states = [...changed.values()];
  await db.query(UPSERT, [
    [...changed.keys()],
    states.map(({ taken }) => taken),
    states.map(({ standing }) => JSON.stringify(standing.paid)),
    states.map(({ standing }) => standing.lapsedOn),
    states.map(({ lookOn }) => lookOn),
    states.map(({ said }) => said?.kind ?? null),
    states.map(({ said }) => said?.coveredThrough ?? null),
    states.map(({ saidCount }) => saidCount),
    states.map(({ saidAt }) => saidAt),
  ]);
};

const MEMBERS = `
  select membership_id as "membershipId", person_id as "personId", channel, ended_on::text as "endedOn"
    from membership where membership_id = any($1::uuid[])`;

/** Whom a reminder is about. */
export interface RemindedMember extends Pick<Registration, 'membershipId' | 'personId' | 'channel'> {
  readonly endedOn: Day | null;
}

export const loadReminded = async (
  db: Queries,
  ids: readonly string[],
): Promise<Map<string, RemindedMember>> => {
  const rows = await db.query<RemindedMember>(MEMBERS, [ids]);
  return new Map(rows.map((row) => [row.membershipId, row]));
};
