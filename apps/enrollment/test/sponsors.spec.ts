import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findRoutesWithoutRule } from '#libs/http';
import { contributionPaid } from '#libs/contracts';
import { lastDayOf, StoryClock, type Month, type PayerKind } from '#libs/kernel';
import { batchOf, messageOf, type TestDatabase } from '#libs/testing';
import { RegistersController } from '../src/inbound/http/registers.controller.js';
import { SponsorsController } from '../src/inbound/http/sponsors.controller.js';
import { EnrolMembersOfSponsor } from '../src/use-cases/enrol-members-of-sponsor.js';
import { LookUpSponsor } from '../src/use-cases/look-up-sponsor.js';
import { RecordRegisterEntry } from '../src/use-cases/record-register-entry.js';
import { openHttpApp, type TestApp } from './http-app.js';
import { eventsOf, newNik, openEnrollmentDatabase, signUp, storesOn } from './support.js';

let db: TestDatabase;
let test: TestApp;
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  const stores = storesOn(db.database);
  test = await openHttpApp(
    [SponsorsController, RegistersController],
    [
      { provide: LookUpSponsor, useValue: stores.lookUpSponsor },
      { provide: EnrolMembersOfSponsor, useValue: stores.enrolMembers },
      { provide: RecordRegisterEntry, useValue: stores.recordEntry },
    ],
  );
});
afterAll(async () => {
  await test.app.close();
  await db.drop();
});

const officer = { roles: ['officer'], regions: ['33.72'] };
const submittedAt = '2024-12-17T09:00:00+07:00';

const grant = (code: string, personMonths: number | null) =>
  test.ask(officer, 'PUT', `/v1/sponsors/${code}`, { kind: 'government', personMonths });
const newSponsor = async (personMonths: number | null): Promise<string> => {
  const code = `APBD-${randomUUID()}`;
  expect((await grant(code, personMonths)).status).toBe(200);
  return code;
};
const member = (nik = newNik(), residence: string | null = '33.72.05.1011') => {
  const { signUpId, person } = signUp({ person: { nik } });
  const consent = { textVersion: '2024-1', givenAt: submittedAt };
  return { signUpId, person, residence, occupations: ['street-trader'], consent };
};
const people = (count: number) => Array.from({ length: count }, () => member());
const enrol = (code: string, members: object[], months = 2, claims: object = officer) =>
  test.ask(claims as never, 'POST', `/v1/sponsors/${code}/members`, {
    submittedAt,
    from: '2025-01',
    months,
    members,
  });
const budgetOf = async (code: string) => (await test.ask(officer, 'GET', `/v1/sponsors/${code}/budget`)).body;

/** Contribution tells that a month of a membership was paid. */
const pay = (membershipId: string, month: Month, kind: PayerKind, sequence = 1) =>
  storesOn(db.database).knowStanding.handle(
    batchOf(
      messageOf(
        contributionPaid,
        {
          contributionId: randomUUID(),
          membershipId,
          from: `${month}-01`,
          through: lastDayOf(month),
          months: [month],
          payer: { kind, code: null },
        },
        { sequence },
      ),
    ),
  );
/** What the service says on a day. */
const conversionOn = async (today: string, code: string, claims: object = officer) => {
  const app = await openHttpApp(
    [SponsorsController],
    [
      { provide: LookUpSponsor, useValue: storesOn(db.database, new StoryClock(today)).lookUpSponsor },
      { provide: EnrolMembersOfSponsor, useValue: storesOn(db.database).enrolMembers },
    ],
  );
  const answer = await app.ask(claims as never, 'GET', `/v1/sponsors/${code}/conversion`);
  await app.app.close();
  return answer;
};

