import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findRoutesWithoutRule } from '#libs/http';
import { batchOf, type TestDatabase } from '#libs/testing';
import { PersonLookUpsController } from '../src/inbound/http/person-look-ups.controller.js';
import { PersonMergesController } from '../src/inbound/http/person-merges.controller.js';
import { PersonsController } from '../src/inbound/http/persons.controller.js';
import { ErasePerson } from '../src/use-cases/erase-person.js';
import { LookUpPersonByNik } from '../src/use-cases/look-up-person-by-nik.js';
import { MergeDuplicatePerson } from '../src/use-cases/merge-duplicate-person.js';
import { ShowPersonData } from '../src/use-cases/show-person-data.js';
import { openHttpApp, type TestApp } from './http-app.js';
import { eventsOf, newNik, openEnrollmentDatabase, pseudonyms, sent, signUp, storesOn } from './support.js';

let db: TestDatabase;
let stores: ReturnType<typeof storesOn>;
let test: TestApp;
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  stores = storesOn(db.database);
  test = await openHttpApp(
    [PersonMergesController, PersonLookUpsController, PersonsController],
    [
      { provide: MergeDuplicatePerson, useValue: stores.mergePerson },
      { provide: LookUpPersonByNik, useValue: stores.lookUpPerson },
      { provide: ErasePerson, useValue: stores.erasePerson },
      { provide: ShowPersonData, useValue: stores.showPersonData },
    ],
  );
});
afterAll(async () => {
  await test.app.close();
  await db.drop();
});

const officer = { roles: ['officer'], regions: ['33.72'], sub: 'officer-1' };
const privacyOfficer = { roles: ['privacy-officer'], sub: 'dpo-1' };
const employed = { segment: 'PU', employer: { code: 'NPP-1', name: 'Satu' } } as const;

const join = async (changed: Parameters<typeof signUp>[0] = {}) => {
  const nik = changed.person?.nik ?? newNik();
  const form = signUp({ submittedAt: '2024-03-10T09:00:00+07:00', ...changed, person: { nik } });
  const [outcome] = await stores.registerMember.handle(batchOf(sent(form)));
  const { membershipId } = outcome!.result as { membershipId: string };
  const { personId } = (await stores.lookUpMembership.find(membershipId))!;
  return { nik, membershipId, personId };
};
const merge = (personId: string, into: string, claims: object = officer) =>
  test.ask(claims as never, 'POST', `/v1/persons/${personId}/merge`, { into });
const lookUp = (nik: string, claims: object = officer) =>
  test.ask(claims as never, 'POST', '/v1/person-look-ups', { nik });
const dataOf = async (personId: string) =>
  (await test.ask(privacyOfficer, 'GET', `/v1/persons/${personId}/data`)).body;
const endOf = async (membershipId: string) => {
  const found = await stores.lookUpMembership.find(membershipId);
  return [found?.endedOn, found?.endReason];
};

