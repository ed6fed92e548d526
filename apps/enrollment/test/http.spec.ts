import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findRoutesWithoutRule } from '#libs/http';
import { ParkedCipher } from '#libs/messaging';
import type { TestDatabase } from '#libs/testing';
import { MembershipsController } from '../src/inbound/http/memberships.controller.js';
import { SignUpsController } from '../src/inbound/http/sign-ups.controller.js';
import { ParkedSignUps } from '../src/outbound/persistence/parked-sign-ups.js';
import { ChangeMembership } from '../src/use-cases/change-membership.js';
import { LookUpMembership } from '../src/use-cases/look-up-membership.js';
import { LookUpSignUp } from '../src/use-cases/look-up-sign-up.js';
import { RegisterMemberWhenSignedUp } from '../src/use-cases/register-member-when-signed-up.js';
import { openHttpApp, type TestApp } from './http-app.js';
import { eventsOf, newNik, openEnrollmentDatabase, secret, signUp, storesOn } from './support.js';

let db: TestDatabase;
let test: TestApp;
const cipher = new ParkedCipher({ sealing: secret, tokens: secret });

beforeAll(async () => {
  db = await openEnrollmentDatabase();
  const stores = storesOn(db.database);
  test = await openHttpApp(
    [SignUpsController, MembershipsController],
    [
      { provide: RegisterMemberWhenSignedUp, useValue: stores.registerMember },
      {
        provide: LookUpSignUp,
        useValue: new LookUpSignUp(stores.signUps, new ParkedSignUps(db.database, cipher)),
      },
      { provide: ChangeMembership, useValue: stores.changeMembership },
      { provide: LookUpMembership, useValue: stores.lookUpMembership },
    ],
  );
});
afterAll(async () => {
  await test.app.close();
  await db.drop();
});

const own = { roles: ['channel'], channel: 'PKL-MANAHAN' };
const other = { roles: ['channel'], channel: 'AGG-07' };
const officer = { roles: ['officer'], regions: ['33.72'] };
const story = (at: string) => ({ 'cakupan-story-time': at });

const post = (form: object, claims: object | null = own, query = '', headers = {}) =>
  test.ask(claims as never, 'POST', `/v1/sign-ups${query}`, form, headers);

describe('every route', () => {
  it('has a rule', () => expect(findRoutesWithoutRule(test.app)).toEqual([]));
});

