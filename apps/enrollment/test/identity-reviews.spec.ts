import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findRoutesWithoutRule } from '#libs/http';
import { batchOf, type TestDatabase } from '#libs/testing';
import { IdentityReviewsController } from '../src/inbound/http/identity-reviews.controller.js';
import { LookUpIdentityReviews } from '../src/use-cases/look-up-identity-reviews.js';
import { SettleIdentityReview } from '../src/use-cases/settle-identity-review.js';
import { openHttpApp, type TestApp } from './http-app.js';
import { eventsOf, newNik, openEnrollmentDatabase, sent, signUp, storesOn } from './support.js';

let db: TestDatabase;
let stores: ReturnType<typeof storesOn>;
let test: TestApp;
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  stores = storesOn(db.database);
  test = await openHttpApp(
    [IdentityReviewsController],
    [
      { provide: LookUpIdentityReviews, useValue: stores.lookUpReviews },
      { provide: SettleIdentityReview, useValue: stores.settleReview },
    ],
  );
});
afterAll(async () => {
  await test.app.close();
  await db.drop();
});

const officer = { roles: ['officer'], regions: ['33.72'], sub: 'officer-1' };
const ask = (method: 'GET' | 'POST', path: string, body?: object, claims: object = officer) =>
  test.ask(claims as never, method, `/v1/identity-reviews${path}`, body);

type Changed = Parameters<typeof signUp>[0];
const employed: Changed = { segment: 'PU', employer: { code: 'NPP-1', name: 'Satu' } };
/** Signs up; the warnings and the membership. */
const join = async (changed: Changed) => {
  const [outcome] = await stores.registerMember.handle(batchOf(sent(signUp(changed))));
  if (outcome!.result.status !== 'accepted') throw new Error(outcome!.result.reasons.join());
  return outcome!.result;
};
/** Somebody, and somebody else under the same NIK. */
const doubted = async (residence: string | null = '33.72.05.1011') => {
  const nik = newNik();
  const known = await join({ person: { nik }, residence });
  const doubt = await join({ ...employed, person: { nik, fullName: 'Budi Santoso' }, residence });
  return { nik, known, doubt };
};
const waitingFor = async (claims: object = officer) => {
  const { body } = await ask('GET', '?limit=1000', undefined, claims);
  return (body['items'] as unknown as { membershipId: string }[]).map(({ membershipId }) => membershipId);
};

describe('somebody else under a known NIK', () => {
  it('is registered provisionally, with a warning, and waits to be looked at', async () => {
    const { known, doubt } = await doubted();
    expect(known.warnings).not.toContain('identity-differs');
    expect(doubt).toMatchObject({ outcome: 'registered' });
    expect(doubt.warnings[0]).toBe('identity-differs');
    expect((await stores.lookUpMembership.find(doubt.membershipId))?.isProvisional).toBe(true);
    expect((await stores.lookUpMembership.find(known.membershipId))?.isProvisional).toBe(false);
    const waiting = await waitingFor();
    expect(waiting).toContain(doubt.membershipId);
    expect(waiting).not.toContain(known.membershipId);
  });

  it('is found also where both come in one batch, and not where only the writing differs', async () => {
    const nik = newNik();
    const forms = [
      signUp({ person: { nik } }),
      signUp({ ...employed, person: { nik, fullName: 'RAHAYU, Sri' } }),
      signUp({
        segment: 'JAKON',
        employer: { code: 'J-1', name: 'Proyek' },
        person: { nik, birthDate: '1990-08-18' },
      }),
    ];
    const outcomes = await stores.registerMember.handle(batchOf(...forms.map((form) => sent(form))));
    const warned = outcomes.map(
      ({ result }) => result.status === 'accepted' && result.warnings.includes('identity-differs'),
    );
    expect(warned).toEqual([false, false, true]);
  });

  it('is told nobody: no name stands in the queue or on a topic', async () => {
    const { doubt } = await doubted();
    const { body } = await ask('GET', '?limit=1000');
    expect(JSON.stringify(body)).not.toMatch(/Budi|Santoso|Rahayu|1990/);
    const events = await eventsOf(db.database, `membership/${doubt.membershipId}`);
    expect(events.map(({ type }) => type)).toEqual(['member-registered.v1', 'payment-identity-recorded.v1']);
    expect(JSON.stringify(events)).not.toMatch(/Budi|Santoso/);
  });
});

