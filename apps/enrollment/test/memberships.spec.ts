import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchOf, type TestDatabase } from '#libs/testing';
import type { MembershipCommand } from '../src/use-cases/memberships.js';
import { eventsOf, newNik, openEnrollmentDatabase, sent, signUp, storesOn } from './support.js';

let db: TestDatabase;
let stores: ReturnType<typeof storesOn>;
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  stores = storesOn(db.database);
});
afterAll(() => db.drop());

const register = async (changed: Parameters<typeof signUp>[0] = {}): Promise<string> => {
  const [outcome] = await stores.registerMember.handle(
    batchOf(sent(signUp({ submittedAt: '2024-03-10T09:00:00+07:00', ...changed }))),
  );
  if (outcome!.result.status !== 'accepted')
    throw new Error(`refused: ${outcome!.result.reasons.join(', ')}`);
  return outcome!.result.membershipId;
};

const asking = (
  membershipId: string,
  asks: MembershipCommand['asks'],
  recordedAt = '2024-06-01T08:00:00+07:00',
): MembershipCommand => ({
  membershipId,
  asks,
  recordedAt,
  eventId: randomUUID(),
  correlationId: randomUUID(),
  traceparent: null,
});
const moving = (residence: string, effectiveOn: string) =>
  ({ kind: 'change', effectiveOn, changes: { residence } }) as const;
const dying = { kind: 'end', endedOn: '2024-08-01', reason: 'died' } as const;

const published = async (membershipId: string) =>
  (await eventsOf(db.database, `membership/${membershipId}`))
    .filter(({ topic }) => topic === 'enrollment.members.v1')
    .map(({ type, sequence, data, recorded_at }) => ({
      type,
      sequence,
      data,
      at: recorded_at.toISOString(),
    }));

describe('a membership', () => {
  it('changes and ends, each with the next sequence, never going back in time', async () => {
    const id = await register();
    const outcomes = await stores.changeMembership.handle(
      batchOf(
        asking(id, moving('33.72.01.1001', '2024-06-01')),
        asking(id, moving('33.72.01.1001', '2024-06-02')),
        asking(id, {
          kind: 'change',
          effectiveOn: '2024-07-01',
          changes: { programmes: ['JKK', 'JKM', 'JHT'] },
        }),
        asking(id, dying, '2024-05-01T00:00:00Z'),
        asking(id, moving('33.72.02.1001', '2024-09-01')),
      ),
    );
    expect(outcomes.map((outcome) => (outcome.kind === 'happened' ? 'happened' : outcome.reason))).toEqual([
      'happened',
      'nothing-changes',
      'happened',
      'happened',
      'membership-ended',
    ]);
    const personId = (await published(id))[0]!.data['personId'];
    expect((await published(id)).slice(1)).toEqual([
      {
        type: 'member-changed.v1',
        sequence: 2,
        data: {
          membershipId: id,
          personId,
          effectiveOn: '2024-06-01',
          changes: { residence: '33.72.01.1001' },
        },
        at: '2024-06-01T01:00:00.000Z',
      },
      {
        type: 'member-changed.v1',
        sequence: 3,
        data: {
          membershipId: id,
          personId,
          effectiveOn: '2024-07-01',
          changes: { programmes: ['JKK', 'JKM', 'JHT'] },
        },
        at: '2024-06-01T01:00:00.000Z',
      },
      {
        type: 'membership-ended.v1',
        sequence: 4,
        data: { membershipId: id, personId, endedOn: '2024-08-01', reason: 'died' },
        at: '2024-06-01T01:00:00.000Z',
      },
    ]);
  });

  it('is seen with the terms in force today, and with all changes', async () => {
    const id = await register();
    await stores.changeMembership.handle(batchOf(asking(id, moving('33.72.01.1001', '2024-06-01'))));
    await stores.changeMembership.handle(batchOf(asking(id, moving('33.72.02.1001', '2025-01-01'))));
    expect(await stores.lookUpMembership.find(id)).toMatchObject({
      membershipId: id,
      residence: '33.72.01.1001',
      status: 'open',
      endedOn: null,
      registeredOn: '2024-03-10',
      changes: [
        { effectiveOn: '2024-06-01', changes: { residence: '33.72.01.1001' } },
        { effectiveOn: '2025-01-01', changes: { residence: '33.72.02.1001' } },
      ],
    });
    await stores.changeMembership.handle(batchOf(asking(id, dying)));
    expect(await stores.lookUpMembership.find(id)).toMatchObject({
      status: 'ended',
      endedOn: '2024-08-01',
      endReason: 'died',
    });
  });

  it('that nobody knows can neither change nor be seen', async () => {
    const id = randomUUID();
    const [outcome] = await stores.changeMembership.handle(batchOf(asking(id, dying)));
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'membership-unknown' });
    expect(await stores.lookUpMembership.find(id)).toBeNull();
  });

  it('in the segment that it changed to counts as membership there', async () => {
    const nik = newNik();
    const employer = { code: 'NPP-9', name: 'Sembilan' };
    const id = await register({ person: { nik }, segment: 'PU', employer, declaredIncome: 2_000_000 });
    const basis = 2_000_000;
    await stores.changeMembership.handle(
      batchOf(asking(id, { kind: 'change', effectiveOn: '2024-06-01', changes: { segment: 'BPU', basis } })),
    );
    expect(await register({ person: { nik } })).toBe(id);
  });

  it('is changed by many at once without losing a sequence', async () => {
    const id = await register();
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        stores.changeMembership.handle(batchOf(asking(id, moving(`33.72.0${index}.1001`, '2024-06-01')))),
      ),
    );
    expect((await published(id)).map(({ sequence }) => sequence)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
  });
});

const run = (from: string, through: string) => ({
  eventCover: { name: 'Fun Run', from, through },
  payer: { kind: 'organiser', code: 'EO-1' } as const,
});

describe('event cover', () => {
  it('ends by itself on the day after the event, once', async () => {
    const over = await register(run('2024-12-14', '2024-12-16'));
    const late = await register({ ...run('2024-02-01', '2024-02-02') });
    const lastDay = await register(run('2024-12-16', '2024-12-17'));
    expect(await stores.endEventCover.handle()).toBe(2);
    expect(await stores.endEventCover.handle()).toBe(0);
    expect((await published(over)).slice(1)).toMatchObject([
      {
        type: 'membership-ended.v1',
        sequence: 2,
        data: { endedOn: '2024-12-17', reason: 'event-over' },
        at: '2024-12-16T17:00:00.000Z',
      },
    ]);
    expect((await published(late)).slice(1)).toMatchObject([
      { data: { endedOn: '2024-03-10', reason: 'event-over' } },
    ]);
    expect(await published(lastDay)).toHaveLength(1);
  });
});
