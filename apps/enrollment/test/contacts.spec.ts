import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findRoutesWithoutRule } from '#libs/http';
import { batchOf, type TestDatabase } from '#libs/testing';
import { MemberContactsController } from '../src/inbound/http/member-contacts.controller.js';
import { ShowContactToWhoeverReminds } from '../src/use-cases/show-contact-to-whoever-reminds.js';
import { openHttpApp, type TestApp } from './http-app.js';
import { openEnrollmentDatabase, sent, signUp, storesOn } from './support.js';

const MANAHAN = '33.72.05.1011';
const channel = { roles: ['channel'], channel: 'PKL-MANAHAN', sub: 'a notifier' };
const officer = { roles: ['officer'], regions: ['33.72'], sub: 'an officer' };
const reached = { fullName: 'Sri Rahayu', mobile: '+6281200000000', email: 'sri@example.org' };

let db: TestDatabase;
let stores: ReturnType<typeof storesOn>;
let test: TestApp;
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  stores = storesOn(db.database);
  test = await openHttpApp(
    [MemberContactsController],
    [{ provide: ShowContactToWhoeverReminds, useValue: stores.showContact }],
  );
});
afterAll(async () => {
  await test.app.close();
  await db.drop();
});

const register = async (changed: Parameters<typeof signUp>[0] = {}) => {
  const form = signUp({ residence: MANAHAN, ...changed });
  const [outcome] = await stores.registerMember.handle(batchOf(sent(form)));
  const { membershipId } = outcome!.result as { membershipId: string };
  const [row] = await db.database.query<{ id: string }>(
    'select person_id as id from membership where membership_id = $1',
    [membershipId],
  );
  return { membershipId, personId: row!.id };
};
const ask = (membershipId: string, claims: object | null) =>
  test.ask(claims as never, 'GET', `/v1/memberships/${membershipId}/contact`);
const usesOf = async (personId: string) => {
  const rows = await db.database.query<{ use: string }>(
    `select what || ' ' || actor as use from personal_data_use where person_id = $1 order by used_at`,
    [personId],
  );
  return rows.map(({ use }) => use);
};

describe('GET /v1/memberships/{id}/contact', () => {
  it('tells the channel and officers of the region how the member can be reached, and notes each of them', async () => {
    const { membershipId, personId } = await register({ person: reached });
    const expected = { status: 200, body: { membershipId, personId, ...reached } };
    expect(await ask(membershipId, channel)).toEqual(expected);
    expect(await ask(membershipId, officer)).toEqual(expected);
    expect(await usesOf(personId)).toEqual(['contact-shown a notifier', 'contact-shown an officer']);
  });

  it('says so where a way was not stated', async () => {
    const { membershipId } = await register({ person: { ...reached, mobile: null, email: null } });
    expect((await ask(membershipId, channel)).body).toMatchObject({ mobile: null, email: null });
  });

  it.each([
    ['another channel', { ...channel, channel: 'AGG-07' }],
    ['a channel without a code', { roles: ['channel'] }],
    ['an officer of another region', { ...officer, regions: ['33.11'] }],
  ])('is not there for %s, and notes nothing', async (_, claims) => {
    const { membershipId, personId } = await register();
    expect((await ask(membershipId, claims)).status).toBe(404);
    expect(await usesOf(personId)).toEqual([]);
  });

  it('is forbidden to other roles, and not there for a membership that nobody has', async () => {
    const { membershipId } = await register();
    for (const role of ['operator', 'analyst', 'gateway', 'privacy-officer'])
      expect((await ask(membershipId, { roles: [role] })).status).toBe(403);
    expect((await ask(membershipId, null)).status).toBe(401);
    expect((await ask(randomUUID(), officer)).status).toBe(404);
    expect(findRoutesWithoutRule(test.app)).toEqual([]);
  });

  it('has nothing to tell once the person is erased', async () => {
    const { membershipId, personId } = await register();
    const cause = { eventId: randomUUID(), correlationId: randomUUID(), traceparent: null };
    const erasure = { ...cause, personId, actor: 'a privacy officer', recordedAt: null };
    expect(await stores.erasePerson.handle(batchOf(erasure))).toMatchObject([{ kind: 'happened' }]);
    expect((await ask(membershipId, channel)).status).toBe(404);
    expect(await usesOf(personId)).toEqual(['erased a privacy officer']);
  });
});