describe('POST /v1/sign-ups', () => {
  it('answers 201 with the accepted result, and the same again with 200', async () => {
    const form = signUp();
    const first = await post(form);
    expect(first).toEqual({
      status: 201,
      body: {
        signUpId: form.signUpId,
        outcome: 'registered',
        membershipId: expect.any(String),
        memberNumber: expect.stringMatching(/^24\d{9}$/),
        paymentCode: expect.stringMatching(/^8888824\d{9}$/),
        warnings: ['unknown-channel', 'unknown-agent'],
      },
    });
    const { eventCover: _, ...withoutNulls } = form;
    expect(await post(withoutNulls)).toEqual({ status: 200, body: first.body });
  });

  it('answers 201 for a person who is a member already', async () => {
    const nik = newNik();
    const first = await post(signUp({ person: { nik } }));
    const second = await post(signUp({ person: { nik } }));
    expect(second).toMatchObject({
      status: 201,
      body: { outcome: 'already-member', membershipId: first.body['membershipId'] },
    });
  });

  it('makes the same events as the topic does, at the instant of the story', async () => {
    const form = signUp({ submittedAt: '2024-11-01T09:00:00+07:00' });
    await post(form, own, '', story('2024-11-01T09:05:00+07:00'));
    const events = await eventsOf(db.database, `sign-up/${form.signUpId}`);
    expect(events.map(({ type, recorded_at }) => [type, recorded_at.toISOString()])).toEqual([
      ['sign-up-accepted.v1', '2024-11-01T02:05:00.000Z'],
    ]);
  });

  it('answers 409 for other content under the same id', async () => {
    const form = signUp();
    await post(form);
    expect(await post({ ...form, residence: null })).toMatchObject({
      status: 409,
      body: { reasons: ['sign-up-id-reused'] },
    });
  });

  it('answers 422 with every reason and the fields of each, also when it is repeated', async () => {
    const form = signUp({ declaredIncome: 1, programmes: ['JP'] });
    const fields = [
      { path: 'declaredIncome', reason: 'income-below-least' },
      { path: 'programmes', reason: 'programme-not-offered' },
    ];
    const refusal = { status: 422, body: { reasons: fields.map(({ reason }) => reason), fields } };
    expect(await post(form)).toMatchObject(refusal);
    expect(await post(form)).toMatchObject(refusal);
  });

  it.each([
    ['an unknown field', { nickname: 'Sri' }, 'nickname', 'unknown-field'],
    [
      'an unknown field inside',
      { payer: { kind: 'self', code: null, iban: '1' } },
      'payer.iban',
      'unknown-field',
    ],
    ['a fraction of a rupiah', { declaredIncome: 1_000_000.5 }, 'declaredIncome', 'malformed'],
    ['a missing field', { segment: undefined }, 'segment', 'missing'],
  ])('answers 400 for %s', async (_name, changed, path, reason) => {
    const answer = await post({ ...signUp(), ...changed });
    expect(answer.status).toBe(400);
    expect(answer.body['fields']).toEqual([{ path, reason }]);
  });

  it('is for the channel itself and for officers of the region', async () => {
    expect((await post(signUp(), null)).status).toBe(401);
    expect((await post(signUp(), { roles: ['analyst'] })).status).toBe(403);
    expect(await post(signUp(), other)).toMatchObject({
      status: 403,
      body: { reasons: ['channel-mismatch'] },
    });
    expect((await post(signUp(), officer)).status).toBe(201);
    expect(await post(signUp({ residence: '33.11.07.2003' }), officer)).toMatchObject({
      status: 403,
      body: { reasons: ['outside-regions'] },
    });
    expect((await post(signUp({ residence: null }), { roles: ['officer'] })).status).toBe(201);
  });

  describe('with dryRun=true', () => {
    it('answers 200 without numbers, and stores nothing', async () => {
      const form = signUp();
      expect(await post(form, own, '?dryRun=true')).toEqual({
        status: 200,
        body: {
          signUpId: form.signUpId,
          outcome: 'registered',
          membershipId: null,
          memberNumber: null,
          paymentCode: null,
          warnings: ['unknown-channel', 'unknown-agent'],
        },
      });
      expect((await test.ask(own, 'GET', `/v1/sign-ups/${form.signUpId}`)).status).toBe(404);
    });

    it('answers a refusal as usual', async () =>
      expect(await post(signUp({ programmes: ['JP'] }), own, '?dryRun=true')).toMatchObject({ status: 422 }));

    it('takes true and false alone', async () => {
      expect((await post(signUp(), own, '?dryRun=maybe')).status).toBe(400);
      expect((await post(signUp(), own, '?dryRun=false')).status).toBe(201);
    });
  });

  it('answers many at once, each with its own', async () => {
    const forms = Array.from({ length: 60 }, (_, index) =>
      signUp(index % 3 === 0 ? { programmes: ['JP'] } : {}),
    );
    const answers = await Promise.all(forms.map((form) => post(form)));
    expect(answers.map(({ status }) => status)).toEqual(
      forms.map((_, index) => (index % 3 === 0 ? 422 : 201)),
    );
    const ids = answers.filter(({ status }) => status === 201).map(({ body }) => body['signUpId']);
    expect(ids).toEqual(forms.filter((_, index) => index % 3 !== 0).map(({ signUpId }) => signUpId));
  });
});

const get = (id: string, claims: object = own) => test.ask(claims as never, 'GET', `/v1/sign-ups/${id}`);

describe('GET /v1/sign-ups/{signUpId}', () => {
  it('shows an accepted sign-up to its own channel and to officers of the region, to nobody else', async () => {
    const form = signUp();
    const { body } = await post(form);
    expect(await get(form.signUpId)).toEqual({ status: 200, body: { status: 'accepted', ...body } });
    expect((await get(form.signUpId.toUpperCase())).status).toBe(200);
    expect((await get(form.signUpId, officer)).status).toBe(200);
    expect((await get(form.signUpId, { ...officer, regions: ['33.11'] })).status).toBe(404);
    expect((await get(form.signUpId, other)).status).toBe(404);
    expect((await get(randomUUID())).status).toBe(404);
    expect((await get('no-id')).status).toBe(400);
  });

  it('shows why a sign-up was refused', async () => {
    const form = signUp({ programmes: ['JP'] });
    await post(form);
    expect(await get(form.signUpId)).toEqual({
      status: 200,
      body: { signUpId: form.signUpId, status: 'refused', reasons: ['programme-not-offered'] },
    });
  });

  it.each([
    ['schema', 'parked'],
    ['behind-parked', 'pending'],
  ])('shows one that was set aside as %s to its own channel: %s', async (reason, status) => {
    const { person: _, ...incomplete } = signUp();
    await db.database.query(
      `insert into parked_message (consumer, topic, partition, log_offset, key_token, headers, value, encrypted, reason,
                                   detail)
       values ('enrollment', 'channel.sign-ups.v1', 0, $1, $2, '{}', $3, true, $4, '')`,
      [
        Math.floor(Math.random() * 1e12),
        cipher.tokenOf(Buffer.from(incomplete.signUpId)),
        cipher.seal(Buffer.from(JSON.stringify(incomplete))),
        reason,
      ],
    );
    expect(await get(incomplete.signUpId)).toEqual({
      status: 200,
      body: { signUpId: incomplete.signUpId, status, reasons: [reason] },
    });
    expect((await get(incomplete.signUpId, other)).status).toBe(404);
  });
});

