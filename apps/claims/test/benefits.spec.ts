import { randomUUID } from 'node:crypto';
import { personErased } from '#libs/contracts';
import { batchOf } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeepCoverWhenContributionPaid } from '../src/use-cases/keep-cover-when-contribution-paid.js';
import { KeepCoverWhenMembershipChanged } from '../src/use-cases/keep-cover-when-membership-changed.js';
import { OverHttp } from './over-http.js';
import { newMember, paid, publishedOf, registered, type Member } from './support.js';

let service: OverHttp;
beforeAll(async () => {
  service = await OverHttp.open();
});
afterAll(() => service.close());

const documents = ['member-card', 'identity-card', 'chronology', 'receipts'];

/** A claim that came in, and the path to it. */
const claimed = async (of: Member, what: object): Promise<string> => {
  const claimId = randomUUID();
  const claim = { claimId, membershipId: of.membershipId, programme: 'JKK', documents, ...what };
  expect((await service.post('claims', claim, { at: '2024-11-25T09:00:00+07:00' })).status).toBe(201);
  return `claims/${claimId}`;
};
const find = (path: string, body: object) => service.ask(`${path}/findings`, { method: 'PUT', body });
const checkOf = async (path: string) => (await service.post(`${path}/check`)).body['check'];
const accident = { benefit: 'accident-care', occurredOn: '2024-11-15' };
const receipts = { care: { medical: 8_200_000, land: 6_000_000 } };

describe('a benefit whose papers were recorded', () => {
  it('is computed, shown in its steps, and granted at that amount', async () => {
    const path = await claimed(await service.covered(), accident);
    expect((await find(path, receipts)).status).toBe(200);
    expect(await checkOf(path)).toMatchObject({
      amount: {
        kind: 'computed',
        amountRupiah: 13_200_000,
        calculation: [{ amountRupiah: 8_200_000 }, { amountRupiah: 5_000_000 }],
      },
    });
    expect(await service.post(`${path}/decide`, { decision: 'approved', amountRupiah: 1 })).toMatchObject({
      status: 422,
      body: { reasons: ['amount-is-computed'] },
    });
    const approved = await service.post(`${path}/decide`, { decision: 'approved' });
    expect(approved).toMatchObject({ status: 200, body: { decision: { amountRupiah: 13_200_000 } } });
    expect(await service.ask(path)).toMatchObject({
      body: { findings: { kind: 'care', costsRupiah: receipts.care } },
    });
  });

  it('is computed from one kind of papers, which has to be that of the benefit', async () => {
    const path = await claimed(await service.covered(), accident);
    expect((await find(path, {})).status).toBe(400);
    expect((await find(path, { ...receipts, savings: { why: 'death' } })).status).toBe(400);
    expect((await find(path, { disability: { extent: 'part' } })).status).toBe(400);
    expect((await find(path, { care: { medical: -1 } })).status).toBe(400);
    expect((await find(path, { care: { medical: 0.5 } })).status).toBe(400);
    expect(await find(path, { savings: { why: 'death' } })).toMatchObject({
      status: 422,
      body: { reasons: ['findings-not-of-benefit'] },
    });
  });

  it.each([
    ['inability', { inabilityFrom: '2024-11-15', from: '2024-11-15', through: '2024-12-14' }, 1_000_000],
    ['disability', { extent: 'part', tableBasisPoints: 4_000, lossBasisPoints: 5_000 }, 16_000_000],
    ['disability', { extent: 'total' }, 68_000_000],
  ])('is known for %s %j', async (kind, found, amountRupiah) => {
    const path = await claimed(await service.covered(), { ...accident, benefit: 'accident-income' });
    expect((await find(path, { [kind]: found })).status).toBe(200);
    expect(await checkOf(path)).toMatchObject({ amount: { amountRupiah } });
  });

  it('is known for school years, which a death or total disability has to open', async () => {
    const papers = ['family-card', 'school-statement'];
    const what = { ...accident, benefit: 'scholarship', documents: papers };
    const path = await claimed(await service.covered(), what);
    const years = [{ child: 'A', birthDate: '2016-05-01', level: 'primary', year: 2024 }];
    expect((await find(path, { schoolYears: years })).status).toBe(200);
    expect(await checkOf(path)).toMatchObject({ amount: { amountRupiah: 1_500_000 } });
    expect(await service.post(`${path}/decide`, { decision: 'approved' })).toMatchObject({
      status: 422,
      body: { reasons: ['event-opens-no-scholarship'] },
    });
    const grantedElsewhere = 'total-disability';
    expect((await find(path, { ...receipts, grantedElsewhere })).status).toBe(400);
    const { body } = await find(path, { schoolYears: years, grantedElsewhere });
    expect(body).toMatchObject({ findings: { grantedElsewhere } });
    expect(await service.post(`${path}/check`)).toMatchObject({ status: 200 });
    const approved = await service.post(`${path}/decide`, { decision: 'approved' });
    expect(approved).toMatchObject({ status: 200, body: { decision: { reasons: ['granted-elsewhere'] } } });
  });

  it('is reckoned from the savings that were paid in', async () => {
    const jht = { programmes: ['JHT' as const], amounts: { JHT: 20_000 }, amount: 20_000 };
    const member = await service.covered({ ...jht, paidAt: '2024-09-02T09:00:00+07:00' });
    const what = { programme: 'JHT', benefit: 'old-age', occurredOn: '2024-11-20' };
    const path = await claimed(member, what);
    expect((await find(path, { savings: { why: 'death' } })).status).toBe(200);
    expect(await checkOf(path)).toMatchObject({
      amount: { amountRupiah: 20_083, calculation: [{ amountRupiah: 20_000 }, { amountRupiah: 83 }] },
    });
    await service.post(`${path}/decide`, { decision: 'approved' });
    const [, decided] = await publishedOf(service.opened.database, path.split('/')[1]!);
    expect(decided).toMatchObject({ data: { decision: 'approved', settles: 'whole' } });
  });

  it.each([
    ['JHT', 'old-age', 'savings'],
    ['JP', 'pension', 'pension'],
  ] as const)('is reckoned with what is brought forward: %s', async (programme, benefit, kind) => {
    const paidIn = { programmes: [programme], amounts: { [programme]: 20_000 }, amount: 20_000 };
    const member = await service.covered({ ...paidIn, paidAt: '2024-09-02T09:00:00+07:00' });
    const path = await claimed(member, { programme, benefit, occurredOn: '2024-11-20' });
    const broughtForward = { amountRupiah: 1_000_000, through: '2024-08' };
    const { body } = await find(path, { [kind]: { why: 'death', broughtForward } });
    expect(body).toMatchObject({ findings: { broughtForward } });
    const amounts = [1_000_000, 20_000, 8_417].map((amountRupiah) => ({ amountRupiah }));
    expect(await checkOf(path)).toMatchObject({ amount: { amountRupiah: 1_028_417, calculation: amounts } });
    const months = { [kind]: { why: 'death', broughtForward: { ...broughtForward, through: '2024-13' } } };
    expect((await find(path, months)).status).toBe(400);
  });

  it('is published with nothing of the papers, which go when the person is erased', async () => {
    const member = await service.covered();
    const path = await claimed(member, accident);
    await find(path, receipts);
    await service.post(`${path}/check`);
    await service.post(`${path}/decide`, { decision: 'approved' });
    const published = await publishedOf(service.opened.database, path.split('/')[1]!);
    expect(published).toHaveLength(2);
    expect(JSON.stringify(published)).not.toMatch(/medical|8200000|findings/);
    const erased = { ...registered(member), type: personErased.type, data: member, sequence: 1 };
    await service.app.get(KeepCoverWhenMembershipChanged).handle(batchOf(erased));
    expect((await service.ask(path)).body).toMatchObject({
      findings: null,
      decision: { amountRupiah: 13_200_000 },
    });
  });
});