describe('GET /v1/identity-reviews', () => {
  it('shows an officer the queue of the regions, page by page', async () => {
    const [here, there] = [await doubted(), await doubted('33.11.01.2001')];
    expect(await waitingFor()).toContain(here.doubt.membershipId);
    expect(await waitingFor()).not.toContain(there.doubt.membershipId);
    expect(await waitingFor({ roles: ['officer'] })).toContain(there.doubt.membershipId);
    const first = await ask('GET', '?limit=1');
    const second = await ask('GET', `?limit=1&after=${String(first.body['next'])}`);
    expect(first.body['items']).toHaveLength(1);
    expect(second.body['items']).not.toEqual(first.body['items']);
    expect((await ask('GET', `/${there.doubt.membershipId}`)).status).toBe(404);
    const verdict = { verdict: 'same-person' };
    expect((await ask('POST', `/${there.doubt.membershipId}/settle`, verdict)).status).toBe(404);
  });

  it('shows the names to compare, and puts each look on record', async () => {
    const { known, doubt } = await doubted();
    const { status, body } = await ask('GET', `/${doubt.membershipId}`);
    expect([status, body['differs']]).toEqual([200, ['name']]);
    const stated = body['stated'] as unknown as { membershipId: string; fullName: string }[];
    expect(new Map(stated.map((one) => [one.membershipId, one.fullName]))).toEqual(
      new Map([
        [known.membershipId, 'Sri Rahayu'],
        [doubt.membershipId, 'Budi Santoso'],
      ]),
    );
    const { personId } = (await stores.lookUpMembership.find(doubt.membershipId))!;
    const { processing } = (await stores.showPersonData.handle(personId, 'dpo'))!;
    expect(processing.filter(({ actor }) => actor === 'officer-1').map(({ what }) => what)).toEqual([
      'reviewed',
    ]);
  });

  it('is for officers, and not without end', async () => {
    expect(findRoutesWithoutRule(test.app)).toEqual([]);
    const { doubt } = await doubted();
    for (const role of ['channel', 'operator', 'privacy-officer'])
      expect((await ask('GET', '', undefined, { roles: [role] })).status).toBe(403);
    const curious = { ...officer, sub: 'curious' };
    const look = () => ask('GET', `/${doubt.membershipId}`, undefined, curious);
    const answers = [];
    for (let times = 0; times < 61; times += 1) answers.push((await look()).status);
    expect(answers).toEqual([...Array(60).fill(200), 429]);
  });
});

describe('POST /v1/identity-reviews/{membershipId}/settle', () => {
  const settle = (membershipId: string, verdict: string) =>
    ask('POST', `/${membershipId}/settle`, { verdict });

  it('keeps the membership of the same person, which is provisional no longer', async () => {
    const { doubt } = await doubted();
    expect((await settle(doubt.membershipId, 'same-person')).status).toBe(200);
    const found = await stores.lookUpMembership.find(doubt.membershipId);
    expect(found).toMatchObject({ status: 'open', isProvisional: false });
    expect(await waitingFor()).not.toContain(doubt.membershipId);
  });

  it('ends the membership of somebody else, once, and leaves the holder’s own', async () => {
    const { known, doubt } = await doubted();
    expect((await settle(doubt.membershipId, 'another-person')).body).toMatchObject({
      verdict: 'another-person',
    });
    expect((await settle(doubt.membershipId, 'another-person')).status).toBe(200);
    expect(await settle(doubt.membershipId, 'same-person')).toMatchObject({
      status: 422,
      body: { reasons: ['review-settled'] },
    });
    const ends = (await eventsOf(db.database, `membership/${doubt.membershipId}`)).filter(
      ({ type }) => type === 'membership-ended.v1',
    );
    expect(ends.map(({ data, sequence }) => [data['reason'], data['endedOn'], sequence])).toEqual([
      ['left', '2024-12-17', 2],
    ]);
    expect((await stores.lookUpMembership.find(known.membershipId))?.status).toBe('open');
  });

  it('takes a verdict that there is, of a review that there is', async () => {
    const { known } = await doubted();
    expect((await settle(known.membershipId, 'same-person')).status).toBe(404);
    expect((await settle(known.membershipId, 'nobody')).status).toBe(400);
  });
});
