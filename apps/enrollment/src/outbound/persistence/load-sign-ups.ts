import type { SignUpResult } from '../../domain/sign-up/sign-up.js';
import type { AnsweredSignUp } from '../../use-cases/sign-ups.js';
import type { Vault } from '../vault/vault.js';
import { loadKnownPeople } from './load-known-people.js';
import { loadRegisters } from './load-registers.js';
import type { Queries } from './queries.js';
import { SignUpsInHand, type NamedSignUp, type SignUpState } from './sign-ups-in-hand.js';
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

/** Everything that the sign-ups of a batch concern: a few statements, however many they are. */
export const loadSignUps = async (
  db: Queries,
  named: readonly NamedSignUp[],
  vault: Vault,
): Promise<SignUpsInHand> => {
  const signUps = await db.query<SignUpRow>(SIGN_UPS, [
    [...new Set(named.map(({ signUpId }) => signUpId))],
    named.map(({ signUpId }) => signUpId),
    named.map(({ contentHash }) => contentHash),
  ]);
  const answered = new Set(signUps.map((row) => row.sign_up_id));
  const people = await loadKnownPeople(db, named, answered, vault);
  const registers = await loadRegisters(db, named);
  const asked = named.filter(({ command }) => command.skipsCovered).map(({ nikToken }) => nikToken);
  const held = people.membershipsOf(new Set(asked));
  return new SignUpsInHand(
    new Map(signUps.map((row) => [row.sign_up_id, signUpState(row)])),
    people.byToken,
    registers,
    held.length === 0 ? new Map() : await loadStandings(db, held),
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
