import { afterEach, describe, expect, it } from '@jest/globals';
import { claimsOf, type PlannedClaim } from '../../sample/cases/claims.js';
import { DOCUMENTS } from '../../sample/cases/documents.js';
import { Story } from '../../sample/story.js';
import { utcText } from '../../sample/instants.js';
import { Api } from '../api.js';
import { FakeApi, type Reply, type Seen } from '../testing/fake-api.js';
import { enterClaims } from './enter-claims.js';
import { enterEndings } from './enter-endings.js';

const story = new Story({ seed: 7, scale: 0.02 });
const claims = [...claimsOf(story)];
const care = claims.filter(({ benefit }) => benefit === 'accident-care');
/** Claims of which something is found out before they are checked. */
const found = claims.filter(({ findings }) => findings !== null);
const HOLDS = [
  { verdict: 'holds', reason: null },
  { verdict: 'noted', reason: 'contribution-paid-after' },
];
const BROKEN = [{ verdict: 'broken', reason: 'not-covered' }];

/** A check of the claim that the path names, with the amount that the story computes, or less than that. */
const checkedOn = (path: string, rules = HOLDS, lessRupiah = 0): Reply => {
  const { isEntered, amountRupiah } = claims.find(({ claimId }) => path.includes(claimId))!;
  const amount = { amountRupiah: isEntered ? null : amountRupiah - lessRupiah };
  return { status: 200, body: { status: 'checked', check: { rules, amount } } };
};

/** The membership of a sign-up bears its number. */
const results = { membershipOf: (ordinal: number) => `membership-${ordinal}` };

const usual = ({ path }: Seen): Reply => {
  if (path.endsWith('/check')) return checkedOn(path);
  if (path.endsWith('/disburse')) return { status: 201, body: { disbursementId: 'd-1' } };
  return { status: 201, body: { status: 'submitted' } };
};

let service: FakeApi | null = null;

const enter = async (reply: (seen: Seen, api: FakeApi) => Reply): Promise<readonly Seen[]> => {
  service = new FakeApi(reply);
  await enterClaims(story, new Api(await service.listen(), 't'), results, () => undefined);
  return service.seen;
};

const stepsOf = (seen: readonly Seen[], { claimId }: PlannedClaim) =>
  seen.filter(({ path, body }) => path.includes(claimId) || body['claimId'] === claimId);

afterEach(async () => {
  await service?.close();
  service = null;
});

describe('entering claims', () => {
  it('takes every claim from the claim to the money, each step at its instant', async () => {
    const seen = await enter(usual);
    expect(seen).toHaveLength(claims.length * 5 + found.length);
    const claim = claims.find(({ programme }) => programme === 'JHT')!;
    expect(stepsOf(seen, claim).map(({ path, at }) => [path.replace(claim.claimId, 'ID'), at])).toEqual([
      ['/v1/claims', utcText(claim.submittedAt)],
      ['/v1/claims/ID/findings', utcText(claim.checkedAt)],
      ['/v1/claims/ID/check', utcText(claim.checkedAt)],
      ['/v1/claims/ID/decide', utcText(claim.decidedAt)],
      ['/v1/claims/ID/disburse', utcText(claim.orderedAt)],
      ['/v1/disbursement-results', utcText(claim.paidAt + 60)],
    ]);
  });

  it('enters the amount where an adjuster has to, and leaves it to the service where that computes it', async () => {
    const seen = await enter(usual);
    for (const claim of claims) {
      const decision = stepsOf(seen, claim).find(({ path }) => path.endsWith('/decide'))!.body;
      expect(decision['amountRupiah']).toBe(claim.isEntered ? claim.amountRupiah : undefined);
    }
    expect(new Set(claims.map(({ isEntered }) => isEntered)).size).toBe(2);
  });

  it('hands in receipts of the amount where care is paid by them, and all papers with every claim', async () => {
    const seen = await enter(usual);
    const claim = care[0]!;
    const [submitted, receipts] = stepsOf(seen, claim);
    expect(submitted!.body['documents']).toEqual(DOCUMENTS['accident-care']);
    expect(receipts).toMatchObject({
      path: `/v1/claims/${claim.claimId}/findings`,
      body: { care: { medical: claim.amountRupiah } },
      at: utcText(claim.checkedAt),
    });
  });

  it('waits until claims knows the membership and its cover', async () => {
    const asked = new Map<string, number>();
    const seen = await enter((request) => {
      const { path, body } = request;
      const what = `${path} ${String(body['claimId'])}`;
      asked.set(what, (asked.get(what) ?? 0) + 1);
      if (path === '/v1/claims' && asked.get(what) === 1)
        return { status: 422, body: { reasons: ['membership-unknown'] } };
      if (path.endsWith('/check') && asked.get(what) === 1) return checkedOn(path, BROKEN);
      return usual(request);
    });
    expect(seen).toHaveLength(claims.length * 7 + found.length);
  });

  it('waits until claims knows every contribution, by what the claim comes to', async () => {
    const checked = new Set<string>();
    const seen = await enter((request) => {
      const { path } = request;
      const isFirst = path.endsWith('/check') && !checked.has(path);
      checked.add(path);
      return isFirst ? checkedOn(path, HOLDS, 1) : usual(request);
    });
    const computed = claims.filter(({ isEntered }) => !isEntered);
    expect(seen).toHaveLength(claims.length * 5 + found.length + computed.length);
  });

  it('goes on from where a claim stands', async () => {
    const paid = await enter(() => ({ status: 200, body: { status: 'paid' } }));
    expect(paid).toHaveLength(claims.length);
    await service!.close();
    const approved = await enter((request) =>
      request.path === '/v1/claims' ? { status: 200, body: { status: 'approved' } } : usual(request),
    );
    expect(approved).toHaveLength(claims.length * 3);
  });

  it('ends with any other refusal', () =>
    expect(enter(() => ({ status: 422, body: { reasons: ['benefit-not-of-programme'] } }))).rejects.toThrow(
      'benefit-not-of-programme',
    ));
});

describe('ending memberships', () => {
  it('tells each end at its instant', async () => {
    service = new FakeApi(() => ({ status: 200 }));
    let ended = 0;
    await enterEndings(story, new Api(await service.listen(), 't'), results, () => (ended += 1));
    const claimants = claims.filter(({ programme, benefit }) => programme !== 'JKK' && benefit !== 'funeral');
    expect(ended).toBe(claimants.length);
    const death = claims.find(({ programme }) => programme === 'JKM')!;
    expect(
      service.seen.find(({ path }) => path === `/v1/memberships/membership-${death.person * 2}/end`),
    ).toMatchObject({
      body: { endedOn: death.occurredOn, reason: 'died' },
      at: utcText(death.submittedAt),
    });
  });
});
