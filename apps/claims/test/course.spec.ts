import { randomUUID } from 'node:crypto';
import { personErased } from '#libs/contracts';
import { batchOf } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { USUAL_POLICY } from '../src/domain/programmes/policy.js';
import { KeepCoverWhenMembershipChanged } from '../src/use-cases/keep-cover-when-membership-changed.js';
import { OverHttp } from './over-http.js';
import { publishedOf, registered, type Member } from './support.js';

const LIMIT_RUPIAH = 10_000_000;
let service: OverHttp;
let other: string;
beforeAll(async () => {
  service = await OverHttp.open({ ...USUAL_POLICY, secondPersonFromRupiah: LIMIT_RUPIAH });
  other = await service.tokens.of(['adjuster'], ['33.72'], 'another adjuster');
});
afterAll(() => service.close());

const claimed = async (of: Member, more: object = {}): Promise<string> => {
  const claimId = randomUUID();
  const what = { programme: 'JKM', benefit: 'funeral', occurredOn: '2024-11-20' };
  const claim = { claimId, membershipId: of.membershipId, ...what, ...more };
  expect((await service.post('claims', claim, { at: '2024-11-21T09:00:00+07:00' })).status).toBe(201);
  return `claims/${claimId}`;
};
const approval = { decision: 'approved' };
const rejection = { decision: 'rejected', reasons: ['event-not-insured'] };
const stepsOf = async (path: string) =>
  (await service.ask(`${path}/steps`)).body['items'] as unknown as {
    what: string;
    by: string;
    why: string;
  }[];