describe('what is granted once', () => {
  const erase = (member: Member) => {
    const erased = { ...registered(member), type: personErased.type, data: member, sequence: 1 };
    return service.app.get(KeepCoverWhenMembershipChanged).handle(batchOf(erased));
  };
  const grant = async (member: Member, what: object, found: object) => {
    const path = await claimed(member, what);
    expect((await find(path, found)).status).toBe(200);
    expect((await service.post(`${path}/check`)).status).toBe(200);
    return { path, answer: await service.post(`${path}/decide`, { decision: 'approved' }) };
  };

  it('is granted once also when the person was erased in between, and nothing is shown of why', async () => {
    const member = await service.covered();
    const income = { ...accident, benefit: 'accident-income' };
    const { path, answer } = await grant(member, income, { disability: { extent: 'total' } });
    expect(answer).toMatchObject({ status: 200, body: { decision: { amountRupiah: 68_000_000 } } });
    await erase(member);
    expect(await service.ask(path)).toMatchObject({ body: { findings: null } });
    expect((await grant(member, income, { disability: { extent: 'total' } })).answer).toMatchObject({
      status: 422,
      body: { reasons: ['benefit-already-granted'] },
    });
  });

  it('is a school year of a child, whose birth date is kept nowhere', async () => {
    const member = await service.covered();
    const what = { ...accident, benefit: 'scholarship', documents: ['family-card', 'school-statement'] };
    const birthDate = '2016-05-01';
    const years = [{ child: 'A', birthDate, level: 'primary', year: 2024 }];
    const found = { schoolYears: years, grantedElsewhere: 'total-disability' };
    const { path, answer } = await grant(member, what, found);
    expect(answer).toMatchObject({ status: 200, body: { decision: { amountRupiah: 1_500_000 } } });
    await erase(member);
    const claimId = path.split('/')[1];
    const [row] = await service.opened.database.query<{ row: string }>(
      'select claim::text as row from claim where claim_id = $1',
      [claimId],
    );
    expect(row!.row).not.toContain(birthDate);
    expect((await grant(member, what, found)).answer).toMatchObject({
      status: 422,
      body: { reasons: ['nothing-due'] },
    });
  });
});