describe('GET /v1/sponsors/{code}/conversion', () => {
  it('tells who went on when the months were over, each person once', async () => {
    const code = await newSponsor(100);
    const { body } = await enrol(code, people(4));
    const [wentOn, stopped, longer, unpaid] = (body['members'] as unknown as { membershipId: string }[]).map(
      ({ membershipId }) => membershipId,
    );
    for (const id of [wentOn!, stopped!, longer!]) await pay(id, '2025-01', 'government');
    await pay(longer!, '2025-02', 'government', 2);
    await pay(wentOn!, '2025-02', 'self', 2);
    await pay(unpaid!, '2025-01', 'self');
    const counts = (monthsOver: number, wentOnBy: number, conversionText: string | null) => ({
      status: 200,
      body: { sponsor: code, enrolled: 4, monthsOver, wentOn: wentOnBy, conversionText },
    });
    expect(await conversionOn('2025-01-31', code)).toEqual(counts(0, 0, null));
    expect(await conversionOn('2025-02-01', code)).toEqual(counts(2, 1, '50,00%'));
    expect(await conversionOn('2025-02-28', code)).toEqual(counts(2, 1, '50,00%'));
    expect(await conversionOn('2025-03-01', code)).toEqual(counts(3, 1, '33,33%'));
  });

  it('is for officers and for the sponsor itself', async () => {
    const code = await newSponsor(null);
    const own = { roles: ['channel'], channel: code };
    expect((await conversionOn('2025-01-01', code, own)).body).toMatchObject({ enrolled: 0 });
    expect((await conversionOn('2025-01-01', code, { ...own, channel: 'AGG-07' })).status).toBe(404);
    expect((await conversionOn('2025-01-01', `${code}-X`)).status).toBe(404);
  });
});

