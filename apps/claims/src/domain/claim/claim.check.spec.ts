import { describe, expect, it } from '@jest/globals';
import type { Segment } from '#libs/kernel';
import { evolveCover, initialCover, type Contribution, type Cover, type CoverFact } from '../cover/cover.js';
import { checkClaim } from './claim.check.js';
import type { Claim, Submission } from './claim.js';
import { forbids } from './check.js';

const deathGrant: Submission = {
  claimId: 'claim-1',
  personId: 'person-1',
  membershipId: 'bpu-1',
  programme: 'JKM',
  benefit: 'death-grant',
  occurredOn: '2024-03-20',
  submittedAt: '2024-04-01T02:00:00.000Z',
  residence: '33.72.05.1011',
  description: null,
  contentHash: 'a',
};

const registered = (membershipId: string, segment: Segment): CoverFact => ({
  type: 'membership-registered',
  membershipId,
  registeredOn: '2024-01-01',
  terms: { segment, programmes: ['JKK', 'JKM'], basisRupiah: 1_200_000 },
  residence: null,
});

const paid = (
  membershipId: string,
  segment: Segment,
  from: string,
  through: string,
  paidOn = from,
): CoverFact => ({
  type: 'contribution-paid',
  membershipId,
  contribution: {
    contributionId: `${membershipId} ${from}`,
    segment,
    programmes: ['JKK', 'JKM', ...(segment === 'PU' ? (['JHT'] as const) : [])],
    from,
    through,
    eventCover: false,
    paidOn,
  } satisfies Contribution,
});

const bpu = registered('bpu-1', 'BPU');
const [january, february, march] = [
  paid('bpu-1', 'BPU', '2024-01-01', '2024-01-31'),
  paid('bpu-1', 'BPU', '2024-02-01', '2024-02-29'),
  paid('bpu-1', 'BPU', '2024-03-01', '2024-03-31'),
];

const given = (...facts: CoverFact[]) => {
  const cover: Cover = facts.reduce(evolveCover, initialCover);
  const when = (claimed: Partial<Submission> = {}, others: readonly Claim[] = []) =>
    checkClaim({ ...deathGrant, ...claimed }, { cover, others });
  return { when };
};

const granted = (submission: Partial<Submission>, decision: 'approved' | 'rejected' = 'approved'): Claim => {
  const check = given(bpu).when();
  const decided = {
    decision,
    reasons: [],
    amountRupiah: 1,
    calculation: [],
    decidedAt: '2024-04-02T00:00:00.000Z',
  };
  const base = {
    submission: { ...deathGrant, claimId: 'claim-2', ...submission },
    evidence: [],
    check,
    decision: decided,
  };
  return decision === 'approved'
    ? { ...base, status: 'approved', disbursements: [] }
    : { ...base, status: 'rejected' };
};

const noted = (paidOn: string) =>
  given(bpu, january, february, paid('bpu-1', 'BPU', '2024-03-01', '2024-03-31', paidOn))
    .when()
    .rules.filter(({ verdict }) => verdict !== 'holds');

describe('a death outside work of a self-employed member', () => {
  it('pays the whole grant after three months of contributions in a row', () => {
    const check = given(bpu, january, february, march).when();
    expect(forbids(check)).toBeNull();
    expect(check.amount).toMatchObject({ kind: 'computed', amountRupiah: 32_000_000 });
  });

  it('pays no grant after two', () => {
    const check = given(bpu, february, march).when();
    expect(forbids(check)).toBe('waiting-months-missing');
    expect(check.amount).toMatchObject({ kind: 'computed', amountRupiah: 0 });
  });

  it('pays no grant when the third month was paid ahead and has not come', () => {
    const ahead = paid('bpu-1', 'BPU', '2024-01-01', '2024-03-31');
    expect(forbids(given(bpu, ahead).when({ occurredOn: '2024-02-29' }))).toBe('waiting-months-missing');
    expect(forbids(given(bpu, ahead).when({ occurredOn: '2024-03-01' }))).toBeNull();
  });

  it('pays the funeral from the first covered day on', () => {
    const check = given(bpu, march).when({ benefit: 'funeral', occurredOn: '2024-03-01' });
    expect(forbids(check)).toBeNull();
    expect(check.amount).toMatchObject({ amountRupiah: 10_000_000 });
    expect(forbids(given(bpu, march).when({ benefit: 'funeral', occurredOn: '2024-02-29' }))).toBe(
      'not-covered',
    );
  });
});