describe('an athlete who broke a leg', () => {
  const contest = { months: [], from: '2024-11-14', through: '2024-11-16' };
  const paidAt = (day: string) => ({ ...contest, paidAt: `${day}T09:00:00+07:00` });
  const brokenLeg = async (organiserPaidOn: string, occurredOn: string) => {
    const path = await claimed(await service.covered(paidAt(organiserPaidOn)), { ...accident, occurredOn });
    await find(path, receipts);
    return { path, check: await checkOf(path) };
  };

  it('on the second day of the contest is covered', async () => {
    const { path, check } = await brokenLeg('2024-11-10', '2024-11-15');
    expect(check).toMatchObject({
      cover: { from: contest.from, through: contest.through, eventCover: true },
    });
    const approved = await service.post(`${path}/decide`, { decision: 'approved' });
    expect(approved).toMatchObject({ status: 200, body: { decision: { reasons: [] } } });
  });

  it('on the day after it is not', async () => {
    const { path, check } = await brokenLeg('2024-11-10', '2024-11-17');
    expect(check).toMatchObject({ cover: null });
    expect(await service.post(`${path}/decide`, { decision: 'approved' })).toMatchObject({
      status: 422,
      body: { reasons: ['not-covered'] },
    });
  });

  it('before the organiser paid is flagged, also in what is published', async () => {
    const { path, check } = await brokenLeg('2024-11-16', '2024-11-15');
    expect(check).toMatchObject({ cover: { paidOn: '2024-11-16', knownOn: '2024-11-16' } });
    const approved = await service.post(`${path}/decide`, { decision: 'approved' });
    expect(approved).toMatchObject({ body: { decision: { reasons: ['contribution-paid-after'] } } });
    const [, decided] = await publishedOf(service.opened.database, path.split('/')[1]!);
    expect(decided!.data).toMatchObject({ decision: 'approved', reasons: ['contribution-paid-after'] });
  });
});

describe('a wage earner hurt in November, which the employer pays by 16 December', () => {
  const DUE_DATE_ENDS = '2024-12-16T23:59:59+07:00';
  const DAY_AFTER = '2024-12-17T00:00:00+07:00';
  const segment = 'PU';
  const november = { segment, through: '2024-11-30', paidAt: '2024-12-16T09:00:00+07:00' } as const;
  const october = { segment, through: '2024-10-31' } as const;
  const pay = (...contributions: ReturnType<typeof paid>[]) =>
    service.app.get(KeepCoverWhenContributionPaid).handle(batchOf(...contributions));
  const hurt = async () => {
    const member = newMember();
    await service.app.get(KeepCoverWhenMembershipChanged).handle(batchOf(registered(member, { segment })));
    await pay(paid(member, '2024-10', 1, october));
    const path = await claimed(member, accident);
    await find(path, receipts);
    return { member, path };
  };

  it('can be granted care through that day, with a note, and not on the day after', async () => {
    const { path } = await hurt();
    expect(await service.post(`${path}/check`, undefined, { at: DUE_DATE_ENDS })).toMatchObject({
      body: {
        check: {
          rules: expect.arrayContaining([expect.objectContaining({ reason: 'contribution-not-yet-due' })]),
        },
      },
    });
    expect(await service.post(`${path}/decide`, { decision: 'approved' }, { at: DAY_AFTER })).toMatchObject({
      status: 422,
      body: { reasons: ['not-covered'] },
    });
    const approved = await service.post(`${path}/decide`, { decision: 'approved' }, { at: DUE_DATE_ENDS });
    expect(approved).toMatchObject({ body: { decision: { reasons: ['contribution-not-yet-due'] } } });
  });

  it('is granted it with nothing to note once the month was paid in time', async () => {
    const { member, path } = await hurt();
    await pay(paid(member, '2024-11', 2, november));
    await service.post(`${path}/check`, undefined, { at: DAY_AFTER });
    const approved = await service.post(`${path}/decide`, { decision: 'approved' }, { at: DAY_AFTER });
    expect(approved).toMatchObject({ status: 200, body: { decision: { reasons: [] } } });
  });
});
