import { randomUUID } from 'node:crypto';
import {
  claimsTopic,
  contributionPaid,
  contributionReversed,
  membershipEnded,
  memberRegistered,
  type Cause,
  type ContributionPaid,
  type MemberRegistered,
} from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import { EventLog, WritePath } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import { messageOf, openTestDatabase, type TestDatabase } from '#libs/testing';
import { claimsMigrations } from '../src/outbound/persistence/migrations/index.js';

/** A database of the test file's own, and what is needed to write to it; nothing is published. */
export interface Opened extends TestDatabase {
  readonly writes: WritePath;
  readonly events: EventLog;
}

export const openClaims = async (): Promise<Opened> => {
  const opened = await openTestDatabase('claims', { migrations: claimsMigrations });
  const writes = new WritePath(opened.database, { wake: () => undefined });
  return { ...opened, writes, events: new EventLog() };
};

/** A batch as a topic makes it, which tells what became of its messages. */
export const recordingBatch = <Item>(...items: Item[]) => {
  const outcomes: Outcome<unknown>[] = [];
  const settle = async (_transaction: unknown, settled: readonly Outcome<unknown>[]) => {
    outcomes.push(...settled);
  };
  return { batch: { items, open: async () => items, settle } satisfies Batch<Item>, outcomes };
};

export interface Member {
  readonly personId: string;
  readonly membershipId: string;
}
export const newMember = (): Member => ({ personId: randomUUID(), membershipId: randomUUID() });

/** A BPU member of Solo since January 2024. */
export const registered = (member: Member, more: Partial<MemberRegistered> = {}) =>
  messageOf(memberRegistered, { ...member, registeredOn: '2024-01-01', startsOn: '2024-01-01', ...more });

export const died = (member: Member, endedOn: string, sequence: number) =>
  messageOf(membershipEnded, { ...member, endedOn, reason: 'died' }, { sequence });

/** A contribution that covers the first 28 days of a month. */
export const paid = (member: Member, month: string, sequence: number, more: Partial<ContributionPaid> = {}) =>
  messageOf(
    contributionPaid,
    {
      ...member,
      contributionId: randomUUID(),
      months: [month],
      from: `${month}-01`,
      through: `${month}-28`,
      paidAt: `${month}-01T09:00:00+07:00`,
      ...more,
    },
    { sequence, recordedAt: more.paidAt ?? `${month}-01T09:00:00+07:00` },
  );

export const reversed = (member: Member, contributionId: string, sequence: number) =>
  messageOf(contributionReversed, { ...member, contributionId }, { sequence });

export const newCause = (): Cause => ({
  eventId: randomUUID(),
  correlationId: randomUUID(),
  traceparent: null,
});

export interface LoggedEvent {
  readonly type: string;
  readonly key: string;
  readonly sequence: number;
  readonly recordedAt: string;
  readonly data: unknown;
}

/** What was published of a claim, in order. */
export const publishedOf = async (database: Database, claimId: string): Promise<LoggedEvent[]> => {
  const rows = await database.query<{
    type: string;
    key: string;
    sequence: string;
    recorded_at: Date;
    data: string;
  }>(
    `select type, key, sequence, recorded_at, data from event
     where topic = $1 and subject = $2 order by sequence`,
    [claimsTopic.name, `claim/${claimId}`],
  );
  return rows.map(({ type, key, sequence, recorded_at, data }) => ({
    type,
    key,
    sequence: Number(sequence),
    recordedAt: recorded_at.toISOString(),
    data: JSON.parse(data) as unknown,
  }));
};
