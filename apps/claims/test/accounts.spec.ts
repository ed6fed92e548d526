import { randomUUID } from 'node:crypto';
import { personErased } from '#libs/contracts';
import { batchOf, messageOf } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeepCoverWhenMembershipChanged } from '../src/use-cases/keep-cover-when-membership-changed.js';
import { OverHttp } from './over-http.js';
import { publishedOf, type Member } from './support.js';

let service: OverHttp;
beforeAll(async () => {
  service = await OverHttp.open();
});
afterAll(() => service.close());

const BANK = '008';
let numbers = 10_000_000;
const newNumber = () => String((numbers += 1));

const claimed = async (of?: Member, benefit = 'funeral'): Promise<string> => {
  const { membershipId } = of ?? (await service.covered());
  const claim = { claimId: randomUUID(), membershipId, programme: 'JKM', benefit, occurredOn: '2024-11-20' };
  expect((await service.post('claims', claim, { at: '2024-11-21T09:00:00+07:00' })).status).toBe(201);
  return `claims/${claim.claimId}`;
};
const pay = (path: string, number: string, bank = BANK) =>
  service.ask(`${path}/account`, { method: 'PUT', body: { bank, number } });
const isNoted = async (path: string): Promise<boolean> => {
  const { body } = await service.post(`${path}/check`);
  const { rules }: { rules: { reason: string | null; explanation: string | null }[] } = body['check']!;
  return rules.some(({ reason, explanation }) => reason === 'account-shared' && explanation !== null);
};

describe('claims that go to one bank account', () => {
  it('of several persons are noted, and the note goes with the approval', async () => {
    const [one, other, number] = [await claimed(), await claimed(), newNumber()];
    expect(await pay(one, number)).toMatchObject({ status: 200, body: { isAccountKnown: true } });
    expect(await isNoted(one)).toBe(false);
    await pay(other, number);
    expect([await isNoted(one), await isNoted(other)]).toEqual([true, true]);
    const approved = await service.post(`${one}/decide`, { decision: 'approved' });
    expect(approved.body).toMatchObject({
      decision: { reasons: expect.arrayContaining(['account-shared']) },
    });
  });

  it('of one person are nothing unusual, nor is the same number at another bank', async () => {
    const [member, number] = [await service.covered(), newNumber()];
    const [funeral, grant] = [await claimed(member), await claimed(member, 'death-grant')];
    await pay(funeral, number);
    await pay(grant, number);
    await pay(await claimed(), number, '014');
    expect([await isNoted(funeral), await isNoted(grant)]).toEqual([false, false]);
  });

  it('are not told by one that was rejected, or that goes elsewhere by now', async () => {
    const [one, rejected, moved, number] = [await claimed(), await claimed(), await claimed(), newNumber()];
    for (const path of [one, rejected, moved]) await pay(path, number);
    expect(await isNoted(one)).toBe(true);
    await pay(moved, newNumber());
    await service.post(`${rejected}/check`);
    await service.post(`${rejected}/decide`, { decision: 'rejected', reasons: ['event-not-insured'] });
    await service.post(`${rejected}/close`);
    expect(await isNoted(one)).toBe(false);
  });
});

describe('a bank account', () => {
  it('is kept nowhere and published nowhere, and what stands for it goes when the person is erased', async () => {
    const [member, number] = [await service.covered(), newNumber()];
    const path = await claimed(member);
    await pay(path, number);
    const row = async () => {
      const found = await service.opened.database.query<{ row: string; account_token: string | null }>(
        'select claim::text as row, account_token from claim where claim_id = $1',
        [path.split('/')[1]],
      );
      return found[0]!;
    };
    expect((await row()).account_token).toMatch(/^[\w-]{43}$/);
    expect((await row()).row).not.toContain(number);
    expect(JSON.stringify((await service.ask(`${path}/steps`)).body)).not.toContain(number);
    expect(JSON.stringify(await publishedOf(service.opened.database, path.split('/')[1]!))).not.toMatch(
      /account/i,
    );
    const erased = messageOf(personErased, { personId: member.personId });
    await service.app.get(KeepCoverWhenMembershipChanged).handle(batchOf(erased));
    expect((await row()).account_token).toBeNull();
    expect((await service.ask(path)).body).toMatchObject({ isAccountKnown: false });
  });

  it('is of an open claim that the adjuster may see', async () => {
    const path = await claimed();
    const stranger = await service.tokens.of(['adjuster'], ['33.12']);
    const body = { bank: BANK, number: newNumber() };
    expect((await service.ask(`${path}/account`, { method: 'PUT', body, token: stranger })).status).toBe(404);
    for (const wrong of [
      { bank: 'BCA', number: body.number },
      { bank: BANK, number: '12 34' },
      { bank: BANK },
    ])
      expect((await service.ask(`${path}/account`, { method: 'PUT', body: wrong })).status).toBe(400);
    await service.post(`${path}/check`);
    await service.post(`${path}/decide`, { decision: 'rejected', reasons: ['event-not-insured'] });
    expect(await service.ask(`${path}/account`, { method: 'PUT', body })).toMatchObject({
      status: 422,
      body: { reasons: ['claim-not-open'] },
    });
  });
});
