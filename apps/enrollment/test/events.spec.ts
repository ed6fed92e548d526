import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contributionPaid, type MemberRegistered } from '#libs/contracts';
import { findRoutesWithoutRule } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import { batchOf, messageOf, type TestDatabase } from '#libs/testing';
import { EventsController } from '../src/inbound/http/events.controller.js';
import { RegistersController } from '../src/inbound/http/registers.controller.js';
import { InsureParticipantsOfEvent } from '../src/use-cases/insure-participants-of-event.js';
import { LookUpEvent } from '../src/use-cases/look-up-event.js';
import { RecordRegisterEntry } from '../src/use-cases/record-register-entry.js';
import { openHttpApp, type TestApp } from './http-app.js';
import { eventsOf, newNik, openEnrollmentDatabase, sent, signUp, storesOn } from './support.js';

const [BEFORE, AFTER] = ['2024-11-10', '2024-12-17'];
let db: TestDatabase;
let test: TestApp;
/** The service on a day. */
const on = (today: string) => storesOn(db.database, new StoryClock(today));
const openOn = async (today: string): Promise<TestApp> => {
  const stores = on(today);
  return openHttpApp(
    [EventsController, RegistersController],
    [
      { provide: LookUpEvent, useValue: stores.lookUpEvent },
      { provide: InsureParticipantsOfEvent, useValue: stores.insureParticipants },
      { provide: RecordRegisterEntry, useValue: stores.recordEntry },
    ],
  );
};
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  test = await openOn(BEFORE);
});
afterAll(async () => {
  await test.app.close();
  await db.drop();
});

const officer = { roles: ['officer'], regions: ['33.72'] };
const submittedAt = '2024-11-10T09:00:00+07:00';
const days = { from: '2024-11-14', through: '2024-11-16' };
const insurable = { ...days, channelCode: 'EVENT-BANJARSARI', organiser: 'EO-BANJARSARI', name: 'Lomba' };

const newEvent = async (entry: object = insurable): Promise<string> => {
  const code = `RUN-${randomUUID()}`;
  expect((await test.ask(officer, 'PUT', `/v1/events/${code}`, entry)).status).toBe(200);
  return code;
};
const participant = (nik = newNik(), residence: string | null = '33.72.05.1011') => {
  const { signUpId, person } = signUp({ person: { nik } });
  return { signUpId, person, residence, consent: { textVersion: '2024-1', givenAt: submittedAt } };
};
const insure = (code: string, participants: object[], claims: object = officer) =>
  test.ask(claims as never, 'POST', `/v1/events/${code}/participants`, { submittedAt, participants });

const membershipsIn = (body: Record<string, unknown>) =>
  (body['participants'] as { membershipId: string }[]).map(({ membershipId }) => membershipId);
/** Contribution tells, on the first of the days, that it was paid for them. */
const pay = (membershipId: string, from: string, through: string, kind: 'self' | 'organiser', sequence = 1) =>
  on(from).knowStanding.handle(
    batchOf(
      messageOf(
        contributionPaid,
        {
          membershipId,
          contributionId: randomUUID(),
          from,
          through,
          months: kind === 'self' ? [from.slice(0, 7)] : [],
          payer: { kind, code: null },
        },
        { sequence },
      ),
    ),
  );
const joinAlone = async (nik: string, at: string, startsOn: string): Promise<string> => {
  const form = signUp({ person: { nik }, submittedAt: at, startsOn });
  const [outcome] = await on(AFTER).registerMember.handle(batchOf(sent(form)));
  return (outcome!.result as { membershipId: string }).membershipId;
};

