import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock, StoryClock } from '#libs/kernel';
import { findRoutesWithoutRule } from '#libs/http';
import { batchOf, eventually, type TestDatabase } from '#libs/testing';
import { RegionChangesController } from '../src/inbound/http/region-changes.controller.js';
import { DayTimer } from '../src/inbound/timer/day.timer.js';
import { EndEventCoverWhenItIsOver } from '../src/use-cases/end-event-cover-when-it-is-over.js';
import { MoveMembersWhenRegionChanges } from '../src/use-cases/move-members-when-region-changes.js';
import { RemindMemberWhenCoverEnds } from '../src/use-cases/remind-member-when-cover-ends.js';
import { openHttpApp, type TestApp } from './http-app.js';
import { eventsOf, openEnrollmentDatabase, sent, signUp, storesOn } from './support.js';

let db: TestDatabase;
let stores: ReturnType<typeof storesOn>;
let test: TestApp;
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  stores = storesOn(db.database);
  test = await openHttpApp(
    [RegionChangesController],
    [
      { provide: MoveMembersWhenRegionChanges, useValue: stores.moveMembers },
      { provide: EndEventCoverWhenItIsOver, useValue: stores.endEventCover },
      { provide: RemindMemberWhenCoverEnds, useValue: stores.remindMember },
      { provide: Clock, useValue: new StoryClock('2024-12-17') },
      DayTimer,
    ],
  );
});
afterAll(async () => {
  await test.app.close();
  await db.drop();
});

const officer = { roles: ['officer'] };
const record = (code: string, becomes: string, from: string | null = null, claims: object = officer) =>
  test.ask(claims as never, 'PUT', `/v1/region-changes/${code}`, { becomes, from });
/** A code that is in no list. */
const newCode = () => `99.${randomInt(10, 100)}.${randomInt(10, 100)}.${randomInt(1_000, 10_000)}`;

const join = async (residence: string | null, submittedAt = '2024-03-10T09:00:00+07:00') => {
  const [outcome] = await stores.registerMember.handle(batchOf(sent(signUp({ residence, submittedAt }))));
  if (outcome!.result.status !== 'accepted') throw new Error('refused');
  return outcome!.result;
};
const residencesOf = async (membershipId: string) =>
  (await eventsOf(db.database, `membership/${membershipId}`)).flatMap(({ type, data, sequence }) => {
    if (type === 'member-registered.v1') return [[sequence, data['registeredOn'], data['residence']]];
    if (type !== 'member-changed.v1') return [];
    return [[sequence, data['effectiveOn'], (data['changes'] as { residence: string }).residence]];
  });
const moved = async (membershipId: string, times = 2) =>
  eventually(async () => {
    const residences = await residencesOf(membershipId);
    return residences.length >= times ? residences : null;
  });

describe('a code that nobody knew', () => {
  it('is kept, and mapped later without another word of the channel, since ever', async () => {
    const code = newCode();
    const { membershipId, warnings } = await join(code);
    expect(warnings).toContain('unknown-region');
    expect(await residencesOf(membershipId)).toEqual([[1, '2024-03-10', code]]);
    expect((await record(code, '33.72.05.1011')).status).toBe(200);
    expect(await moved(membershipId)).toEqual([
      [1, '2024-03-10', code],
      [2, '2024-03-10', '33.72.05.1011'],
    ]);
    const later = await join(code);
    expect(later.warnings).not.toContain('unknown-region');
    expect(await residencesOf(later.membershipId)).toEqual([[1, '2024-03-10', '33.72.05.1011']]);
  });
});

describe('a region that becomes another one', () => {
  it('takes its people along from the day on; who signs up before it still lives in the old one', async () => {
    const [old, anew] = ['33.72.01.1001', '33.72.01.1002'];
    const before = await join(old);
    expect((await record(old, anew, '2024-06-01')).status).toBe(200);
    expect(await moved(before.membershipId)).toEqual([
      [1, '2024-03-10', old],
      [2, '2024-06-01', anew],
    ]);
    const after = await join(old, '2024-06-01T09:00:00+07:00');
    expect(await residencesOf(after.membershipId)).toEqual([[1, '2024-06-01', anew]]);
    const between = await join(old, '2024-05-31T09:00:00+07:00');
    expect(await residencesOf(between.membershipId)).toEqual([[1, '2024-05-31', old]]);
    await stores.moveMembers.handle();
    expect((await residencesOf(between.membershipId)).at(-1)).toEqual([2, '2024-06-01', anew]);
  });

  it('moves on along a chain of changes, once each', async () => {
    const [first, second] = [newCode(), newCode()];
    const { membershipId } = await join(first);
    await db.database.query(
      'insert into region_change (code, becomes, recorded_at) values ($1, $2, now()), ($2, $3, now())',
      [first, second, '33.72.05'],
    );
    await stores.moveMembers.handle();
    const residences = await residencesOf(membershipId);
    expect(residences.at(-1)).toEqual([residences.length, '2024-03-10', '33.72.05']);
    expect(await stores.moveMembers.handle()).toBe(0);
  });

  it('is recorded once, to a region that there is, by officers whose it is', async () => {
    expect(findRoutesWithoutRule(test.app)).toEqual([]);
    const code = newCode();
    expect((await record(code, '33.72.05.1011')).status).toBe(200);
    expect((await record(code, '33.72.05.1011')).status).toBe(200);
    expect((await record(code, '33.72')).body).toMatchObject({ reasons: ['region-change-recorded'] });
    expect((await record(newCode(), '99.01')).body).toMatchObject({ reasons: ['unknown-region'] });
    expect((await record('33.72.05.1011', code)).body).toMatchObject({ reasons: ['unknown-region'] });
    const elsewhere = { roles: ['officer'], regions: ['33.11'] };
    expect((await record(newCode(), '33.72', null, elsewhere)).status).toBe(403);
    expect((await record(newCode(), '33.72', null, { roles: ['channel'] })).status).toBe(403);
    const { body } = await test.ask(officer, 'GET', '/v1/region-changes');
    expect(body['changes']).toContainEqual({ code, becomes: '33.72.05.1011', from: null });
  });
});
