import { randomInt, randomUUID } from 'node:crypto';
import { signUpSubmitted, type SignUpSubmitted } from '#libs/contracts';
import { StoryClock, UuidV7Ids, type Clock } from '#libs/kernel';
import { EventLog, WritePath } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import { openTestDatabase, type TestDatabase } from '#libs/testing';
import { migrations } from '../src/outbound/persistence/migrations/index.js';
import { PostgresMemberships } from '../src/outbound/persistence/postgres-memberships.js';
import { PostgresRegisters } from '../src/outbound/persistence/postgres-registers.js';
import { PostgresSignUps } from '../src/outbound/persistence/postgres-sign-ups.js';
import { Pseudonyms } from '../src/outbound/vault/pseudonyms.js';
import { Vault } from '../src/outbound/vault/vault.js';
import { ChangeMembership } from '../src/use-cases/change-membership.js';
import { EndEventCoverWhenItIsOver } from '../src/use-cases/end-event-cover-when-it-is-over.js';
import { LookUpMembership } from '../src/use-cases/look-up-membership.js';
import { RecordRegisterEntry } from '../src/use-cases/record-register-entry.js';
import { RegisterMemberWhenSignedUp } from '../src/use-cases/register-member-when-signed-up.js';
import type { SignUpCommand } from '../src/use-cases/sign-ups.js';

/** A database of its own for a test file. */
export const openEnrollmentDatabase = (): Promise<TestDatabase> =>
  openTestDatabase('enrollment', { migrations });

export const secret = Buffer.from('a secret of the tests, 32 bytes and more');
export const pseudonyms = new Pseudonyms(secret);
export const vault = new Vault(secret);

/** The stores on a database, and what works on them. */
export const storesOn = (database: Database, clock: Clock = new StoryClock('2024-12-17')) => {
  const writes = new WritePath(database, { wake: () => undefined });
  const tools = { vault, pseudonyms, clock, ids: new UuidV7Ids() };
  const signUps = new PostgresSignUps(database, writes, new EventLog(), tools);
  const regions = { has: (code: string) => code.startsWith('33.') };
  const memberships = new PostgresMemberships(database, writes, new EventLog(), tools);
  const changeMembership = new ChangeMembership(memberships);
  return {
    signUps,
    memberships,
    registerMember: new RegisterMemberWhenSignedUp(signUps, regions),
    changeMembership,
    recordEntry: new RecordRegisterEntry(new PostgresRegisters(writes, new EventLog(), tools)),
    lookUpMembership: new LookUpMembership(memberships, clock),
    endEventCover: new EndEventCoverWhenItIsOver(memberships, changeMembership, clock, tools.ids),
  };
};

type Nested<T> = {
  [K in keyof T]?: T[K] extends readonly unknown[] ? T[K] : T[K] extends object ? Partial<T[K]> : T[K];
};

const SERIALS = 9_999;
/** Tests of other runs read the same topics, so that each begins somewhere else. */
let serial = randomInt(9_000 * SERIALS);

/** A NIK that nobody has had in this run, of a woman born on 17 August 1990. */
export const newNik = (): string => {
  serial += 1;
  const place = String(Math.floor(serial / SERIALS)).padStart(4, '0');
  return `33${place}570890${String((serial % SERIALS) + 1).padStart(4, '0')}`;
};

/** A sign-up of somebody new, unless it is said otherwise; consent was given at the instant of submission. */
export const signUp = (changed: Nested<SignUpSubmitted> = {}): SignUpSubmitted => {
  const { submittedAt = signUpSubmitted.example.submittedAt } = changed;
  return {
    ...signUpSubmitted.example,
    signUpId: randomUUID(),
    consent: { textVersion: '2024-1', givenAt: submittedAt },
    ...changed,
    person: { ...signUpSubmitted.example.person, nik: newNik(), ...changed.person },
  } as SignUpSubmitted;
};

/** The sign-up as a message of its channel, sent when it was submitted. */
export const sent = (data: SignUpSubmitted, recordedAt: string = data.submittedAt): SignUpCommand => ({
  data,
  recordedAt,
  eventId: randomUUID(),
  correlationId: randomUUID(),
  traceparent: null,
});

export interface LoggedEvent {
  readonly topic: string;
  readonly type: string;
  readonly key: string;
  readonly subject: string;
  readonly sequence: number;
  readonly data: Record<string, unknown>;
  readonly recorded_at: Date;
  readonly correlation_id: string;
  readonly causation_id: string;
}

/** The events of the log, oldest first, of the subjects named or of all. */
export const eventsOf = async (database: Database, ...subjects: string[]): Promise<LoggedEvent[]> => {
  const rows = await database.query<Omit<LoggedEvent, 'data'> & { readonly data: string }>(
    `select topic, replace(type, 'id.cakupan.enrollment.', '') as type, key, subject, sequence::integer as sequence,
            data, recorded_at, correlation_id, causation_id
       from event where subject = any($1) or $2 order by position`,
    [subjects, subjects.length === 0],
  );
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as LoggedEvent['data'] }));
};