describe('POST /v1/persons/{id}/merge', () => {
  it('ends the duplicate as such, and puts what is kept of it with the person', async () => {
    const [person, duplicate] = [await join(), await join()];
    const answer = await merge(duplicate.personId, person.personId);
    expect(answer).toEqual({
      status: 200,
      body: { personId: duplicate.personId, mergedInto: person.personId },
    });
    expect(await endOf(duplicate.membershipId)).toEqual(['2024-12-17', 'duplicate']);
    expect(await endOf(person.membershipId)).toEqual([null, null]);
    const events = await eventsOf(db.database, `membership/${duplicate.membershipId}`);
    expect(events.at(-1)).toMatchObject({
      type: 'membership-ended.v1',
      sequence: 2,
      key: duplicate.personId,
      data: { personId: duplicate.personId, reason: 'duplicate' },
    });
    const data = await dataOf(person.personId);
    const records = data['records'] as unknown as { membershipId: string; nik: string }[];
    expect(new Map(records.map((one) => [one.membershipId, one.nik]))).toEqual(
      new Map([
        [person.membershipId, person.nik],
        [duplicate.membershipId, duplicate.nik],
      ]),
    );
    const processing = data['processing'] as unknown as { what: string; actor: string }[];
    expect(processing.filter(({ what }) => what === 'merged')).toEqual([
      expect.objectContaining({ actor: 'officer-1' }),
      expect.objectContaining({ actor: 'officer-1' }),
    ]);
    expect(await dataOf(duplicate.personId)).toMatchObject({
      isErased: false,
      mergedInto: person.personId,
      records: [],
    });
  });

  it('happens once, and lets whoever the NIK belongs to sign up', async () => {
    const [person, duplicate] = [await join(), await join()];
    await merge(duplicate.personId, person.personId);
    const count = () => db.database.query('select count(*) from event');
    const before = await count();
    expect((await merge(duplicate.personId, person.personId)).status).toBe(200);
    expect(await count()).toEqual(before);
    expect((await merge(person.personId, duplicate.personId)).body).toMatchObject({
      reasons: ['person-merged'],
    });
    const holder = await join({ person: { nik: duplicate.nik } });
    expect([person.personId, duplicate.personId]).not.toContain(holder.personId);
  });

  it('loses no cover', async () => {
    const [person, duplicate] = [await join(), await join(employed)];
    expect(await merge(duplicate.personId, person.personId)).toMatchObject({
      status: 422,
      body: { reasons: ['membership-not-held'] },
    });
    await join({ ...employed, person: { nik: person.nik } });
    expect((await merge(duplicate.personId, person.personId)).status).toBe(200);
  });

  it('goes on along a chain, all of which goes when the person is erased', async () => {
    const [first, second, person] = [await join(), await join(), await join()];
    await merge(first.personId, second.personId);
    await merge(second.personId, person.personId);
    expect((await dataOf(person.personId))['records']).toHaveLength(3);
    const erase = (personId: string) => test.ask(privacyOfficer, 'POST', `/v1/persons/${personId}/erasure`);
    expect(await erase(first.personId)).toMatchObject({ status: 422, body: { reasons: ['person-merged'] } });
    expect((await erase(person.personId)).status).toBe(200);
    for (const { personId, membershipId, nik } of [first, second, person]) {
      expect(await eventsOf(db.database, `person/${personId}`)).toMatchObject([{ type: 'person-erased.v1' }]);
      const identity = (await eventsOf(db.database, `membership/${membershipId}`)).filter(
        ({ topic }) => topic === 'enrollment.payment-identities.v1',
      );
      expect(identity.map(({ data }) => data === null)).toEqual([false, true]);
      for (const table of ['person', 'vault', 'sign_up']) {
        const [row] = await db.database.query<{ found: boolean }>(
          `select coalesce(bool_or(position($1 in t::text) > 0), false) as found from "${table}" t`,
          [table === 'vault' ? personId : pseudonyms.nikToken(nik)],
        );
        expect([table, row!.found]).toEqual([table, false]);
      }
    }
    const [hashes] = await db.database.query<{ kept: number }>(
      `select count(*)::integer as kept from sign_up join membership using (sign_up_id)
        where person_id = any($1::uuid[]) and content_hash <> 'erased'`,
      [[first, second, person].map(({ personId }) => personId)],
    );
    expect(hashes!.kept).toBe(0);
  });

  it('is for officers of the regions of both', async () => {
    expect(findRoutesWithoutRule(test.app)).toEqual([]);
    const [person, elsewhere] = [await join(), await join({ residence: '33.11.01.2001' })];
    expect((await merge(elsewhere.personId, person.personId)).status).toBe(404);
    expect((await merge(person.personId, elsewhere.personId)).status).toBe(404);
    expect((await merge(person.personId, person.personId)).body).toMatchObject({ reasons: ['same-person'] });
    expect((await merge(randomUUID(), person.personId)).status).toBe(404);
    for (const role of ['privacy-officer', 'channel', 'operator'])
      expect((await merge(elsewhere.personId, person.personId, { roles: [role] })).status).toBe(403);
  });

  it('holds against a sign-up of the duplicate that comes at the same time', async () => {
    for (let times = 0; times < 8; times += 1) {
      const [person, duplicate] = [await join(), await join()];
      const [answer] = await Promise.all([
        merge(duplicate.personId, person.personId),
        join({ ...employed, person: { nik: duplicate.nik } }),
      ]);
      const [left] = await db.database.query<{ open: number }>(
        'select count(*)::integer as open from membership where person_id = $1 and ended_on is null',
        [duplicate.personId],
      );
      // whoever came first: either the new membership was seen, or its holder is somebody new
      expect([answer.status, left!.open]).toEqual(answer.status === 200 ? [200, 0] : [422, 2]);
    }
  });
});

describe('POST /v1/person-look-ups', () => {
  it('finds who has a NIK, for officers of the region, and puts each look on record', async () => {
    const { nik, membershipId, personId } = await join();
    expect(await lookUp(nik)).toEqual({
      status: 200,
      body: { personId, memberships: [{ membershipId, residence: '33.72.05.1011' }] },
    });
    const elsewhere = { roles: ['officer'], regions: ['33.11'], sub: 'officer-2' };
    expect((await lookUp(nik, elsewhere)).status).toBe(404);
    expect((await lookUp(newNik())).status).toBe(404);
    const looks = await db.database.query<{ actor: string; found: boolean }>(
      `select actor, person_id is not null as found from personal_data_use where what = 'looked-up'
        order by used_at`,
    );
    expect(looks).toEqual([
      { actor: 'officer-1', found: true },
      { actor: 'officer-2', found: false },
      { actor: 'officer-1', found: false },
    ]);
  });

  it('is for nobody else, and not without end, also where nobody is found', async () => {
    for (const role of ['channel', 'privacy-officer', 'operator', 'analyst'])
      expect((await lookUp(newNik(), { roles: [role] })).status).toBe(403);
    const curious = { ...officer, sub: 'curious' };
    const answers = await Promise.all(Array.from({ length: 70 }, () => lookUp(newNik(), curious)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });
});
