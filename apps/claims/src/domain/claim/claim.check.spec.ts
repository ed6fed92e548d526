import { describe, expect, it } from '@jest/globals';
import { addMonths, lastDayOf, type Day, type Segment } from '#libs/kernel';
import { USUAL_POLICY, type Policy } from '../programmes/policy.js';
import { evolveCover, initialCover, type Contribution, type Cover, type CoverFact } from '../cover/cover.js';
import { checkClaim } from './claim.check.js';
import type { Claim, Submission } from './claim.js';
import { forbids, notes } from './check.js';
import { EVIDENCE_KINDS } from './evidence.js';

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
    recordedOn: null,
    saved: null,
  } satisfies Contribution,
});

const bpu = registered('bpu-1', 'BPU');
const [january, february, march] = [
  paid('bpu-1', 'BPU', '2024-01-01', '2024-01-31'),
  paid('bpu-1', 'BPU', '2024-02-01', '2024-02-29'),
  paid('bpu-1', 'BPU', '2024-03-01', '2024-03-31'),
];

const evidence = EVIDENCE_KINDS.map((kind) => ({ kind, receivedOn: '2024-03-21', note: null }));
const undecided = (submission: Submission): Claim => ({
  submission,
  evidence,
  findings: null,
  accountToken: null,
  status: 'submitted',
});

