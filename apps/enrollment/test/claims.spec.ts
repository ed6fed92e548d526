import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefitPaid, benefitReturned, claimDecided, claimSubmitted } from '#libs/contracts';
import { batchOf, messageOf, type TestDatabase } from '#libs/testing';
import type { ClaimMessage } from '../src/use-cases/claims.js';
import { eventsOf, newNik, openEnrollmentDatabase, sent, signUp, storesOn } from './support.js';

let db: TestDatabase;
let stores: ReturnType<typeof storesOn>;
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  stores = storesOn(db.database);
});
afterAll(() => db.drop());

const register = async (changed: Parameters<typeof signUp>[0] = {}) => {
  const form = signUp({ submittedAt: '2024-03-10T09:00:00+07:00', ...changed });
  const [outcome] = await stores.registerMember.handle(batchOf(sent(form)));
  if (outcome!.result.status !== 'accepted') throw new Error(outcome!.result.reasons.join(', '));
  const { membershipId } = outcome!.result;
  const { personId } = (await stores.lookUpMembership.find(membershipId))!;
  return { membershipId, personId };
};

type Claimed = Parameters<typeof messageOf<string, (typeof claimSubmitted)['example']>>[1];

/** The messages of a claim, from its submission to the money that comes back. */
const claimOf = (member: { membershipId: string; personId: string }, changed: Claimed = {}) => {
  const claimId = randomUUID();
  const whose = { claimId, personId: member.personId };
  const recordedAt = '2024-12-01T02:00:00.000Z';
  return {
    submitted: messageOf(
      claimSubmitted,
      { ...whose, ...member, benefit: 'funeral', programme: 'JKM', occurredOn: '2024-11-20', ...changed },
      { recordedAt },
    ),
    decided: (decision: 'approved' | 'rejected', settles?: 'whole' | 'part') =>
      messageOf(claimDecided, { ...whose, decision, settles }, { sequence: 2, recordedAt }),
    paid: messageOf(benefitPaid, whose, { sequence: 3, recordedAt }),
    returned: messageOf(benefitReturned, whose, { sequence: 4, recordedAt }),
  };
};

const follow = (...messages: ClaimMessage[]) => stores.endMembership.handle(batchOf(...messages));
const endOf = async (membershipId: string) => {
  const found = await stores.lookUpMembership.find(membershipId);
  return [found?.endedOn, found?.endReason];
};
const endsOf = async (membershipId: string) =>
  (await eventsOf(db.database, `membership/${membershipId}`)).filter(
    ({ type }) => type === 'membership-ended.v1',
  );

describe('a death that claims has granted for', () => {
  it('ends all memberships of the person, once, and says so', async () => {
    const nik = newNik();
    const bpu = await register({ person: { nik } });
    const pu = await register({
      person: { nik },
      segment: 'PU',
      employer: { code: 'NPP-1', name: 'Satu' },
      programmes: ['JKK', 'JKM', 'JHT'],
      payer: { kind: 'employer', code: 'NPP-1' },
    });
    expect(pu.personId).toBe(bpu.personId);
    const { submitted, decided, paid, returned } = claimOf(bpu);
    await follow(submitted);
    expect(await endOf(bpu.membershipId)).toEqual([null, null]);
    await follow(decided('approved'), paid, returned);
    expect(await endOf(bpu.membershipId)).toEqual(['2024-11-20', 'died']);
    expect(await endOf(pu.membershipId)).toEqual(['2024-11-20', 'died']);
    const ends = [...(await endsOf(bpu.membershipId)), ...(await endsOf(pu.membershipId))];
    expect(ends.map(({ key, sequence, recorded_at }) => [key, sequence, recorded_at.toISOString()])).toEqual([
      [bpu.personId, 2, '2024-12-01T02:00:00.000Z'],
      [bpu.personId, 2, '2024-12-01T02:00:00.000Z'],
    ]);
    const again = await follow(submitted, decided('approved'), paid, returned);
    expect(again.map((one) => one.kind === 'ignored' && one.reason)).toEqual(Array(4).fill('redelivery'));
    const grant = claimOf(bpu, { benefit: 'death-grant' });
    await follow(grant.submitted, grant.decided('approved'));
    expect(await endsOf(bpu.membershipId)).toHaveLength(1);
  });

  it('waits until it is granted, and takes facts of two claims in one batch apart', async () => {
    const [one, other] = [await register(), await register()];
    const [rejected, approved] = [claimOf(one), claimOf(other)];
    await follow(
      rejected.submitted,
      approved.submitted,
      rejected.decided('rejected'),
      approved.decided('approved'),
    );
    expect(await endOf(one.membershipId)).toEqual([null, null]);
    expect(await endOf(other.membershipId)).toEqual(['2024-11-20', 'died']);
  });

  it('parks what skips a fact of its claim', async () => {
    const { decided } = claimOf(await register());
    expect(await follow(decided('approved'))).toEqual([{ kind: 'refused', reason: 'sequence-gap' }]);
  });

  it('is taken in also where nobody here knows the person', async () => {
    const stranger = { membershipId: randomUUID(), personId: randomUUID() };
    const { submitted, decided } = claimOf(stranger);
    expect((await follow(submitted, decided('approved'))).map(({ kind }) => kind)).toEqual([
      'happened',
      'happened',
    ]);
  });
});

describe('savings that were paid out', () => {
  it('end the membership when nothing is left, on the day after the last day of work', async () => {
    const [whole, part] = [await register(), await register()];
    const all = claimOf(whole, { benefit: 'old-age', programme: 'JHT' });
    const some = claimOf(part, { benefit: 'old-age', programme: 'JHT' });
    await follow(all.submitted, all.decided('approved', 'whole'), all.paid);
    await follow(some.submitted, some.decided('approved', 'part'), some.paid);
    expect(await endOf(whole.membershipId)).toEqual(['2024-11-21', 'benefit-claimed']);
    expect(await endOf(part.membershipId)).toEqual([null, null]);
  });
});
