import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findRoutesWithoutRule } from '#libs/http';
import { batchOf, type TestDatabase } from '#libs/testing';
import { PersonsController } from '../src/inbound/http/persons.controller.js';
import { ErasePerson } from '../src/use-cases/erase-person.js';
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
    [PersonsController],
    [
      { provide: ErasePerson, useValue: stores.erasePerson },
      { provide: ShowPersonData, useValue: stores.showPersonData },
    ],
  );
});
afterAll(async () => {
  await test.app.close();
  await db.drop();
});

const officer = { roles: ['privacy-officer'], sub: 'dpo-1' };
const join = async (nik: string, changed: Parameters<typeof signUp>[0] = {}) => {
  const form = signUp({ submittedAt: '2024-12-01T09:00:00+07:00', ...changed, person: { nik } });
  const [outcome] = await stores.registerMember.handle(batchOf(sent(form)));
  const { membershipId } = outcome!.result as { membershipId: string };
  const [event] = await eventsOf(db.database, `membership/${membershipId}`);
  return { form, membershipId, personId: String(event!.data['personId']) };
};
const employed = { segment: 'PU', employer: { code: 'NPP-1', name: 'Satu' } } as const;
const erase = (personId: string, claims: object = officer) =>
  test.ask(claims as never, 'POST', `/v1/persons/${personId}/erasure`);
const dataOf = (personId: string, claims: object = officer) =>
  test.ask(claims as never, 'GET', `/v1/persons/${personId}/data`);

describe('GET /v1/persons/{id}/data', () => {
  it('gives what is kept, and the trail of it, in which each look stands', async () => {
    const nik = newNik();
    const { form, membershipId, personId } = await join(nik);
    await join(nik, employed);
    const { status, body } = await dataOf(personId);
    expect(status).toBe(200);
    expect(body).toMatchObject({ personId, isErased: false });
    const records = body['records'] as unknown as { membershipId: string }[];
    expect(records).toHaveLength(2);
    expect(records.find((one) => one.membershipId === membershipId)).toEqual({
      membershipId,
      nik,
      fullName: form.person.fullName,
      birthDate: form.person.birthDate,
      mobile: form.person.mobile,
      email: null,
      address: form.person.address,
      declaredIncome: form.declaredIncome,
    });
    const processing = body['processing'] as unknown as { what: string; actor: string | null }[];
    expect(processing.map(({ what, actor }) => [what, actor])).toEqual([
      ['enrollment.member-registered.v1', null],
      ['enrollment.payment-identity-recorded.v1', null],
      ['enrollment.member-registered.v1', null],
      ['enrollment.payment-identity-recorded.v1', null],
      ['shown', 'dpo-1'],
    ]);
  });

  it('is for privacy officers alone', async () => {
    expect(findRoutesWithoutRule(test.app)).toEqual([]);
    const { personId } = await join(newNik());
    for (const role of ['officer', 'operator', 'analyst', 'channel']) {
      expect((await dataOf(personId, { roles: [role] })).status).toBe(403);
      expect((await erase(personId, { roles: [role] })).status).toBe(403);
    }
    expect((await dataOf(randomUUID())).status).toBe(404);
    expect((await erase(randomUUID())).status).toBe(404);
    expect((await dataOf('x')).status).toBe(400);
  });
});

describe('POST /v1/persons/{id}/erasure', () => {
  it('ends what is open, destroys key, token and records, and says so', async () => {
    const nik = newNik();
    const { membershipId, personId } = await join(nik);
    const other = await join(nik, employed);
    expect(await erase(personId)).toEqual({ status: 200, body: { personId, status: 'erased' } });
    const [person] = await db.database.query<object>(
      `select nik_token, vault_key, (select count(*)::integer from vault v where v.person_id = p.person_id) as records
         from person p where person_id = $1`,
      [personId],
    );
    expect(person).toEqual({ nik_token: null, vault_key: null, records: 0 });
    const of = async (id: string) =>
      (await eventsOf(db.database, `membership/${id}`)).map(({ type, sequence, data }) => [
        type,
        sequence,
        data && data['reason'],
      ]);
    for (const id of [membershipId, other.membershipId])
      expect(await of(id)).toEqual([
        ['member-registered.v1', 1, undefined],
        ['payment-identity-recorded.v1', 1, undefined],
        ['membership-ended.v1', 2, 'left'],
        ['payment-identity-recorded.v1', 2, null],
      ]);
    expect(await eventsOf(db.database, `person/${personId}`)).toMatchObject([
      { type: 'person-erased.v1', sequence: 1, key: personId, data: { personId } },
    ]);
    expect((await stores.lookUpMembership.find(membershipId))?.endReason).toBe('left');
    expect((await dataOf(personId)).body).toMatchObject({ isErased: true, records: [] });
  });

  it('changes nothing when it comes again', async () => {
    const { personId } = await join(newNik());
    await erase(personId);
    const before = await db.database.query('select count(*) from event');
    expect((await erase(personId)).status).toBe(200);
    expect(await db.database.query('select count(*) from event')).toEqual(before);
  });

  it('leaves nothing by which the person could be found', async () => {
    const nik = newNik();
    const { personId } = await join(nik);
    const before = await db.database.query<{ hash: string }>(
      `select content_hash as hash from sign_up join membership using (sign_up_id) where person_id = $1`,
      [personId],
    );
    await erase(personId);
    for (const table of ['person', 'vault', 'membership', 'sign_up', 'personal_data_use']) {
      const [row] = await db.database.query<{ text: string }>(
        `select coalesce(string_agg(t::text, ' '), '') as text from "${table}" t`,
      );
      const found = [nik, pseudonyms.nikToken(nik), before[0]!.hash].filter((one) => row!.text.includes(one));
      expect([table, found]).toEqual([table, []]);
    }
  });

  it('lets the same NIK sign up again, as somebody new', async () => {
    const nik = newNik();
    const { personId, membershipId } = await join(nik);
    await erase(personId);
    const again = await join(nik);
    expect(again.personId).not.toBe(personId);
    expect(again.membershipId).not.toBe(membershipId);
  });

  it('holds against a sign-up that comes at the same time', async () => {
    const niks = Array.from({ length: 10 }, () => newNik());
    for (const nik of niks) {
      const { personId } = await join(nik);
      await Promise.all([erase(personId), join(nik, employed)]);
      const [left] = await db.database.query<{ open: number }>(
        'select count(*)::integer as open from membership where person_id = $1 and ended_on is null',
        [personId],
      );
      expect(left!.open).toBe(0);
    }
  });
});