describe('POST /v1/events/{code}/participants', () => {
  it('insures each on the days of the event, paid by the organiser', async () => {
    const code = await newEvent();
    const { status, body } = await insure(code, [participant(), participant()]);
    expect([status, body]).toMatchObject([200, { event: code, insured: 2, alreadyCovered: 0, refused: 0 }]);
    const [first] = membershipsIn(body);
    const [registered] = await eventsOf(db.database, `membership/${first}`);
    expect(registered!.data as unknown as MemberRegistered).toMatchObject({
      segment: 'BPU',
      programmes: ['JKK', 'JKM'],
      basis: 1_000_000,
      occupations: ['athlete'],
      channel: { kind: 'event', code: 'EVENT-BANJARSARI', campaign: code },
      payer: { kind: 'organiser', code: 'EO-BANJARSARI' },
      eventCover: { name: 'Lomba', ...days },
      registeredOn: '2024-11-10',
      startsOn: '2024-11-14',
    });
  });

  it('changes nothing when the list comes again, and insures only who is new on a longer one', async () => {
    const code = await newEvent();
    const [first, second] = [participant(), participant()];
    const before = await insure(code, [first]);
    const again = await insure(code, [first, second]);
    expect(again.body).toMatchObject({ insured: 2, participants: [{ repeated: true }, { repeated: false }] });
    expect(membershipsIn(again.body)[0]).toBe(membershipsIn(before.body)[0]);
    const sameSoul = { ...participant(), person: first.person };
    const third = await insure(code, [sameSoul]);
    expect(third.body).toMatchObject({ participants: [{ outcome: 'already-member', repeated: false }] });
    expect(membershipsIn(third.body)).toEqual(membershipsIn(before.body));
  });

  it('pays for nobody twice: who is covered on all of its days is told so, and no membership is made', async () => {
    const code = await newEvent();
    const [covered, partly] = [newNik(), newNik()];
    const own = await joinAlone(covered, '2024-10-20T09:00:00+07:00', '2024-11-01');
    await pay(own, '2024-11-01', '2024-11-30', 'self');
    const other = await joinAlone(partly, '2024-10-20T09:00:00+07:00', '2024-11-15');
    await pay(other, '2024-11-15', '2024-11-30', 'self');
    const { body } = await insure(code, [participant(covered), participant(partly), participant()]);
    expect(body).toMatchObject({
      insured: 2,
      alreadyCovered: 1,
      participants: [
        {
          outcome: 'already-member',
          membershipId: own,
          warnings: expect.arrayContaining(['already-covered']),
        },
        { outcome: 'registered' },
        { outcome: 'registered' },
      ],
    });
  });

  it('refuses one participant and insures the others', async () => {
    const code = await newEvent();
    const child = participant();
    const { body } = await insure(code, [
      { ...child, person: { ...child.person, birthDate: '2015-08-17' } },
      participant(),
    ]);
    expect(body).toMatchObject({
      insured: 1,
      refused: 1,
      participants: [
        { row: 1, status: 'refused', reasons: ['too-young'] },
        { row: 2, status: 'accepted' },
      ],
    });
  });

  it('is for officers of where the people live, and for the channel of the event', async () => {
    expect(findRoutesWithoutRule(test.app)).toEqual([]);
    const code = await newEvent();
    const own = { roles: ['channel'], channel: 'EVENT-BANJARSARI' };
    const other = { roles: ['channel'], channel: 'AGG-07' };
    expect((await insure(code, [participant()], own)).status).toBe(200);
    expect((await insure(code, [participant()], other)).status).toBe(404);
    expect((await insure(code, [participant()], { roles: ['analyst'] })).status).toBe(403);
    expect(await insure(code, [participant(newNik(), '33.11.01.2001')])).toMatchObject({
      status: 403,
      body: { reasons: ['outside-regions'] },
    });
    expect((await insure(code, [participant(newNik(), '33.11.01.2001')], own)).status).toBe(200);
    expect((await insure(`NO-${code}`, [participant()])).status).toBe(404);
    expect((await insure(code, [])).status).toBe(400);
    expect((await insure(code, [{ ...participant(), shoeSize: 41 }])).status).toBe(400);
  });

  it('needs days and an organiser', async () => {
    const code = await newEvent({ ...days });
    expect(await insure(code, [participant()])).toMatchObject({
      status: 422,
      body: { reasons: ['event-not-insurable'] },
    });
  });
});

describe('the athletes of Banjarsari', () => {
  it('are 120 for three days; 9 of them go on by themselves: 7.50 %', async () => {
    const code = await newEvent();
    const niks = Array.from({ length: 120 }, () => newNik());
    const { body } = await insure(
      code,
      niks.map((nik) => participant(nik)),
    );
    expect(body).toMatchObject({ insured: 120, alreadyCovered: 0, refused: 0 });
    const conversionOn = async (today: string) => {
      const service = await openOn(today);
      const answer = await service.ask(officer, 'GET', `/v1/events/${code}/conversion`);
      await service.app.close();
      return answer;
    };
    expect(await conversionOn(BEFORE)).toEqual({
      status: 200,
      body: {
        event: code,
        ...days,
        state: 'before',
        participants: 120,
        signedUp: 0,
        wentOn: 0,
        conversionText: '0,00%',
      },
    });
    for (const id of membershipsIn(body)) await pay(id, days.from, days.through, 'organiser');
    const stages = async (today: string) => {
      const found = await Promise.all(membershipsIn(body).map((id) => on(today).lookUpMembership.find(id)));
      return new Set(found.map((one) => one!.stage));
    };
    expect(await stages('2024-11-13')).toEqual(new Set(['registered']));
    expect(await stages('2024-11-14')).toEqual(new Set(['active']));
    expect(await stages('2024-11-16')).toEqual(new Set(['active']));
    await on('2024-11-15').remindMember.handle();
    await on('2024-11-17').endEventCover.handle();
    expect(await stages('2024-11-17')).toEqual(new Set(['ended']));
    const reminded = (
      await eventsOf(db.database, ...membershipsIn(body).map((id) => `membership/${id}`))
    ).filter(({ type, data }) => type === 'reminder-due.v1' && data['kind'] === 'event-ending');
    expect(reminded).toHaveLength(120);
    for (const [index, nik] of niks.slice(0, 11).entries()) {
      const own = await joinAlone(nik, '2024-11-18T09:00:00+07:00', '2024-12-01');
      if (index < 9) await pay(own, '2024-12-01', '2024-12-31', 'self');
    }
    expect(await conversionOn(AFTER)).toMatchObject({
      body: { state: 'over', participants: 120, signedUp: 11, wentOn: 9, conversionText: '7,50%' },
    });
  }, 120_000);
});
