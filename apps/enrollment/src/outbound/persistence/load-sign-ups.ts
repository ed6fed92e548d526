import type { Segment } from '#libs/kernel';
import type { EventCover, HeldMembership, Person } from '../../domain/person/person.js';
import type { EmployerSize } from '../../domain/sign-up/programmes-offered.js';
import { paymentCodeOf } from '../../domain/sign-up/sign-up.decide.js';
import type { SignUpResult } from '../../domain/sign-up/sign-up.js';
import type { AnsweredSignUp } from '../../use-cases/sign-ups.js';
import type { Queries } from './queries.js';
import {
  SignUpsInHand,
  type NamedSignUp,
  type PersonState,
  type RegisterEntries,
  type SignUpState,
} from './sign-ups-in-hand.js';
import { loadStandings } from './standing-rows.js';

const SIGN_UPS = `
  with other as (
    select sign_up_id, array_agg(distinct content_hash) as hashes
      from sign_up_conflict join unnest($2::uuid[], $3::text[]) as named (sign_up_id, content_hash)
           using (sign_up_id, content_hash)
     group by sign_up_id
  )
  select sign_up_id, content_hash, channel_code, residence, result, version, recorded_at,
         coalesce(hashes, '{}') as other_hashes
    from sign_up left join other using (sign_up_id) where sign_up_id = any($1::uuid[])`;

interface SignUpRow {
  readonly sign_up_id: string;
  readonly content_hash: string;
  readonly channel_code: string;
  readonly residence: string | null;
  readonly result: SignUpResult;
  readonly version: number;
  readonly recorded_at: Date;
  readonly other_hashes: readonly string[];
}

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

const REGISTERS = `
  select code, kind, entry from register where code = any($1::text[]) and kind in ('channel', 'employer')`;

interface RegisterRow {
  readonly code: string;
  readonly kind: 'channel' | 'employer';
  readonly entry: { readonly size?: EmployerSize | null };
}

const signUpState = (row: SignUpRow): SignUpState => ({
  signUp: {
    status: 'answered',
    contentHash: row.content_hash,
    result: row.result,
    otherHashes: row.other_hashes,
  },
  version: row.version,
  recordedAt: row.recorded_at.toISOString(),
  channelCode: row.channel_code,
  residence: row.residence,
});

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

const personState = (rows: readonly [PersonRow, ...PersonRow[]]): PersonState => {
  const memberships = rows.filter(hasMembership).map(membershipOf);
  const person: Person = { status: 'known', personId: rows[0].person_id, memberships };
  return { person, wrappedKey: rows[0].vault_key };
};

const registersOf = (rows: readonly RegisterRow[]): RegisterEntries => {
  const of = (wanted: RegisterRow['kind']) => rows.filter(({ kind }) => kind === wanted);
  return {
    channels: new Set(of('channel').map(({ code }) => code)),
    employerSizes: new Map(of('employer').map(({ code, entry }) => [code, entry.size ?? null])),
  };
};

/** Everything that the sign-ups of a batch concern: three or four statements, however many they are. */
export const loadSignUps = async (db: Queries, named: readonly NamedSignUp[]): Promise<SignUpsInHand> => {
  const distinct = (of: (one: NamedSignUp) => string | undefined) => [
    ...new Set(named.map(of).filter((name) => name !== undefined)),
  ];
  const signUps = await db.query<SignUpRow>(SIGN_UPS, [
    distinct(({ signUpId }) => signUpId),
    named.map(({ signUpId }) => signUpId),
    named.map(({ contentHash }) => contentHash),
  ]);
  const people = await db.query<PersonRow>(PEOPLE, [distinct(({ nikToken }) => nikToken)]);
  const codes = [
    ...distinct(({ command }) => command.data.channel.code),
    ...distinct(({ command }) => command.data.employer?.code),
  ];
  const registers = await db.query<RegisterRow>(REGISTERS, [codes]);
  const asked = new Set(named.filter(({ command }) => command.skipsCovered).map(({ nikToken }) => nikToken));
  const held = people.filter(hasMembership).filter((row) => asked.has(row.nik_token));
  return new SignUpsInHand(
    new Map(signUps.map((row) => [row.sign_up_id, signUpState(row)])),
    new Map(
      [...Map.groupBy(people, (row) => row.nik_token)].map(([token, rows]) => [
        token,
        personState(rows as [PersonRow, ...PersonRow[]]),
      ]),
    ),
    registersOf(registers),
    held.length === 0
      ? new Map()
      : await loadStandings(
          db,
          held.map((row) => row.membership_id),
        ),
  );
};

const ANSWERED = 'select channel_code, residence, result from sign_up where sign_up_id = $1';

/** A sign-up as it was answered first; `null` when there is none. */
export const findSignUp = async (db: Queries, signUpId: string): Promise<AnsweredSignUp | null> => {
  const [row] = await db.query<Pick<SignUpRow, 'channel_code' | 'residence' | 'result'>>(ANSWERED, [
    signUpId,
  ]);
  return row === undefined
    ? null
    : { channelCode: row.channel_code, residence: row.residence, result: row.result };
};