describe('POST /v1/sponsors/{code}/members', () => {
  it('enrols a list and reserves its person-months', async () => {
    const code = await newSponsor(10);
    const { status, body } = await enrol(code, people(3));
    expect([status, body]).toMatchObject([
      200,
      { sponsor: code, granted: 10, reserved: 6, left: 4, enrolled: 3, alreadyMember: 0, refused: 0 },
    ]);
    const [first] = body['members'] as unknown as { membershipId: string }[];
    const [registered] = await eventsOf(db.database, `membership/${first!.membershipId}`);
    expect(registered!.data).toMatchObject({
      channel: { kind: 'government', code },
      payer: { kind: 'government', code },
      startsOn: '2025-01-01',
      programmes: ['JKK', 'JKM'],
    });
    expect(await budgetOf(code)).toEqual({ sponsor: code, granted: 10, reserved: 6, left: 4 });
  });

  it('takes no month for who is a member already, is refused, or comes again', async () => {
    const code = await newSponsor(10);
    const [first, second] = people(2);
    await enrol(code, [first!]);
    const again = await enrol(code, [
      first!,
      second!,
      member(first!.person.nik),
      { ...member(), declaredIncome: 1 },
    ]);
    expect(again.body).toMatchObject({ reserved: 4, enrolled: 2, alreadyMember: 1, refused: 1 });
  });

  it('takes no month for an id that was used for something else, and says so', async () => {
    const code = await newSponsor(10);
    const [first] = people(1);
    await enrol(code, [first!]);
    const { status, body } = await enrol(code, [{ ...first!, occupations: ['farmer'] }]);
    expect([status, body]).toMatchObject([
      200,
      { reserved: 2, members: [{ status: 'refused', reasons: ['sign-up-id-reused'] }] },
    ]);
  });

  it('enrols those whom the sponsor pays for, and takes no month for the others', async () => {
    const code = `APBD-${randomUUID()}`;
    await test.ask(officer, 'PUT', `/v1/sponsors/${code}`, {
      kind: 'government',
      personMonths: 10,
      regions: ['33.72.05'],
      occupations: ['street-trader', 'supeltas'],
    });
    const list = [
      member(),
      member(newNik(), '33.72.01.1001'),
      { ...member(), occupations: ['tailor'] },
      { ...member(), occupations: ['tailor', 'supeltas'] },
    ];
    const { body } = await enrol(code, list);
    expect(body).toMatchObject({ enrolled: 2, refused: 2, reserved: 4 });
    const members = body['members'] as unknown as { row: number; signUpId: string; reasons?: string[] }[];
    expect(members.map(({ row, signUpId, reasons }) => [row, signUpId, reasons])).toEqual([
      [1, list[0]!.signUpId, undefined],
      [2, list[1]!.signUpId, ['not-of-sponsor']],
      [3, list[2]!.signUpId, ['not-of-sponsor']],
      [4, list[3]!.signUpId, undefined],
    ]);
  });

  it('tells a sponsor of less than three months what a natural death is then covered by', async () => {
    const code = await newSponsor(100);
    expect((await enrol(code, people(1), 2)).body['warnings']).toEqual(['funeral-only']);
    expect((await enrol(code, people(1), 3)).body['warnings']).toEqual([]);
  });

  it('enrols nobody of a list that asks for more than is left, and the same list when there is enough', async () => {
    const code = await newSponsor(5);
    const list = people(3);
    expect(await enrol(code, list)).toMatchObject({
      status: 422,
      body: { reasons: ['budget-overdrawn'], granted: 5, reserved: 0, left: 5 },
    });
    expect(await eventsOf(db.database, ...list.map(({ signUpId }) => `sign-up/${signUpId}`))).toEqual([]);
    await grant(code, 6);
    expect((await enrol(code, list)).body).toMatchObject({ enrolled: 3, left: 0 });
    expect((await enrol(code, people(1), 1)).status).toBe(422);
  });

  it('is never overdrawn by lists that come at once', async () => {
    const code = await newSponsor(20);
    const answers = await Promise.all(Array.from({ length: 6 }, () => enrol(code, people(4), 1)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 422]);
    expect(await budgetOf(code)).toMatchObject({ reserved: 20, left: 0 });
    const [{ months } = { months: 0 }] = await db.database.query<{ months: number }>(
      'select sum(months)::integer as months from reservation where code = $1',
      [code],
    );
    expect(months).toBe(20);
  });

  it('is for officers of where the people live, and for the sponsor itself', async () => {
    expect(findRoutesWithoutRule(test.app)).toEqual([]);
    const code = await newSponsor(100);
    const own = { roles: ['channel'], channel: code };
    const elsewhere = member(newNik(), '33.11.01.2001');
    expect((await enrol(code, people(1), 1, own)).status).toBe(200);
    expect((await enrol(code, [elsewhere], 1, own)).status).toBe(200);
    expect(await enrol(code, [member(newNik(), '33.11.01.2001')])).toMatchObject({
      status: 403,
      body: { reasons: ['outside-regions'] },
    });
    const other = { roles: ['channel'], channel: 'AGG-07' };
    expect((await enrol(code, people(1), 1, other)).status).toBe(404);
    expect((await test.ask(other, 'GET', `/v1/sponsors/${code}/budget`)).status).toBe(404);
    expect((await enrol(code, people(1), 1, { roles: ['analyst'] })).status).toBe(403);
    expect((await enrol(`NO-${code}`, people(1))).status).toBe(404);
    expect((await enrol(code, people(1), 0)).status).toBe(400);
    expect((await enrol(code, people(1), 25)).status).toBe(400);
  });
});

describe('a grant', () => {
  it('must be there before a list', async () => {
    const code = await newSponsor(null);
    expect(await enrol(code, people(1))).toMatchObject({ status: 422, body: { reasons: ['grant-missing'] } });
    expect(await budgetOf(code)).toEqual({ sponsor: code, granted: null, reserved: 0, left: 0 });
  });

  it('may grow, and shrink to what is reserved and no further', async () => {
    const code = await newSponsor(10);
    await enrol(code, people(2));
    expect(await grant(code, 3)).toMatchObject({ status: 422, body: { reasons: ['grant-below-reserved'] } });
    expect(await grant(code, null)).toMatchObject({ status: 422 });
    expect((await grant(code, 4)).status).toBe(200);
    expect(await budgetOf(code)).toMatchObject({ granted: 4, reserved: 4, left: 0 });
  });
});