describe('a claim of the limit', () => {
  it('is approved by two persons, and its steps say by whom', async () => {
    const path = await claimed(await service.covered());
    await service.post(`${path}/check`);
    expect(await service.post(`${path}/decide`, approval)).toMatchObject({
      status: 200,
      body: { status: 'proposed', decision: null, proposal: { amountRupiah: LIMIT_RUPIAH, by: 'tester' } },
    });
    expect(await service.post(`${path}/decide`, approval)).toMatchObject({
      status: 422,
      body: { reasons: ['second-person-needed'] },
    });
    expect(await service.post(`${path}/disburse`)).toMatchObject({ status: 422 });
    expect(await service.ask(path)).toMatchObject({ body: { status: 'proposed' } });
    expect(await service.post(`${path}/decide`, approval, { token: other })).toMatchObject({
      status: 200,
      body: { status: 'approved', decision: { by: 'another adjuster', proposedBy: 'tester' } },
    });
    expect(await stepsOf(path)).toMatchObject([
      { what: 'claim-submitted', by: 'tester', why: null },
      { what: 'claim-checked', by: 'tester' },
      { what: 'approval-proposed', by: 'tester', why: 'documents-missing' },
      { what: 'claim-decided', by: 'another adjuster', why: 'documents-missing' },
    ]);
    const published = await publishedOf(service.opened.database, path.split('/')[1]!);
    expect(published.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });
});

describe('the account of a claim of the limit', () => {
  const account = { bank: '014', number: '9876543210', why: 'the old account is closed' };

  it('is another one once two persons have stated it, and their words go when the person is erased', async () => {
    const member = await service.covered();
    const path = await claimed(member);
    const correct = (token?: string) =>
      service.post(`${path}/account/correction`, account, token === undefined ? {} : { token });
    expect(await correct()).toMatchObject({ status: 422, body: { reasons: ['claim-not-approved'] } });
    await service.post(`${path}/check`);
    await service.post(`${path}/decide`, approval);
    await service.post(`${path}/decide`, approval, { token: other });
    expect(await correct()).toMatchObject({
      status: 200,
      body: { isAccountKnown: false, accountCorrection: { by: 'tester', why: account.why } },
    });
    expect(await service.post(`${path}/disburse`)).toMatchObject({
      status: 422,
      body: { reasons: ['account-correction-open'] },
    });
    expect(await correct()).toMatchObject({ status: 422, body: { reasons: ['second-person-needed'] } });
    expect(await correct(other)).toMatchObject({
      status: 200,
      body: { isAccountKnown: true, accountCorrection: null },
    });
    expect((await service.post(`${path}/disburse`)).status).toBe(201);
    expect(await correct()).toMatchObject({ status: 422, body: { reasons: ['account-in-use'] } });
    const corrections = (await stepsOf(path)).filter(({ what }) => what.startsWith('account-correct'));
    expect(corrections).toMatchObject([
      { what: 'account-correction-proposed', by: 'tester', why: account.why },
      { what: 'account-corrected', by: 'another adjuster', why: account.why },
    ]);
    const erased = { ...registered(member), type: personErased.type, data: member, sequence: 1 };
    await service.app.get(KeepCoverWhenMembershipChanged).handle(batchOf(erased));
    expect(JSON.stringify(await stepsOf(path))).not.toContain(account.why);
  });

  it('that waits for a second person is forgotten with the person', async () => {
    const member = await service.covered();
    const path = await claimed(member);
    await service.post(`${path}/check`);
    await service.post(`${path}/decide`, approval);
    await service.post(`${path}/decide`, approval, { token: other });
    await service.post(`${path}/account/correction`, account);
    const erased = { ...registered(member), type: personErased.type, data: member, sequence: 1 };
    await service.app.get(KeepCoverWhenMembershipChanged).handle(batchOf(erased));
    expect(await service.ask(path)).toMatchObject({
      body: { status: 'approved', isAccountKnown: false, accountCorrection: null },
    });
  });
});

describe('the papers', () => {
  it('are handed in with the claim or later, and the view says what is missing', async () => {
    const documents = ['member-card', 'identity-card', 'heir-identity-card', 'heir-statement', 'family-card'];
    const path = await claimed(await service.covered(), { documents });
    expect(await service.ask(path)).toMatchObject({
      body: { status: 'incomplete', missing: ['death-certificate', 'bank-book'], service: null },
    });
    for (const kind of ['death-certificate', 'bank-book'])
      await service.ask(`${path}/evidence/${kind}`, { method: 'PUT', body: { receivedOn: '2024-11-22' } });
    expect(await service.ask(path)).toMatchObject({
      body: {
        status: 'complete',
        missing: [],
        service: { countsFrom: '2024-11-22', dueOn: '2024-11-28', settledOn: null },
      },
    });
    expect((await service.ask('claims?status=complete&limit=1')).body['items']).toHaveLength(1);
  });

  it('that are complete for longer than was promised make the claim overdue, until it is settled', async () => {
    const member = await service.covered();
    const documents = ['member-card', 'identity-card', 'heir-identity-card', 'heir-statement'];
    const rest = ['family-card', 'death-certificate', 'bank-book'];
    const all = { documents: [...documents, ...rest] };
    const [late, later] = [await claimed(member, all), await claimed(member, all)];
    await claimed(member, { documents });
    const idsOf = async (query: string) => {
      const { body } = await service.ask(`claims?personId=${member.personId}&${query}`);
      const { items, next } = body as unknown as { items: { claimId: string }[]; next: string | null };
      return { ids: items.map(({ claimId }) => `claims/${claimId}`), next };
    };
    expect((await idsOf('overdue=true')).ids).toEqual([later, late]);
    const first = await idsOf('overdue=true&limit=1');
    expect(first.ids).toEqual([later]);
    expect((await idsOf(`overdue=true&limit=1&after=${first.next}`)).ids).toEqual([late]);
    expect((await idsOf('overdue=false')).ids).toHaveLength(3);
    await service.post(`${late}/check`);
    await service.post(`${late}/decide`, rejection);
    expect((await idsOf('overdue=true')).ids).toEqual([later]);
    expect((await service.ask('claims?overdue=maybe')).status).toBe(400);
  });

  it('of a road accident have a report of the police, and of lost income letters of rest', async () => {
    const documents = ['member-card', 'identity-card', 'chronology', 'medical-report'];
    const income = { programme: 'JKK', benefit: 'accident-income', documents, accident: 'road' };
    const path = await claimed(await service.covered(), income);
    expect(await service.ask(path)).toMatchObject({
      body: { status: 'incomplete', isRoadAccident: true, missing: ['police-report'] },
    });
    const inability = { inabilityFrom: '2024-11-20', from: '2024-11-20', through: '2024-12-01' };
    await service.ask(`${path}/findings`, { method: 'PUT', body: { inability } });
    expect(await service.ask(path)).toMatchObject({
      body: { status: 'incomplete', missing: ['police-report', 'rest-letter'] },
    });
    for (const kind of ['police-report', 'rest-letter'])
      await service.ask(`${path}/evidence/${kind}`, { method: 'PUT', body: { receivedOn: '2024-11-22' } });
    expect(await service.ask(path)).toMatchObject({ body: { status: 'complete', missing: [] } });
    const published = JSON.stringify(await publishedOf(service.opened.database, path.split('/')[1]!));
    expect(published).not.toMatch(/road/i);
    const { membershipId } = await service.covered();
    const funeral = { programme: 'JKM', benefit: 'funeral', occurredOn: '2024-11-20' };
    expect(await service.post('claims', { membershipId, ...funeral, accident: 'road' })).toMatchObject({
      status: 422,
      body: { reasons: ['cause-not-of-programme'] },
    });
  });

  it('belong to what was sent: the same claim again changes nothing, with other papers it is another', async () => {
    const { membershipId } = await service.covered();
    const claimId = randomUUID();
    const what = { programme: 'JKM', benefit: 'funeral', occurredOn: '2024-11-20' };
    const claim = { claimId, membershipId, ...what, documents: ['member-card', 'identity-card'] };
    expect((await service.post('claims', claim)).status).toBe(201);
    const turned = { ...claim, documents: ['identity-card', 'member-card'] };
    expect((await service.post('claims', turned)).status).toBe(200);
    expect((await service.post('claims', { ...claim, documents: ['member-card'] })).status).toBe(409);
    expect((await service.post('claims', { ...claim, documents: ['a rumour'] })).status).toBe(400);
  });
});

describe('an occupational disease', () => {
  const disease = {
    programme: 'JKK',
    benefit: 'accident-care',
    occupationalDisease: { diagnosedOn: '2024-11-21' },
  };

  it('is shown to the adjuster, told to nobody else, and forgotten with the person', async () => {
    const member = await service.covered();
    const path = await claimed(member, disease);
    expect(await service.ask(path)).toMatchObject({
      body: { occupationalDisease: disease.occupationalDisease },
    });
    const { body } = await service.post(`${path}/check`);
    const { rules }: { rules: { rule: string; verdict: string }[] } = body['check']!;
    expect(rules).toContainEqual(expect.objectContaining({ rule: 'diagnosed-in-time', verdict: 'holds' }));
    const published = JSON.stringify(await publishedOf(service.opened.database, path.split('/')[1]!));
    expect(published).not.toMatch(/diagnos|disease/);
    const erased = { ...registered(member), type: personErased.type, data: member, sequence: 1 };
    await service.app.get(KeepCoverWhenMembershipChanged).handle(batchOf(erased));
    const forgotten = await service.ask(path);
    expect(forgotten).toMatchObject({ body: { occupationalDisease: null } });
    expect(JSON.stringify(forgotten.body)).not.toMatch(/diagnosed/);
  });

  it('that was diagnosed too late is rejected, and no topic and nobody after an erasure learns that it was one', async () => {
    const member = await service.covered();
    const path = await claimed(member, {
      ...disease,
      occurredOn: '2021-11-19',
      occupationalDisease: { diagnosedOn: '2024-11-20' },
    });
    await service.post(`${path}/check`);
    const rejected = { decision: 'rejected', reasons: ['diagnosed-late'] };
    expect((await service.post(`${path}/decide`, rejected)).status).toBe(200);
    expect(JSON.stringify((await service.ask(path)).body)).toMatch(/diagnosed-late/);
    const published = JSON.stringify(await publishedOf(service.opened.database, path.split('/')[1]!));
    expect(published).toMatch(/claim-lapsed/);
    expect(published).not.toMatch(/diagnos|disease/);
    const erased = { ...registered(member), type: personErased.type, data: member, sequence: 1 };
    await service.app.get(KeepCoverWhenMembershipChanged).handle(batchOf(erased));
    expect(JSON.stringify((await service.ask(path)).body)).not.toMatch(/diagnosed/);
    expect(JSON.stringify((await service.ask(`${path}/steps`)).body)).not.toMatch(/diagnosed/);
  });

  it('makes another claim of it: the same id without it is refused', async () => {
    const { membershipId } = await service.covered();
    const claim = { claimId: randomUUID(), membershipId, occurredOn: '2024-11-20', ...disease };
    expect((await service.post('claims', claim)).status).toBe(201);
    expect((await service.post('claims', claim)).status).toBe(200);
    expect((await service.post('claims', { ...claim, occupationalDisease: null })).status).toBe(409);
  });
});

describe('a rejected claim', () => {
  it('is appealed against, decided again, paid for and put away', async () => {
    const member = await service.covered();
    const path = await claimed(member, { programme: 'JKK', benefit: 'accident-care' });
    await service.post(`${path}/check`);
    await service.post(`${path}/decide`, rejection);
    const why = 'the witness was not heard';
    expect(await service.post(`${path}/appeal`, { why })).toMatchObject({
      status: 200,
      body: { status: 'submitted', decision: null },
    });
    expect(await service.post(`${path}/appeal`, { why })).toMatchObject({
      status: 422,
      body: { reasons: ['claim-not-rejected'] },
    });
    await service.post(`${path}/check`);
    await service.post(`${path}/decide`, { ...approval, amountRupiah: 5 });
    expect(await service.post(`${path}/close`)).toMatchObject({ body: { reasons: ['claim-not-settled'] } });
    const claimId = path.split('/')[1]!;
    const { disbursementId } = (await service.post(`${path}/disburse`)).body;
    const paidAt = '2024-12-01T09:00:00+07:00';
    await service.post('disbursement-results', {
      disbursementId,
      claimId,
      status: 'paid',
      amount: 5,
      paidAt,
    });
    expect(await service.post(`${path}/close`)).toMatchObject({ status: 200, body: { status: 'closed' } });
    expect(await service.ask(path)).toMatchObject({
      body: { status: 'closed', decision: { amountRupiah: 5 }, disbursements: [{ status: 'paid' }] },
    });
    const published = await publishedOf(service.opened.database, claimId);
    expect(published.map(({ type }) => type.split('.').at(-2))).toEqual([
      'claim-submitted',
      'claim-decided',
      'claim-decided',
      'benefit-paid',
    ]);
    expect(JSON.stringify(published)).not.toContain(why);
    expect((await stepsOf(path)).find(({ what }) => what === 'claim-reopened')).toMatchObject({ why });
    const erased = { ...registered(member), type: personErased.type, data: member, sequence: 1 };
    await service.app.get(KeepCoverWhenMembershipChanged).handle(batchOf(erased));
    expect((await stepsOf(path)).find(({ what }) => what === 'claim-reopened')).toMatchObject({ why: null });
  });

  it('shows its steps within the regions of the token', async () => {
    const path = await claimed(await service.covered());
    const elsewhere = await service.tokens.of(['adjuster'], ['33.14']);
    expect((await service.ask(`${path}/steps`, { token: elsewhere })).status).toBe(404);
    expect((await service.post(`${path}/appeal`, { why: 'no' }, { token: elsewhere })).status).toBe(404);
  });
});
