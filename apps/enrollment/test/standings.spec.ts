import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  contributionPaid,
  contributionReversed,
  membershipLapsed,
  membershipRevived,
  type ContributionPaid,
} from '#libs/contracts';
import { StoryClock } from '#libs/kernel';
import { batchOf, messageOf, type TestDatabase } from '#libs/testing';
import type { ContributionMessage } from '../src/use-cases/standings.js';
import { eventsOf, openEnrollmentDatabase, sent, signUp, storesOn } from './support.js';

let db: TestDatabase;
beforeAll(async () => void (db = await openEnrollmentDatabase()));
afterAll(() => db.drop());
/** The stores on a day. */
const on = (today: string) => storesOn(db.database, new StoryClock(today));

const register = async (changed: Parameters<typeof signUp>[0] = {}) => {
  const form = signUp({ submittedAt: '2024-03-10T09:00:00+07:00', ...changed });
  const [outcome] = await on('2024-03-10').registerMember.handle(batchOf(sent(form)));
  if (outcome!.result.status !== 'accepted') throw new Error(outcome!.result.reasons.join(', '));
  return outcome!.result.membershipId;
};

const paid = (
  membershipId: string,
  from: string,
  through: string,
  sequence = 1,
  more: Partial<ContributionPaid> = {},
) =>
  messageOf(
    contributionPaid,
    { membershipId, contributionId: randomUUID(), from, through, months: [from.slice(0, 7)], ...more },
    { sequence },
  );
const lapsed = (membershipId: string, lapsedOn: string, sequence: number) =>
  messageOf(membershipLapsed, { membershipId, lapsedOn }, { sequence });

const stageOn = async (membershipId: string, day: string) => {
  const found = await on(day).lookUpMembership.find(membershipId);
  return [found?.stage, found?.coveredThrough, found?.lapsedOn];
};

describe('where a membership stands', () => {
  it('follows what contribution tells, from registered to ended', async () => {
    const id = await register();
    const { knowStanding } = on('2024-12-17');
    expect(await stageOn(id, '2024-03-10')).toEqual(['registered', null, null]);
    await knowStanding.handle(batchOf(paid(id, '2024-04-01', '2024-04-30')));
    expect(await stageOn(id, '2024-04-01')).toEqual(['active', '2024-04-30', null]);
    expect(await stageOn(id, '2024-05-01')).toEqual(['in-arrears', '2024-04-30', null]);
    await knowStanding.handle(batchOf(lapsed(id, '2024-08-01', 2)));
    expect(await stageOn(id, '2024-08-01')).toEqual(['lapsed', '2024-04-30', '2024-08-01']);
    await knowStanding.handle(
      batchOf<ContributionMessage>(
        paid(id, '2024-10-01', '2024-10-31', 3),
        messageOf(membershipRevived, { membershipId: id }, { sequence: 4 }),
      ),
    );
    expect(await stageOn(id, '2024-10-31')).toEqual(['active', '2024-10-31', null]);
    await on('2024-12-17').changeMembership.handle(
      batchOf({
        ...sent(signUp()),
        membershipId: id,
        asks: { kind: 'end', endedOn: '2024-10-15', reason: 'left' },
      }),
    );
    expect(await stageOn(id, '2024-10-15')).toEqual(['ended', '2024-10-31', null]);
  });

  it('is as before when a contribution is taken back', async () => {
    const id = await register();
    const payment = paid(id, '2024-04-01', '2024-04-30');
    const { contributionId } = payment.data;
    const back = messageOf(contributionReversed, { membershipId: id, contributionId }, { sequence: 2 });
    await on('2024-12-17').knowStanding.handle(batchOf<ContributionMessage>(payment, back));
    expect(await stageOn(id, '2024-04-15')).toEqual(['registered', null, null]);
  });

  it('takes each fact once, and lets none be left out', async () => {
    const id = await register();
    const { knowStanding } = on('2024-12-17');
    const first = paid(id, '2024-04-01', '2024-04-30');
    const outcomes = await knowStanding.handle(
      batchOf(first, first, paid(id, '2024-06-01', '2024-06-30', 3), paid(id, '2024-05-01', '2024-05-31', 2)),
    );
    expect(outcomes.map((one) => (one.kind === 'happened' ? 'happened' : one.reason))).toEqual([
      'happened',
      'redelivery',
      'sequence-gap',
      'happened',
    ]);
    expect(await knowStanding.handle(batchOf(first))).toMatchObject([{ reason: 'redelivery' }]);
    expect(await stageOn(id, '2024-06-01')).toEqual(['in-arrears', '2024-05-31', null]);
  });
});

