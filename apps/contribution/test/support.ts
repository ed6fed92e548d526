import { createHmac, randomUUID } from 'node:crypto';
import {
  memberChanged,
  memberRegistered,
  membershipEnded,
  paymentIdentityRecorded,
  paymentReversed,
  paymentSettled,
  personErased,
  registerEntryRecorded,
  type EmployerRecorded,
  type MemberChanged,
  type MemberRegistered,
  type PaymentReversed,
  type PaymentSettled,
} from '#libs/contracts';
import { StoryClock, UuidV7Ids, type Clock } from '#libs/kernel';
import { EventLog, WritePath } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import { messageOf, openTestDatabase } from '#libs/testing';
import { contributionMigrations } from '../src/outbound/persistence/migrations/index.js';
import { PostgresBooks } from '../src/outbound/persistence/postgres-books.js';
import { PostgresEmployers } from '../src/outbound/persistence/postgres-employers.js';
import { PostgresLedger } from '../src/outbound/persistence/postgres-ledger.js';
import { PostgresViews } from '../src/outbound/persistence/postgres-views.js';
import { KeyedPseudonyms } from '../src/outbound/pseudonyms/keyed-pseudonyms.js';
import { KnowIdentityWhenRecorded } from '../src/use-cases/know-identity-when-recorded.js';
import { KnowMembershipsWhenEnrolled } from '../src/use-cases/know-memberships-when-enrolled.js';
import { KnowRiskGroupWhenEmployerRecorded } from '../src/use-cases/know-risk-group-when-employer-recorded.js';
import { SettlePaymentsWhenReceived } from '../src/use-cases/settle-payments-when-received.js';
import { StateBill } from '../src/use-cases/state-bill.js';
import { TellLapsesWhenADayBreaks } from '../src/use-cases/tell-lapses-when-a-day-breaks.js';

export const openContribution = () =>
  openTestDatabase('contribution', { migrations: contributionMigrations });

export const secret = Buffer.from('a secret of the tests, 32 bytes and more');
export const nikTokenOf = (nik: string): string =>
  createHmac('sha256', secret).update(nik).digest('base64url');

/** The service's use cases on a database. */
export const serviceOn = (database: Database, clock: Clock = new StoryClock('2024-12-17')) => {
  const ids = new UuidV7Ids();
  const writes = new WritePath(database, { wake: () => undefined });
  const books = new PostgresBooks(database, writes, new EventLog(), ids);
  return {
    payments: new SettlePaymentsWhenReceived(books, new KeyedPseudonyms(secret), clock, ids),
    members: new KnowMembershipsWhenEnrolled(books, clock, ids),
    identities: new KnowIdentityWhenRecorded(books, clock, ids),
    employers: new KnowRiskGroupWhenEmployerRecorded(new PostgresEmployers(writes)),
    lapses: new TellLapsesWhenADayBreaks(books, clock, ids),
    bills: new StateBill(books, clock),
    views: new PostgresViews(database),
    ledger: new PostgresLedger(database),
  };
};

const at = (instant: string) => ({ recordedAt: new Date(instant).toISOString() });
const NEW_YEAR = '2024-01-01T09:00:00+07:00';

/** A street trader's membership that nobody else has, unless it is said otherwise. */
export const newMember = (changed: Partial<MemberRegistered> = {}): MemberRegistered => {
  const membershipId = randomUUID();
  const own = { membershipId, personId: randomUUID(), paymentCode: `code-${membershipId}` };
  return { ...memberRegistered.example, ...own, startsOn: '2024-01-01', ...changed };
};

export const registered = (member: MemberRegistered, recordedAt = NEW_YEAR) =>
  messageOf(memberRegistered, member, at(recordedAt));

export const changed = (
  { membershipId, personId }: MemberRegistered,
  change: Partial<MemberChanged>,
  sequence: number,
) => messageOf(memberChanged, { membershipId, personId, ...change }, { sequence, ...at(NEW_YEAR) });

export const ended = ({ membershipId, personId }: MemberRegistered, endedOn: string, sequence: number) =>
  messageOf(membershipEnded, { membershipId, personId, endedOn }, { sequence, ...at(NEW_YEAR) });

export const erased = ({ personId }: MemberRegistered) => messageOf(personErased, { personId });

export const identified = (
  { membershipId, personId, paymentCode }: MemberRegistered,
  nik: string,
  sequence = 1,
) => {
  const identity = { membershipId, personId, paymentCode, nikToken: nikTokenOf(nik) };
  return messageOf(paymentIdentityRecorded, identity, { sequence, ...at(NEW_YEAR) });
};

export const employer = (entry: EmployerRecorded, sequence: number) =>
  messageOf(registerEntryRecorded, { code: entry.code, channel: null, employer: entry }, { sequence });

/** A payment of one month that names none, unless it is said otherwise. */
export const newPayment = (changed: Partial<PaymentSettled> = {}): PaymentSettled => ({
  ...paymentSettled.example,
  paymentId: `P-${randomUUID()}`,
  settledAt: '2024-06-10T10:00:00+07:00',
  months: null,
  ...changed,
});

/** The payment as a message, sent when it was settled unless it is said otherwise. */
export const settled = (payment: PaymentSettled, recordedAt = payment.settledAt) =>
  messageOf(paymentSettled, payment, at(recordedAt));

export const reversed = ({ gateway, paymentId }: PaymentSettled, changed: Partial<PaymentReversed> = {}) => {
  const reversal = { gateway, paymentId, reversedAt: '2024-06-12T10:00:00+07:00', ...changed };
  return messageOf(paymentReversed, reversal, at(reversal.reversedAt));
};

export interface LoggedEvent {
  readonly type: string;
  readonly key: string;
  readonly sequence: number;
  readonly recordedAt: string;
  readonly data: Record<string, unknown>;
  readonly causationId: string;
}

/** What was published of the subjects, oldest first. */
export const publishedOf = async (database: Database, ...subjects: string[]): Promise<LoggedEvent[]> => {
  const rows = await database.query<{
    type: string;
    key: string;
    sequence: string;
    recorded_at: Date;
    data: string;
    causation_id: string;
  }>(
    'select type, key, sequence, recorded_at, data, causation_id from event where subject = any($1) order by position',
    [subjects],
  );
  return rows.map((row) => ({
    type: row.type.replace(/^id\.cakupan\.contribution\.|\.v1$/g, ''),
    key: row.key,
    sequence: Number(row.sequence),
    recordedAt: row.recorded_at.toISOString(),
    data: JSON.parse(row.data) as Record<string, unknown>,
    causationId: row.causation_id,
  }));
};

export const aboutPayment = ({ gateway, paymentId }: PaymentSettled) => `payment/${gateway}/${paymentId}`;
export const aboutMember = ({ membershipId }: MemberRegistered) => `membership/${membershipId}`;