const registered = async (): Promise<string> => String((await post(signUp())).body['membershipId']);

const at = (id: string) => `/v1/memberships/${id}`;

describe('/v1/memberships/{id}', () => {
  it('is shown to officers of the region, without anything that identifies the person', async () => {
    const id = await registered();
    const { status, body } = await test.ask(officer, 'GET', at(id));
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'basis',
      'changes',
      'channel',
      'coveredThrough',
      'employer',
      'endReason',
      'endedOn',
      'eventCover',
      'isProvisional',
      'lapsedOn',
      'memberNumber',
      'membershipId',
      'occupations',
      'payer',
      'paymentCode',
      'personId',
      'programmes',
      'registeredOn',
      'residence',
      'segment',
      'signUpId',
      'stage',
      'startsOn',
      'status',
    ]);
    expect((await test.ask({ ...officer, regions: ['33.11'] }, 'GET', at(id))).status).toBe(404);
    expect((await test.ask(own, 'GET', at(id))).status).toBe(403);
    expect((await test.ask(officer, 'GET', at(randomUUID()))).status).toBe(404);
  });

  it('changes from a day on', async () => {
    const id = await registered();
    const change = {
      effectiveOn: '2024-12-17',
      changes: { residence: '33.72.01.1001', basis: null, payer: { kind: 'sponsor' } },
    };
    const changed = { residence: '33.72.01.1001', payer: { kind: 'sponsor', code: null }, basis: 1_000_000 };
    const headers = story('2024-12-17T23:59:59+07:00'); // later than the registration, at whatever hour this runs
    expect(await test.ask(officer, 'PATCH', at(id), change, headers)).toMatchObject({
      status: 200,
      body: changed,
    });
    expect(await test.ask(officer, 'PATCH', at(id), change, headers)).toMatchObject({
      status: 200,
      body: changed,
    });
    const events = await eventsOf(db.database, `membership/${id}`);
    expect(events.at(-1)).toMatchObject({
      type: 'member-changed.v1',
      sequence: 2,
      data: { changes: { residence: '33.72.01.1001', payer: { kind: 'sponsor', code: null } } },
    });
    expect(events.at(-1)!.recorded_at.toISOString()).toBe('2024-12-17T16:59:59.000Z');
  });

  it('refuses what a rule forbids, and what is no change', async () => {
    const id = await registered();
    const patch = (body: object, claims: object = officer) =>
      test.ask(claims as never, 'PATCH', at(id), body);
    expect(await patch({ effectiveOn: '2024-01-01', changes: { basis: 1_200_000 } })).toMatchObject({
      status: 422,
      body: { reasons: ['before-registration'] },
    });
    expect((await patch({ effectiveOn: '2024-12-17', changes: { fullName: 'X' } })).status).toBe(400);
    expect(
      (await patch({ effectiveOn: '2024-12-17', changes: {} }, { ...officer, regions: ['33.11'] })).status,
    ).toBe(404);
    expect((await patch({ effectiveOn: '2024-12-17', changes: {} }, own)).status).toBe(403);
  });

  it('ends once', async () => {
    const id = await registered();
    const end = (body: object) => test.ask(officer, 'POST', `${at(id)}/end`, body);
    const death = { endedOn: '2024-12-17', reason: 'died' };
    expect(await end(death)).toMatchObject({
      status: 200,
      body: { status: 'ended', endedOn: '2024-12-17', endReason: 'died' },
    });
    expect((await end(death)).status).toBe(200);
    expect(await end({ ...death, endedOn: '2024-12-18' })).toMatchObject({
      status: 422,
      body: { reasons: ['membership-ended'] },
    });
    expect((await end({ ...death, reason: 'bored' })).status).toBe(400);
    expect((await eventsOf(db.database, `membership/${id}`)).map(({ type }) => type)).toEqual([
      'member-registered.v1',
      'payment-identity-recorded.v1',
      'membership-ended.v1',
    ]);
  });
});