describe('what needs no waiting', () => {
  it('is the death of a wage earner', () => {
    const pu = [registered('pu-1', 'PU'), paid('pu-1', 'PU', '2024-03-01', '2024-03-31')];
    const check = given(...pu).when({ membershipId: 'pu-1' });
    expect(forbids(check)).toBeNull();
    expect(check.amount).toMatchObject({ amountRupiah: 32_000_000 });
  });

  it('is a death at work', () => expect(forbids(given(bpu, march).when({ programme: 'JKK' }))).toBeNull());
});

describe('cover on the day of the event', () => {
  it('is that of the claimed membership, through its last day', () => {
    const months = given(bpu, january, february, march);
    expect(forbids(months.when({ occurredOn: '2024-03-31' }))).toBeNull();
    expect(forbids(months.when({ occurredOn: '2024-04-01' }))).toBe('not-covered');
  });

  it('is shown with the basis insured then', () =>
    expect(given(bpu, january, february, march).when()).toMatchObject({
      cover: { segment: 'BPU', from: '2024-03-01', through: '2024-03-31', paidOn: '2024-03-01' },
      basisRupiah: 1_200_000,
    }));

  it('cannot be judged before the membership is known', () =>
    expect(forbids(given(january, february, march).when())).toBe('membership-unknown'));

  it('is noted, not forbidden, when it was paid after the event', () => {
    expect(noted('2024-03-20')).toEqual([]);
    expect(noted('2024-03-21')).toEqual([
      { rule: 'paid-before-the-event', verdict: 'noted', reason: 'contribution-paid-after' },
    ]);
  });

  it('does not matter to savings: a contribution by the day does', () => {
    const pu = given(registered('pu-1', 'PU'), paid('pu-1', 'PU', '2024-03-01', '2024-03-31'));
    const oldAge = { membershipId: 'pu-1', programme: 'JHT', benefit: 'old-age' } as const;
    expect(forbids(pu.when({ ...oldAge, occurredOn: '2030-01-01' }))).toBeNull();
    expect(forbids(pu.when({ ...oldAge, occurredOn: '2024-03-01' }))).toBeNull();
    expect(forbids(pu.when({ ...oldAge, occurredOn: '2024-02-29' }))).toBe('never-contributed');
    expect(forbids(given(bpu, march).when({ programme: 'JHT', benefit: 'old-age' }))).toBe(
      'never-contributed',
    );
    expect(pu.when(oldAge).amount).toEqual({ kind: 'entered' });
  });
});

describe('someone insured in two segments', () => {
  const both = given(
    bpu,
    registered('pu-1', 'PU'),
    january,
    february,
    march,
    paid('pu-1', 'PU', '2024-03-01', '2024-03-31'),
  );

  it('has one funeral', () => {
    const funeral = { benefit: 'funeral' } as const;
    expect(forbids(both.when(funeral, [granted({ ...funeral, membershipId: 'pu-1' })]))).toBe(
      'benefit-already-granted',
    );
    expect(forbids(both.when(funeral, [granted({ ...funeral, programme: 'JKK' })]))).toBe(
      'benefit-already-granted',
    );
  });

  it('has a death grant in each segment, once', () => {
    expect(forbids(both.when({}, [granted({ membershipId: 'pu-1' })]))).toBeNull();
    expect(forbids(both.when({}, [granted({})]))).toBe('benefit-already-granted');
  });

  it('loses nothing by a claim that was rejected, is undecided, or was for another benefit', () => {
    const undecided: Claim = {
      submission: { ...deathGrant, claimId: 'claim-2' },
      evidence: [],
      status: 'submitted',
    };
    const rejected = granted({}, 'rejected');
    expect(forbids(both.when({}, [rejected, undecided, granted({ benefit: 'funeral' })]))).toBeNull();
  });

  it('may have other benefits again and again', () =>
    expect(
      forbids(
        both.when({ programme: 'JKK', benefit: 'accident-care' }, [granted({ benefit: 'accident-care' })]),
      ),
    ).toBeNull());
});