const given = (...facts: CoverFact[]) => {
  const cover: Cover = facts.reduce(evolveCover, initialCover);
  const when = (
    claimed: Partial<Submission> = {},
    others: readonly Claim[] = [],
    policy: Policy = USUAL_POLICY,
    checkedOn: Day = '2024-06-01',
  ) =>
    checkClaim(
      undecided({ ...deathGrant, ...claimed }),
      { cover, others, accountSharedWith: 0, checkedOn },
      policy,
    );
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
    by: 'adjuster-1',
    proposedBy: null,
  };
  const base = {
    submission: { ...deathGrant, claimId: 'claim-2', ...submission },
    evidence: [],
    findings: null,
    accountToken: null,
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

describe('savings of which no contribution is known', () => {
  const broughtForward = { amountRupiah: 1_000_000, through: '2024-02' };
  const oldAge = { ...deathGrant, programme: 'JHT', benefit: 'old-age', membershipId: 'pu-1' } as const;
  const claimed = (broughtTo: object, ...facts: CoverFact[]) => {
    const findings = { kind: 'savings', why: 'death', birthDate: null, ...broughtTo } as const;
    const cover = [registered('pu-1', 'PU'), ...facts].reduce(evolveCover, initialCover);
    const evidenced = { cover, others: [], accountSharedWith: 0, checkedOn: '2024-06-01' };
    return checkClaim({ ...undecided(oldAge), findings }, evidenced, USUAL_POLICY);
  };

  it('are paid by the statement, which is noted', () => {
    const check = claimed({ broughtForward });
    expect(forbids(check)).toBeNull();
    expect(notes(check)).toEqual(['savings-by-statement-alone']);
    expect(check.amount).toMatchObject({ kind: 'computed', amountRupiah: 1_000_000 });
  });

  it('are not paid without one', () => expect(forbids(claimed({}))).toBe('never-contributed'));

  it('have nothing to be weighed once a contribution is known', () => {
    const known = paid('pu-1', 'PU', '2024-03-01', '2024-03-31');
    expect(notes(claimed({ broughtForward }, known))).toEqual([]);
  });
});

describe('a wage earner hurt in a month that the employer has not paid', () => {
  const march = paid('pu-1', 'PU', '2024-03-01', '2024-03-31', '2024-04-12');
  const april = (paidOn: string, recordedOn: string | null = null): CoverFact => {
    const fact = paid('pu-1', 'PU', '2024-04-01', '2024-04-30', paidOn);
    if (fact.type !== 'contribution-paid') return fact;
    return { ...fact, contribution: { ...fact.contribution, recordedOn } };
  };
  const hurt = { membershipId: 'pu-1', programme: 'JKK', occurredOn: '2024-04-20' } as const;
  const checkedOn = (today: string, graceMonths: number, ...facts: CoverFact[]) =>
    given(registered('pu-1', 'PU'), march, ...facts).when(hurt, [], { ...USUAL_POLICY, graceMonths }, today);

  it('is covered through the due date, which is noted', () => {
    const check = checkedOn('2024-05-15', 0);
    expect(forbids(check)).toBeNull();
    expect(notes(check)).toEqual(['contribution-not-yet-due']);
    expect(check.cover).toMatchObject({ from: '2024-03-01', through: '2024-03-31' });
    expect(check.amount).toMatchObject({ amountRupiah: 48 * 1_200_000 + 12_000_000 });
  });

  it('is not covered behind the due date, but by grace where there is one', () => {
    expect(forbids(checkedOn('2024-05-16', 0))).toBe('not-covered');
    expect(notes(checkedOn('2024-05-15', 1))).toEqual(['contribution-not-yet-due']);
    expect(notes(checkedOn('2024-05-16', 1))).toEqual(['covered-in-grace']);
  });

  it('is covered with nothing to weigh once it is paid by the due date, with a note where it is paid later', () => {
    expect(notes(checkedOn('2024-06-01', 0, april('2024-05-15')))).toEqual([]);
    expect(notes(checkedOn('2024-06-01', 0, april('2024-05-16')))).toEqual(['contribution-paid-after']);
  });

  it('is flagged where the payment was heard of only behind the due date', () => {
    const heard = (recordedOn: string) => notes(checkedOn('2024-06-01', 0, april('2024-05-10', recordedOn)));
    expect(heard('2024-05-15')).toEqual([]);
    expect(heard('2024-05-16')).toEqual(['contribution-recorded-after']);
  });
});

describe('a membership that began in a month that was paid, after its first day', () => {
  const signedUpOn = (registeredOn: Day): CoverFact =>
    ({ ...registered('pu-1', 'PU'), registeredOn }) as CoverFact;
  const hurtOn = (occurredOn: Day) =>
    given(signedUpOn('2024-03-17'), paid('pu-1', 'PU', '2024-03-01', '2024-03-31', '2024-04-10')).when({
      programme: 'JKK',
      benefit: 'accident-care',
      membershipId: 'pu-1',
      occurredOn,
    });

  it('covers from the first day of the month, and what was before the sign-up is noted', () => {
    expect(forbids(hurtOn('2024-03-16'))).toBeNull();
    expect(notes(hurtOn('2024-03-16'))).toEqual(['before-registration']);
    expect(notes(hurtOn('2024-03-17'))).toEqual([]);
  });
});

describe('a membership that ended in a month that was paid', () => {
  const left = (endedOn: string, died = false): CoverFact => ({
    type: 'membership-ended',
    membershipId: 'bpu-1',
    endedOn,
    died,
  });
  const brokenLeg = { programme: 'JKK', benefit: 'accident-care' } as const;
  const hurtOn = (occurredOn: string, ...facts: CoverFact[]) =>
    given(bpu, march, ...facts).when({ ...brokenLeg, occurredOn });

  it('covers through the last day of the month, and is noted from the day of its end on', () => {
    expect(notes(hurtOn('2024-03-09', left('2024-03-10')))).toEqual([]);
    expect(notes(hurtOn('2024-03-10', left('2024-03-10')))).toEqual(['membership-ended-before']);
    expect(notes(hurtOn('2024-03-31', left('2024-03-10')))).toEqual(['membership-ended-before']);
    expect(forbids(hurtOn('2024-03-31', left('2024-03-10')))).toBeNull();
    expect(forbids(hurtOn('2024-04-01', left('2024-03-10')))).toBe('not-covered');
  });

  it('is not noted where the death that is claimed for ended it', () => {
    const died = [january, february, left('2024-03-20', true)];
    expect(notes(given(bpu, march, ...died).when({ occurredOn: '2024-03-20' }))).toEqual([]);
  });

  it('does not matter to savings, which are claimed when work is over', () => {
    const pu = [registered('pu-1', 'PU'), paid('pu-1', 'PU', '2024-03-01', '2024-03-31')];
    const ended: CoverFact = {
      type: 'membership-ended',
      membershipId: 'pu-1',
      endedOn: '2024-03-10',
      died: false,
    };
    const oldAge = { membershipId: 'pu-1', programme: 'JHT', benefit: 'old-age' } as const;
    expect(notes(given(...pu, ended).when(oldAge))).toEqual([]);
    expect(notes(given(...pu, ended).when({ membershipId: 'pu-1', ...brokenLeg }))).toEqual([
      'membership-ended-before',
    ]);
  });
});

describe('months that were bought after a death', () => {
  const monthOfBpu = (month: string, paidOn: string) =>
    paid('bpu-1', 'BPU', `${month}-01`, lastDayOf(month), paidOn);
  const grant = (februaryPaidOn: string) =>
    given(bpu, january, monthOfBpu('2024-02', februaryPaidOn), march).when({ occurredOn: '2024-03-20' });

  it('are noted where the death grant needs them', () => {
    expect(notes(grant('2024-03-20'))).toEqual([]);
    expect(notes(grant('2024-03-21'))).toEqual(['contribution-paid-after']);
    expect(forbids(grant('2024-03-21'))).toBeNull();
  });

  it('are not where it is granted without them, or with them neither', () => {
    const run = [monthOfBpu('2023-11', '2023-11-01'), monthOfBpu('2023-12', '2023-12-01'), january, march];
    expect(notes(given(bpu, ...run, monthOfBpu('2024-02', '2024-03-21')).when())).toEqual([]);
    const two = given(bpu, monthOfBpu('2024-02', '2024-03-21'), march).when();
    expect([forbids(two), notes(two)]).toEqual(['waiting-months-missing', []]);
  });

  it('are nothing to a funeral, nor to a wage earner, who need no months before', () => {
    const late = [monthOfBpu('2024-02', '2024-03-21'), january, march];
    expect(notes(given(bpu, ...late).when({ benefit: 'funeral' }))).toEqual([]);
    const pu = [
      registered('pu-1', 'PU'),
      paid('pu-1', 'PU', '2024-02-01', '2024-02-29', '2024-03-21'),
      paid('pu-1', 'PU', '2024-03-01', '2024-03-31', '2024-04-12'),
    ];
    expect(notes(given(...pu).when({ membershipId: 'pu-1' }))).toEqual([]);
  });

  const schooling = (...runs: [segment: Segment, from: string, months: number, paidOn?: string][]) => {
    const contributions = runs.map(([segment, from, months, paidOn]) =>
      paid('one', segment, `${from}-01`, lastDayOf(addMonths(from, months - 1)), paidOn),
    );
    const claimed = { membershipId: 'one', benefit: 'scholarship', occurredOn: '2024-03-20' } as const;
    return given(registered('one', runs[0]![0]), ...contributions).when(claimed);
  };

  it('are noted where scholarships need them', () => {
    const years = (firstPaidOn: string) =>
      schooling(['BPU', '2021-04', 1, firstPaidOn], ['BPU', '2021-05', 35]);
    expect(notes(years('2024-03-20'))).toEqual([]);
    expect(notes(years('2024-03-21'))).toEqual(['contribution-paid-after']);
    expect(forbids(years('2024-03-21'))).toBe('event-opens-no-scholarship');
    const longer = schooling(['BPU', '2021-03', 1, '2024-03-21'], ['BPU', '2021-04', 36]);
    expect(notes(longer)).toEqual([]);
  });

  it('are in time for a wage earner until their own due dates, also when paid with those that were late', () => {
    const years = (lastPaidOn: string) => schooling(['PU', '2021-04', 34], ['PU', '2024-02', 2, lastPaidOn]);
    expect(notes(years('2024-03-20'))).toEqual([]);
    expect(notes(years('2024-03-21'))).toEqual(['contribution-paid-after']);
    const behind = (lastPaidOn: string) => schooling(['PU', '2021-04', 35], ['PU', '2024-03', 1, lastPaidOn]);
    expect(notes(behind('2024-04-16'))).toEqual([]);
    expect(notes(behind('2024-04-17'))).toEqual(['contribution-paid-after']);
    const together = schooling(['PU', '2021-03', 35], ['PU', '2024-02', 2, '2024-04-16']);
    expect(notes(together)).toEqual([]);
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
    const open = undecided({ ...deathGrant, claimId: 'claim-2' });
    const rejected = granted({}, 'rejected');
    expect(forbids(both.when({}, [rejected, open, granted({ benefit: 'funeral' })]))).toBeNull();
  });

  it('may have other benefits again and again', () =>
    expect(
      forbids(
        both.when({ programme: 'JKK', benefit: 'accident-care' }, [granted({ benefit: 'accident-care' })]),
      ),
    ).toBeNull());
});

describe('savings whose amount is entered', () => {
  const saved = [registered('pu-1', 'PU'), paid('pu-1', 'PU', '2024-03-01', '2024-03-31')];
  const cover = saved.reduce(evolveCover, initialCover);
  const oldAge = { ...deathGrant, programme: 'JHT', benefit: 'old-age', membershipId: 'pu-1' } as const;
  const papers = evidence.filter(({ kind }) => kind !== 'tax-number');
  const entered = (rupiah: number | null) =>
    checkClaim(
      { ...undecided(oldAge), evidence: papers },
      { cover, others: [], accountSharedWith: 0, checkedOn: '2024-06-01' },
      USUAL_POLICY,
      rupiah,
    );

  it('need the tax number once more than 50,000,000 were entered', () => {
    expect(entered(null).amount).toEqual({ kind: 'entered' });
    expect(notes(entered(null))).toEqual([]);
    expect(notes(entered(50_000_000))).toEqual([]);
    expect(notes(entered(50_000_001))).toEqual(['documents-missing']);
  });
});

describe('a second claim for the same accident', () => {
  const care = { programme: 'JKK', benefit: 'accident-care' } as const;
  const second = (...others: Claim[]) => notes(given(bpu, march).when(care, others));

  it('is noted', () => {
    expect(second(granted(care))).toEqual(['same-accident-claimed']);
    expect(second(undecided({ ...deathGrant, ...care }))).toEqual(['same-accident-claimed']);
  });

  it('is none for another day or benefit, or where the first was rejected', () => {
    expect(second(granted({ ...care, occurredOn: '2024-03-19' }))).toEqual([]);
    expect(second(granted({ ...care, benefit: 'accident-income' }))).toEqual([]);
    expect(second(granted(care, 'rejected'))).toEqual([]);
  });
});

describe('cover that has ended', () => {
  const withGrace = (graceMonths: number): Policy => ({ ...USUAL_POLICY, graceMonths });
  const funeral = (occurredOn: string, graceMonths: number, ...facts: CoverFact[]) =>
    given(bpu, january, ...facts).when({ benefit: 'funeral', occurredOn }, [], withGrace(graceMonths));
  const left = (endedOn: string, died = false): CoverFact => ({
    type: 'membership-ended',
    membershipId: 'bpu-1',
    endedOn,
    died,
  });

  it('covers nothing without grace', () => expect(forbids(funeral('2024-02-01', 0))).toBe('not-covered'));

  it('counts in grace through the day before the same day of a later month, and is noted', () => {
    expect(forbids(funeral('2024-02-29', 1))).toBeNull();
    expect(notes(funeral('2024-02-29', 1))).toEqual(['covered-in-grace']);
    expect(forbids(funeral('2024-03-01', 1))).toBe('not-covered');
    expect(forbids(funeral('2024-04-30', 3))).toBeNull();
    expect(forbids(funeral('2024-05-01', 3))).toBe('not-covered');
  });

  it('has no grace where the membership ended', () => {
    expect(forbids(funeral('2024-02-10', 1, left('2024-02-10')))).toBe('not-covered');
    expect(forbids(funeral('2024-02-09', 1, left('2024-02-10')))).toBeNull();
  });

  it('is judged as if the death had not ended it on the day of death, and not a day later', () => {
    expect(forbids(funeral('2024-02-10', 1, left('2024-02-10', true)))).toBeNull();
    expect(forbids(funeral('2024-02-11', 1, left('2024-02-10', true)))).toBe('not-covered');
    expect(forbids(funeral('2024-01-31', 0, left('2024-01-31', true)))).toBeNull();
    expect(forbids(funeral('2024-01-31', 0, left('2024-01-30', true)))).toBe('not-covered');
  });
});

describe('an athlete insured for the days of a contest', () => {
  const contest = (paidOn: string, recordedOn: string | null = null): CoverFact => {
    const fact = paid('bpu-1', 'BPU', '2024-11-14', '2024-11-16', paidOn);
    if (fact.type !== 'contribution-paid') return fact;
    return { ...fact, contribution: { ...fact.contribution, eventCover: true, recordedOn } };
  };
  const brokenLeg = (occurredOn: string, cover: CoverFact, graceMonths = 3) =>
    given(bpu, cover).when({ programme: 'JKK', benefit: 'accident-care', occurredOn }, [], {
      ...USUAL_POLICY,
      graceMonths,
    });

  it('is covered on the second day, and nothing has to be weighed', () => {
    const check = brokenLeg('2024-11-15', contest('2024-11-10'));
    expect(forbids(check)).toBeNull();
    expect(notes(check)).toEqual([]);
    expect(check.cover).toMatchObject({ eventCover: true, from: '2024-11-14', through: '2024-11-16' });
  });

  it('is not covered on the day after the last, whatever the grace', () =>
    expect(forbids(brokenLeg('2024-11-17', contest('2024-11-10')))).toBe('not-covered'));

  it('is flagged when the organiser paid a day late', () => {
    const check = brokenLeg('2024-11-15', contest('2024-11-16'));
    expect(forbids(check)).toBeNull();
    expect(notes(check)).toEqual(['contribution-paid-after']);
  });

  it('is flagged when the payment was heard of only after the accident', () => {
    const heard = (recordedOn: string) => brokenLeg('2024-11-15', contest('2024-11-10', recordedOn));
    expect(notes(heard('2024-11-15'))).toEqual([]);
    expect(notes(heard('2024-11-16'))).toEqual(['contribution-recorded-after']);
    expect(heard('2024-11-16').cover).toMatchObject({
      paidOn: '2024-11-10',
      knownOn: '2024-11-16',
    });
  });
});

it('the periodic grant of accidents is a setting', () => {
  const death = (periodicGrant: Policy['periodicGrant']) =>
    given(bpu, march).when({ programme: 'JKK' }, [], { ...USUAL_POLICY, periodicGrant }).amount;
  expect(death('paid')).toMatchObject({ amountRupiah: 48 * 1_200_000 + 12_000_000 });
  expect(death('left-out')).toMatchObject({ amountRupiah: 48 * 1_200_000 });
});

describe('a pension', () => {
  const pension = (months: number) => {
    const from = addMonths('2030-07', -months);
    const facts = Array.from({ length: months }, (_, index) => `${addMonths(from, index)}`).map((month) => {
      const fact = paid('bpu-1', 'PU', `${month}-01`, `${month}-28`);
      if (fact.type !== 'contribution-paid') return fact;
      const { contribution } = fact;
      return {
        ...fact,
        contribution: { ...contribution, programmes: ['JP'], saved: { JHT: 0, JP: 1_000 } },
      } as const;
    });
    const findings = {
      kind: 'pension',
      why: 'death',
      birthDate: null,
      averageWageRupiah: 5_000_000,
      months: 1,
    } as const;
    const submission: Submission = {
      ...deathGrant,
      programme: 'JP',
      benefit: 'pension',
      occurredOn: '2030-07-01',
      submittedAt: '2030-07-10T02:00:00Z',
    };
    const cover = [registered('bpu-1', 'PU'), ...facts].reduce(evolveCover, initialCover);
    return checkClaim(
      { ...undecided(submission), findings },
      { cover, others: [], accountSharedWith: 0, checkedOn: '2030-07-10' },
      USUAL_POLICY,
    ).amount;
  };

  it('is paid at once after 179 months of contributions, by the month after 180', () => {
    expect(pension(180)).toMatchObject({ calculation: [{ label: '1 × 750,000 a month' }] });
    expect(pension(179)).toMatchObject({ calculation: { 0: { amountRupiah: 179_000 } } });
  });
});
