import type { Day, EndReason } from '#libs/kernel';
import {
  termsOn,
  unknownMembership,
  type DatedChange,
  type Membership,
  type Registration,
  type Terms,
} from '../../domain/membership/membership.js';
import type { EventCover } from '../../domain/person/person.js';
import type { EmployerSize } from '../../domain/sign-up/programmes-offered.js';
import { paymentCodeOf } from '../../domain/sign-up/sign-up.decide.js';
import type { Queries } from './queries.js';

/** A membership with what the store keeps beside it. */
export interface MembershipState {
  readonly membership: Membership;
  /** How many of its events were published. */
  readonly version: number;
  readonly recordedAt: string | null;
  readonly employerSize: EmployerSize | null;
}

/** The state of a membership that there is. */
export type KnownState = MembershipState & {
  readonly membership: Exclude<Membership, { readonly status: 'unknown' }>;
};

const MEMBERSHIPS = `
  select membership_id, person_id, member_number, sign_up_id, employer, event_cover, channel, terms, changes,
         registered_on::text as registered_on, starts_on::text as starts_on, ended_on::text as ended_on, end_reason,
         m.version, m.recorded_at, entry->>'size' as employer_size
    from membership m left join register r on r.code = m.employer and r.kind = 'employer'
   where membership_id = any($1::uuid[])`;

interface MembershipRow {
  readonly membership_id: string;
  readonly person_id: string;
  readonly member_number: string;
  readonly sign_up_id: string;
  readonly employer: string | null;
  readonly event_cover: EventCover | null;
  readonly channel: Registration['channel'];
  readonly terms: Terms;
  readonly changes: readonly DatedChange[];
  readonly registered_on: Day;
  readonly starts_on: Day;
  readonly ended_on: Day | null;
  readonly end_reason: EndReason | null;
  readonly version: number;
  readonly recorded_at: Date;
  readonly employer_size: EmployerSize | null;
}

const registrationOf = (row: MembershipRow): Registration => ({
  membershipId: row.membership_id,
  personId: row.person_id,
  memberNumber: row.member_number,
  paymentCode: paymentCodeOf(row.member_number),
  channel: { kind: row.channel.kind, code: row.channel.code, campaign: row.channel.campaign },
  employer: row.employer,
  eventCover: row.event_cover,
  registeredOn: row.registered_on,
  startsOn: row.starts_on,
  signUpId: row.sign_up_id,
  terms: row.terms,
});

const membershipOf = (row: MembershipRow): Membership => {
  const known = { registration: registrationOf(row), changes: row.changes };
  return row.ended_on === null || row.end_reason === null
    ? { status: 'open', ...known }
    : { status: 'ended', endedOn: row.ended_on, reason: row.end_reason, ...known };
};

/** The memberships that there are, by id. */
export const loadMemberships = async (
  db: Queries,
  ids: readonly string[],
): Promise<Map<string, MembershipState>> => {
  const rows = await db.query<MembershipRow>(MEMBERSHIPS, [ids]);
  return new Map(
    rows.map((row) => [
      row.membership_id,
      {
        membership: membershipOf(row),
        version: row.version,
        recordedAt: row.recorded_at.toISOString(),
        employerSize: row.employer_size,
      },
    ]),
  );
};

/** What stands for a membership that there is not. */
export const noMembership: MembershipState = {
  membership: unknownMembership,
  version: 0,
  recordedAt: null,
  employerSize: null,
};

const UPDATE = `
  update membership m
     set segment = t.segment, changes = t.changes, ended_on = t.ended_on, end_reason = t.end_reason,
         version = t.version, recorded_at = t.recorded_at
    from unnest($1::uuid[], $2::text[], $3::jsonb[], $4::date[], $5::text[], $6::integer[], $7::timestamptz[])
         as t (membership_id, segment, changes, ended_on, end_reason, version, recorded_at)
   where m.membership_id = t.membership_id`;

/** After every change that is known, also those to come: sign-ups ask for the segment without asking when. */
export const LAST_DAY: Day = '9999-12-31';

/** Writes what changed. */
export const updateMemberships = async (db: Queries, states: readonly KnownState[]): Promise<void> => {
  const ended = states.map(({ membership }) => (membership.status === 'ended' ? membership : null));
  await db.query(UPDATE, [
    states.map(({ membership }) => membership.registration.membershipId),
    states.map(({ membership }) => termsOn(membership, LAST_DAY).segment),
    states.map(({ membership }) => JSON.stringify(membership.changes)),
    ended.map((end) => end?.endedOn ?? null),
    ended.map((end) => end?.reason ?? null),
    states.map(({ version }) => version),
    states.map(({ recordedAt }) => recordedAt),
  ]);
};
