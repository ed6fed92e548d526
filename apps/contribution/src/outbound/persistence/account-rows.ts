import type { Day } from '#libs/kernel';
import type { Account } from '../../domain/account/account.js';
import type { Membership } from '../../domain/account/membership.js';
import type { PaidMonths } from '../../domain/account/paid-months.js';
import type { TermsHistory } from '../../domain/account/terms.js';
import { lapsesOn } from '../../domain/lapse/lapse.js';
import type { Queries } from './queries.js';
import { upsert } from './upsert.js';

const ACCOUNTS = `
  select membership_id, person_id, payment_code, nik_token, erased, starts_on::text as starts_on,
         ended_on::text as ended_on, employer, event_from::text as event_from, event_through::text as event_through,
         residence, terms, paid_months, event_paid, lapsed_on::text as lapsed_on, late_fees_owed, members_sequence,
         identities_sequence, sequence, recorded_at
    from account where membership_id = any($1::uuid[])`;

interface AccountRow {
  readonly membership_id: string;
  readonly person_id: string | null;
  readonly payment_code: string | null;
  readonly nik_token: string | null;
  readonly erased: boolean;
  readonly starts_on: Day | null;
  readonly ended_on: Day | null;
  readonly employer: string | null;
  readonly event_from: Day | null;
  readonly event_through: Day | null;
  readonly residence: string | null;
  readonly terms: TermsHistory | null;
  readonly paid_months: string;
  readonly event_paid: boolean;
  readonly lapsed_on: Day | null;
  readonly late_fees_owed: string;
  readonly members_sequence: number;
  readonly identities_sequence: number;
  readonly sequence: number;
  readonly recorded_at: Date | null;
}

/** Runs of months as one text: `2024-01..2024-03,2024-07..2024-07`. */
const textOf = (paid: PaidMonths): string => paid.map(({ first, last }) => `${first}..${last}`).join(',');

const runsIn = (text: string): PaidMonths =>
  text === ''
    ? []
    : text.split(',').map((run) => {
        const [first = '', last = ''] = run.split('..');
        return { first, last };
      });

const membershipOf = (row: AccountRow): Membership | null =>
  row.person_id === null || row.terms === null || row.starts_on === null
    ? null
    : {
        personId: row.person_id,
        terms: row.terms,
        startsOn: row.starts_on,
        endedOn: row.ended_on,
        employer: row.employer,
        eventCover:
          row.event_from === null || row.event_through === null
            ? null
            : { from: row.event_from, through: row.event_through },
        residence: row.residence,
      };

const accountOf = (row: AccountRow): Account => ({
  membershipId: row.membership_id,
  identity: { paymentCode: row.payment_code, nikToken: row.nik_token },
  erased: row.erased,
  membership: membershipOf(row),
  paid: runsIn(row.paid_months),
  eventPaid: row.event_paid,
  lapsedOn: row.lapsed_on,
  lateFeesOwedRupiah: Number(row.late_fees_owed),
  taken: { members: row.members_sequence, identities: row.identities_sequence },
  sequence: row.sequence,
  recordedAt: row.recorded_at?.toISOString() ?? '',
});

/** Those of the memberships of which anything was heard. */
export const loadAccounts = async (db: Queries, ids: readonly string[]): Promise<Account[]> =>
  ids.length === 0 ? [] : (await db.query<AccountRow>(ACCOUNTS, [ids])).map(accountOf);

/** Keeps the memberships as they are now. */
export const saveAccounts = upsert<Account>('account', ['membership_id'], {
  membership_id: ['uuid', ({ membershipId }) => membershipId],
  person_id: ['uuid', ({ membership }) => membership?.personId ?? null],
  payment_code: ['text', ({ identity }) => identity.paymentCode],
  nik_token: ['text', ({ identity }) => identity.nikToken],
  erased: ['boolean', ({ erased }) => erased],
  starts_on: ['date', ({ membership }) => membership?.startsOn ?? null],
  ended_on: ['date', ({ membership }) => membership?.endedOn ?? null],
  employer: ['text', ({ membership }) => membership?.employer ?? null],
  event_from: ['date', ({ membership }) => membership?.eventCover?.from ?? null],
  event_through: ['date', ({ membership }) => membership?.eventCover?.through ?? null],
  residence: ['text', ({ membership }) => membership?.residence ?? null],
  terms: ['json', ({ membership }) => (membership ? JSON.stringify(membership.terms) : null)],
  paid_months: ['text', ({ paid }) => textOf(paid)],
  event_paid: ['boolean', ({ eventPaid }) => eventPaid],
  lapses_on: ['date', (account) => (account.lapsedOn === null ? lapsesOn(account) : null)],
  lapsed_on: ['date', ({ lapsedOn }) => lapsedOn],
  late_fees_owed: ['bigint', ({ lateFeesOwedRupiah }) => lateFeesOwedRupiah],
  members_sequence: ['integer', ({ taken }) => taken.members],
  identities_sequence: ['integer', ({ taken }) => taken.identities],
  sequence: ['integer', ({ sequence }) => sequence],
  recorded_at: ['timestamptz', ({ recordedAt }) => recordedAt || null],
});
