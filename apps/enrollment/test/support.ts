import { randomInt, randomUUID } from 'node:crypto';
import { signUpSubmitted, type SignUpSubmitted } from '#libs/contracts';
import { StoryClock, UuidV7Ids, type Clock } from '#libs/kernel';
import { EventLog, WritePath } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import { openTestDatabase, type TestDatabase } from '#libs/testing';
import { migrations } from '../src/outbound/persistence/migrations/index.js';
import { PostgresBudgets } from '../src/outbound/persistence/postgres-budgets.js';
import { PostgresClaims } from '../src/outbound/persistence/postgres-claims.js';
import { PostgresContacts } from '../src/outbound/persistence/postgres-contacts.js';
import { PostgresEvents } from '../src/outbound/persistence/postgres-events.js';
import { PostgresIdentityReviews } from '../src/outbound/persistence/postgres-identity-reviews.js';
import { PostgresLooks, PostgresPersonsByNik } from '../src/outbound/persistence/postgres-looks.js';
import { PostgresMemberships } from '../src/outbound/persistence/postgres-memberships.js';
import { PostgresPersonMerges } from '../src/outbound/persistence/postgres-person-merges.js';
import { PostgresPersons } from '../src/outbound/persistence/postgres-persons.js';
import { PostgresRegionChanges } from '../src/outbound/persistence/postgres-region-changes.js';
import { PostgresRegisterEntries } from '../src/outbound/persistence/postgres-register-entries.js';
import { PostgresRegisters } from '../src/outbound/persistence/postgres-registers.js';
import { PostgresSignUpBatches } from '../src/outbound/persistence/postgres-sign-up-batches.js';
import { PostgresSignUps } from '../src/outbound/persistence/postgres-sign-ups.js';
import { BatchCipher } from '../src/outbound/vault/batch-cipher.js';
import { PostgresStandings } from '../src/outbound/persistence/postgres-standings.js';
import { Pseudonyms } from '../src/outbound/vault/pseudonyms.js';
import { Vault } from '../src/outbound/vault/vault.js';
import { ChangeMembership } from '../src/use-cases/change-membership.js';
import { EndEventCoverWhenItIsOver } from '../src/use-cases/end-event-cover-when-it-is-over.js';
import { EndMembershipWhenClaimed } from '../src/use-cases/end-membership-when-claimed.js';
import { EnrolMembersOfSponsor } from '../src/use-cases/enrol-members-of-sponsor.js';
import { ErasePerson } from '../src/use-cases/erase-person.js';
import { InsureParticipantsOfEvent } from '../src/use-cases/insure-participants-of-event.js';
import { KnowStandingWhenContributionMoves } from '../src/use-cases/know-standing-when-contribution-moves.js';
import { LookUpEvent } from '../src/use-cases/look-up-event.js';
import { LookUpIdentityReviews } from '../src/use-cases/look-up-identity-reviews.js';
import { LookUpMembership } from '../src/use-cases/look-up-membership.js';
import { LookUpPersonByNik } from '../src/use-cases/look-up-person-by-nik.js';
import { LookUpRegisterEntry } from '../src/use-cases/look-up-register-entry.js';
import { LookUpSponsor } from '../src/use-cases/look-up-sponsor.js';
import { MergeDuplicatePerson } from '../src/use-cases/merge-duplicate-person.js';
import { MoveMembersWhenRegionChanges } from '../src/use-cases/move-members-when-region-changes.js';
import { RecordRegisterEntry } from '../src/use-cases/record-register-entry.js';
import { RegisterMemberWhenSignedUp } from '../src/use-cases/register-member-when-signed-up.js';
import { RemindMemberWhenCoverEnds } from '../src/use-cases/remind-member-when-cover-ends.js';
import { SettleIdentityReview } from '../src/use-cases/settle-identity-review.js';
import { ShowContactToWhoeverReminds } from '../src/use-cases/show-contact-to-whoever-reminds.js';
import { ShowPersonData } from '../src/use-cases/show-person-data.js';
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
  const registerMember = new RegisterMemberWhenSignedUp(signUps, regions);
  const persons = new PostgresPersons(database, writes, new EventLog(), tools);
  const budgets = new PostgresBudgets(database);
  const memberships = new PostgresMemberships(database, writes, new EventLog(), tools);
  const standings = new PostgresStandings(database, writes, new EventLog(), tools);
  const reviews = new PostgresIdentityReviews(database, writes, new EventLog(), tools);
  const looks = new PostgresLooks(database, clock);
  const changeMembership = new ChangeMembership(memberships);
  return {
    signUps,
    signUpBatches: new PostgresSignUpBatches(database, new BatchCipher(secret)),
    memberships,
    registerMember,
    enrolMembers: new EnrolMembersOfSponsor(budgets, registerMember),
    lookUpSponsor: new LookUpSponsor(budgets, clock),
    insureParticipants: new InsureParticipantsOfEvent(registerMember),
    lookUpEvent: new LookUpEvent(new PostgresEvents(database), clock),
    changeMembership,
    moveMembers: new MoveMembersWhenRegionChanges(
      new PostgresRegionChanges(database, clock),
      regions,
      changeMembership,
      tools.ids,
    ),
    erasePerson: new ErasePerson(persons, clock),
    showPersonData: new ShowPersonData(persons),
    showContact: new ShowContactToWhoeverReminds(memberships, new PostgresContacts(database, tools), clock),
    recordEntry: new RecordRegisterEntry(new PostgresRegisters(writes, new EventLog(), tools)),
    lookUpMembership: new LookUpMembership(memberships, standings, clock, reviews),
    lookUpReviews: new LookUpIdentityReviews(reviews, looks),
    settleReview: new SettleIdentityReview(reviews, clock),
    lookUpPerson: new LookUpPersonByNik(new PostgresPersonsByNik(database, tools), looks),
    mergePerson: new MergeDuplicatePerson(
      new PostgresPersonMerges(database, writes, new EventLog(), tools),
      clock,
    ),
    lookUpEntry: new LookUpRegisterEntry(new PostgresRegisterEntries(database)),
    standings,
    knowStanding: new KnowStandingWhenContributionMoves(standings),
    remindMember: new RemindMemberWhenCoverEnds(standings, clock, tools.ids),
    endMembership: new EndMembershipWhenClaimed(new PostgresClaims(writes, new EventLog(), tools)),
    endEventCover: new EndEventCoverWhenItIsOver(memberships, changeMembership, clock, tools.ids),
  };
};

type Nested<T> = {
  [K in keyof T]?: T[K] extends readonly unknown[] ? T[K] : T[K] extends object ? Partial<T[K]> : T[K];
};

const SERIALS = 9_999;
/** Tests of other runs read the same topics, so that each begins somewhere else. */
let serial = randomInt(90 * SERIALS);

/** A NIK that nobody has had in this run, of a woman born on 17 August 1990. */
export const newNik = (): string => {
  serial += 1;
  const district = String(Math.floor(serial / SERIALS)).padStart(2, '0');
  return `3372${district}570890${String((serial % SERIALS) + 1).padStart(4, '0')}`;
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