const remindedOf = async (membershipId: string) =>
  (await eventsOf(db.database, `membership/${membershipId}`))
    .filter(({ topic }) => topic === 'enrollment.reminders.v1')
    .map(({ sequence, data }) => [sequence, data['kind'], data['coveredThrough']]);

describe('reminders', () => {
  it('are said once each, for the days that are paid last', async () => {
    const id = await register();
    await on('2024-04-05').knowStanding.handle(batchOf(paid(id, '2024-04-01', '2024-04-30')));
    expect(await on('2024-04-22').remindMember.handle()).toBe(0);
    expect(await on('2024-04-23').remindMember.handle()).toBe(1);
    expect(await on('2024-04-24').remindMember.handle()).toBe(0);
    await on('2024-04-25').knowStanding.handle(batchOf(paid(id, '2024-05-01', '2024-05-31', 2)));
    expect(await on('2024-05-01').remindMember.handle()).toBe(0);
    expect(await on('2024-06-03').remindMember.handle()).toBe(1);
    expect(await on('2024-08-20').remindMember.handle()).toBe(1);
    expect(await on('2024-12-17').remindMember.handle()).toBe(0);
    expect(await remindedOf(id)).toEqual([
      [1, 'due-soon', '2024-04-30'],
      [2, 'in-arrears', '2024-05-31'],
      [3, 'about-to-lapse', '2024-05-31'],
    ]);
  });

  it('carry nothing of the person but ids', async () => {
    const id = await register();
    await on('2024-05-01').knowStanding.handle(batchOf(paid(id, '2024-04-01', '2024-04-30')));
    await on('2024-05-01').remindMember.handle();
    const [event] = (await eventsOf(db.database, `membership/${id}`)).filter(
      ({ type }) => type === 'reminder-due.v1',
    );
    expect(event!.data).toEqual({
      membershipId: id,
      personId: expect.any(String),
      kind: 'in-arrears',
      coveredThrough: '2024-04-30',
      channel: { kind: 'association', code: 'PKL-MANAHAN', campaign: null },
    });
    expect(event!.key).toBe(event!.data['personId']);
  });

  it('fall silent when the membership has ended', async () => {
    const id = await register();
    await on('2024-04-05').knowStanding.handle(batchOf(paid(id, '2024-04-01', '2024-04-30')));
    await on('2024-04-05').changeMembership.handle(
      batchOf({
        ...sent(signUp()),
        membershipId: id,
        asks: { kind: 'end', endedOn: '2024-04-10', reason: 'left' },
      }),
    );
    await on('2024-06-01').remindMember.handle();
    expect(await remindedOf(id)).toEqual([]);
  });

  it('tell whom a sponsor pays for, and who took part in an event', async () => {
    const sponsored = await register();
    const run = { name: 'Fun Run', from: '2024-04-10', through: '2024-04-12' };
    const athlete = await register({ eventCover: run, payer: { kind: 'organiser', code: 'EO-1' } });
    const { knowStanding } = on('2024-04-05');
    await knowStanding.handle(
      batchOf(
        paid(sponsored, '2024-04-01', '2024-04-30', 1, { payer: { kind: 'government', code: 'APBD' } }),
        paid(athlete, run.from, run.through, 1, { months: [], payer: { kind: 'organiser', code: 'EO-1' } }),
      ),
    );
    await on('2024-04-11').remindMember.handle();
    await on('2024-04-13').endEventCover.handle();
    await on('2024-04-16').remindMember.handle();
    expect(await remindedOf(athlete)).toEqual([
      [1, 'event-ending', '2024-04-12'],
      [2, 'cover-ended', '2024-04-12'],
    ]);
    expect(await remindedOf(sponsored)).toEqual([[1, 'sponsored-cover-ending', '2024-04-30']]);
  });

  it('are found by whoever looks, a thousand at a time', async () => {
    const { knowStanding, remindMember } = on('2024-04-05');
    const ids = Array.from({ length: 1_001 }, () => randomUUID());
    await knowStanding.handle(batchOf(...ids.map((id) => paid(id, '2024-03-01', '2024-03-31'))));
    expect(await remindMember.handle()).toBe(0); // nobody knows these memberships
    expect(await on('2024-04-05').standings.dueBy('2024-04-05', 10)).toEqual([]);
  });
});
