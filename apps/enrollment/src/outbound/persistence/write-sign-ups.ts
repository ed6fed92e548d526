import type { Transaction } from '#libs/persistence';
import type { Terms } from '../../domain/membership/membership.js';
import type { MemberRegistered, SignUpForm } from '../../domain/sign-up/sign-up.js';
import type { Registered, SignUpsInHand } from './sign-ups-in-hand.js';

const MEMBERSHIPS = `
  insert into membership (membership_id, person_id, member_number, sign_up_id, segment, employer, event_cover, channel,
                          consent, registered_on, starts_on, terms, recorded_at)
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::jsonb[], $8::jsonb[],
                       $9::jsonb[], $10::date[], $11::date[], $12::jsonb[], $13::timestamptz[])`;

const SIGN_UPS = `
  insert into sign_up (sign_up_id, content_hash, channel_code, residence, result, version, recorded_at)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::integer[], $7::timestamptz[])
  on conflict (sign_up_id) do update set version = excluded.version, recorded_at = excluded.recorded_at`;

const CONFLICTS = `
  insert into sign_up_conflict (sign_up_id, content_hash) select * from unnest($1::uuid[], $2::text[])`;

/** The terms that a membership begins with. */
export const firstTerms = (
  form: SignUpForm,
  { basisRupiah, residence }: Pick<MemberRegistered, 'basisRupiah' | 'residence'>,
): Terms => ({
  segment: form.segment,
  programmes: form.programmes,
  basis: basisRupiah,
  occupations: form.occupations,
  residence,
  payer: { kind: form.payer.kind, code: form.payer.code ?? null },
});

/** Field by field: a message may carry others that nobody knows, and those are not kept. */
const channelOf = ({ channel }: SignUpForm) => ({
  kind: channel.kind,
  code: channel.code,
  agent: channel.agent ?? null,
  campaign: channel.campaign ?? null,
});
const consentOf = ({ consent }: SignUpForm) => ({
  textVersion: consent.textVersion,
  givenAt: consent.givenAt,
});

const jsonOrNull = (value: unknown) => (value == null ? null : JSON.stringify(value));

/** The memberships that began. */
export const writeMemberships = async (tx: Transaction, registered: readonly Registered[]): Promise<void> => {
  const column = <T>(of: (one: Registered, form: SignUpForm) => T) =>
    registered.map((one) => of(one, one.of.command.data));
  await tx.query(MEMBERSHIPS, [
    column(({ event }) => event.membershipId),
    column(({ event }) => event.personId),
    column(({ event }) => event.memberNumber),
    column(({ of }) => of.signUpId),
    column(({ event }) => event.segment),
    column(({ event }) => event.employer),
    column(({ event }) => jsonOrNull(event.eventCover)),
    column((_, form) => JSON.stringify(channelOf(form))),
    column((_, form) => JSON.stringify(consentOf(form))),
    column(({ event }) => event.registeredOn),
    column((_, { startsOn }) => startsOn),
    column(({ event }, form) => JSON.stringify(firstTerms(form, event))),
    column(({ recordedAt }) => recordedAt),
  ]);
};

/** How the sign-ups were answered, and which other contents came under their ids. */
export const writeResults = async (tx: Transaction, hand: SignUpsInHand): Promise<void> => {
  const { conflicts } = hand;
  const changed = hand.changedSignUps();
  await tx.query(SIGN_UPS, [
    changed.map(([signUpId]) => signUpId),
    changed.map(([, { signUp }]) => signUp.contentHash),
    changed.map(([, { channelCode }]) => channelCode),
    changed.map(([, { residence }]) => residence),
    changed.map(([, { signUp }]) => JSON.stringify(signUp.result)),
    changed.map(([, { version }]) => version),
    changed.map(([, { recordedAt }]) => recordedAt),
  ]);
  if (conflicts.length === 0) return;
  await tx.query(CONFLICTS, [
    conflicts.map(({ signUpId }) => signUpId),
    conflicts.map(({ contentHash }) => contentHash),
  ]);
};
