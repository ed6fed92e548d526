import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { happened, ignored, refused } from '#libs/kernel';
import {
  evolveCover,
  initialCover,
  type Contribution,
  type Cover,
  type CoverFact,
  type Residence,
} from './cover.js';
import { consecutiveMonths, contributedBy, coverOn, residenceOn, termsOn } from './cover.questions.js';
import { evolveTaken, take, type Arrival } from './cover.take.js';

const JKM = { membershipId: 'bpu-1', programme: 'JKM' } as const;

const registered: CoverFact = {
  type: 'membership-registered',
  membershipId: 'bpu-1',
  registeredOn: '2024-01-10',
  terms: { segment: 'BPU', programmes: ['JKK', 'JKM'], basisRupiah: 1_000_000 },
  residence: null,
};

const contribution = (
  contributionId: string,
  from: string,
  through: string,
  more: Partial<Contribution> = {},
) => ({
  contributionId,
  segment: 'BPU' as const,
  programmes: ['JKK', 'JKM'] as const,
  from,
  through,
  eventCover: false,
  paidOn: from,
  recordedOn: null,
  saved: null,
  ...more,
});

const paid = (...args: Parameters<typeof contribution>): CoverFact => ({
  type: 'contribution-paid',
  membershipId: 'bpu-1',
  contribution: contribution(...args),
});

const died = (endedOn: string): CoverFact => ({
  type: 'membership-ended',
  membershipId: 'bpu-1',
  endedOn,
  died: true,
});
const given = (...facts: CoverFact[]): Cover => facts.reduce(evolveCover, initialCover);
const march = paid('march', '2024-03-05', '2024-03-31');

const coveredOn = (cover: Cover, day: string) => coverOn(cover, JKM, day)?.contributionId ?? null;
const reversed = (contributionId: string): CoverFact => ({
  type: 'contribution-reversed',
  membershipId: 'bpu-1',
  contributionId,
});
const change = (on: string, basisRupiah: number): CoverFact => ({
  type: 'membership-changed',
  membershipId: 'bpu-1',
  change: { on, terms: { basisRupiah } },
  residence: null,
});
const statement = (
  on: string,
  region: string,
  recordedAt = '2024-01-01T00:00:00Z',
  eventId = 'a',
): Residence => ({
  on,
  region,
  recordedAt,
  eventId,
});
const living = (...residences: Residence[]): Cover => ({ ...initialCover, residences });
const arrival = (stream: Arrival['stream'], sequence: number, fact: CoverFact): Arrival => ({
  stream,
  sequence,
  fact,
});
const after = (...arrivals: Arrival[]) => arrivals.reduce(evolveTaken, initialCover);

describe('cover on a day', () => {
  it('begins with the first day of a contribution', () => {
    expect(coveredOn(given(march), '2024-03-04')).toBeNull();
    expect(coveredOn(given(march), '2024-03-05')).toBe('march');
  });

  it('goes through the last day of a contribution', () => {
    expect(coveredOn(given(march), '2024-03-31')).toBe('march');
    expect(coveredOn(given(march), '2024-04-01')).toBeNull();
  });

  it('is for the programmes of the contribution', () => {
    expect(coverOn(given(march), { membershipId: 'bpu-1', programme: 'JKK' }, '2024-03-31')).not.toBeNull();
    expect(coverOn(given(march), { membershipId: 'bpu-1', programme: 'JHT' }, '2024-03-31')).toBeNull();
  });

  it('is that of the membership asked about', () =>
    expect(coverOn(given(march), { membershipId: 'pu-1', programme: 'JKM' }, '2024-03-31')).toBeNull());

  it('is gone when the contribution is reversed, and only then', () => {
    expect(coveredOn(given(march, reversed('march')), '2024-03-31')).toBeNull();
    expect(coveredOn(given(march, reversed('april')), '2024-03-31')).toBe('march');
  });

  it('counts on the day of death and not after it', () => {
    expect(coveredOn(given(registered, march, died('2024-03-20')), '2024-03-20')).toBe('march');
    expect(coveredOn(given(registered, march, died('2024-03-20')), '2024-03-21')).toBeNull();
  });

  it('takes the earlier of two days of death', () =>
    expect(given(registered, died('2024-03-20'), died('2024-03-18'), died('2024-03-19')).diedOn).toBe(
      '2024-03-18',
    ));

  it('outlives the end of a membership for another reason', () => {
    const left: CoverFact = {
      type: 'membership-ended',
      membershipId: 'bpu-1',
      endedOn: '2024-03-10',
      died: false,
    };
    const cover = given(registered, march, left);
    expect(coveredOn(cover, '2024-03-31')).toBe('march');
    expect(cover.memberships['bpu-1']?.registration?.endedOn).toBe('2024-03-10');
  });

  it('is by the contribution that was paid first', () => {
    const late = paid('late', '2024-03-01', '2024-03-31', { paidOn: '2024-05-01' });
    const early = paid('early', '2024-03-01', '2024-03-31', { paidOn: '2024-02-27' });
    expect(coveredOn(given(late, early), '2024-03-15')).toBe('early');
    expect(coveredOn(given(early, late), '2024-03-15')).toBe('early');
  });

  it('stays as it was when a membership lapses or the person is erased', () =>
    expect(given(march, { type: 'cover-unchanged' }, { type: 'person-erased' })).toEqual(given(march)));
});

it('a programme is contributed to from the first covered day on', () => {
  expect(contributedBy(given(march), JKM, '2024-03-04')).toBe(false);
  expect(contributedBy(given(march), JKM, '2024-03-05')).toBe(true);
  expect(contributedBy(given(march), JKM, '2026-01-01')).toBe(true);
});

describe('months of contributions in a row', () => {
  const january = paid('jan', '2024-01-10', '2024-01-31');
  const february = paid('feb', '2024-02-01', '2024-02-29');
  const april = paid('apr', '2024-04-01', '2024-04-30');

  it('counts a month that began late as a month', () =>
    expect(consecutiveMonths(given(january, february, march), JKM, '2024-03')).toBe(3));

  it('counts only months that have come', () => {
    const ahead = paid('ahead', '2024-01-10', '2024-12-31');
    expect(consecutiveMonths(given(ahead), JKM, '2024-02')).toBe(2);
    expect(consecutiveMonths(given(ahead), JKM, '2024-03')).toBe(3);
    expect(consecutiveMonths(given(ahead), JKM, '2023-12')).toBe(0);
  });

  it('begins again after a month without, and keeps the longest run', () => {
    expect(consecutiveMonths(given(january, march, april), JKM, '2024-04')).toBe(2);
    expect(consecutiveMonths(given(january, february, april), JKM, '2024-04')).toBe(2);
  });

  it('goes over the end of a year', () => {
    const years = paid('years', '2023-12-01', '2024-01-31');
    expect(consecutiveMonths(given(years, february), JKM, '2024-02')).toBe(3);
  });

  it('counts no month for event cover', () => {
    const contest = paid('contest', '2024-01-29', '2024-03-02', { eventCover: true });
    expect(consecutiveMonths(given(contest), JKM, '2024-03')).toBe(0);
    expect(coverOn(given(contest), JKM, '2024-03-02')).not.toBeNull();
  });
});

describe('the terms of a membership', () => {
  it('are unknown until it is registered', () =>
    expect(termsOn(given(march), 'bpu-1', '2024-03-31')).toBeNull());

  it('change from the effective day on', () => {
    const cover = given(registered, change('2024-06-01', 1_200_000));
    expect(termsOn(cover, 'bpu-1', '2024-05-31')?.basisRupiah).toBe(1_000_000);
    expect(termsOn(cover, 'bpu-1', '2024-06-01')).toEqual({
      segment: 'BPU',
      programmes: ['JKK', 'JKM'],
      basisRupiah: 1_200_000,
    });
  });

  it('are those of the latest effective day, whichever was told first; of one day the last told', () => {
    const cover = given(
      registered,
      change('2024-08-01', 3),
      change('2024-06-01', 2),
      change('2024-08-01', 4),
    );
    expect(termsOn(cover, 'bpu-1', '2024-07-31')?.basisRupiah).toBe(2);
    expect(termsOn(cover, 'bpu-1', '2024-08-01')?.basisRupiah).toBe(4);
  });
});

describe('the residence', () => {
  it('moves with a membership, whose terms stay as they are', () => {
    const moved = { type: 'membership-changed', membershipId: 'bpu-1', change: null } as const;
    const cover = given(registered, { ...moved, residence: statement('2024-06-01', '33.11') });
    expect(residenceOn(cover, '2024-06-01')).toBe('33.11');
    expect(cover.memberships).toEqual(given(registered).memberships);
  });

  it('is unmapped when none was stated', () =>
    expect(residenceOn(given(registered), '2024-03-01')).toBeNull());

  it('is the one in force, and before the first known one that one', () => {
    const cover = living(statement('2024-06-01', '33.11'), statement('2024-02-01', '33.72'));
    expect(residenceOn(cover, '2024-01-31')).toBe('33.72');
    expect(residenceOn(cover, '2024-05-31')).toBe('33.72');
    expect(residenceOn(cover, '2024-06-01')).toBe('33.11');
  });

  it('is the one recorded later of two for one day, then the one with the higher event id', () => {
    const earlier = statement('2024-02-01', 'earlier', '2024-02-01T10:00:00Z', 'z');
    const later = statement('2024-02-01', 'later', '2024-02-01T10:00:00.001Z', 'b');
    const higher = statement('2024-02-01', 'higher', '2024-02-01T10:00:00.001Z', 'c');
    expect(residenceOn(living(later, earlier), '2024-02-01')).toBe('later');
    expect(residenceOn(living(higher, earlier, later), '2024-02-01')).toBe('higher');
    expect(residenceOn(living(higher, earlier, later), '2024-01-01')).toBe('higher');
  });
});

describe('taking events', () => {
  const members = { topic: 'members', membershipId: 'bpu-1' } as const;
  const contributions = { topic: 'contributions', membershipId: 'bpu-1' } as const;
  const first = arrival(contributions, 1, march);

  it('takes the next one of a stream', () => {
    const next = arrival(contributions, 2, march);
    expect(take(first, initialCover)).toEqual(happened(first));
    expect(take(next, after(first))).toEqual(happened(next));
  });

  it('passes over what is not above the last one', () =>
    expect(take(first, after(first))).toEqual(ignored('redelivery')));

  it('refuses what skips one', () => {
    expect(take(arrival(contributions, 2, march), initialCover)).toEqual(refused('sequence-gap'));
    expect(take(arrival(contributions, 3, march), after(first))).toEqual(refused('sequence-gap'));
  });

  it('counts each topic, each membership and the person apart', () => {
    const cover = after(first);
    for (const stream of [
      members,
      { topic: 'contributions', membershipId: 'pu-1' },
      { topic: 'person' },
    ] as const) {
      const other = arrival(stream, 1, { type: 'cover-unchanged' });
      expect(take(other, cover)).toEqual(happened(other));
      expect(take(other, evolveTaken(cover, other))).toEqual(ignored('redelivery'));
    }
  });

  it('knows the same whichever of the topics is read first', () => {
    const fromMembers = [
      arrival(members, 1, registered),
      arrival(members, 2, {
        type: 'membership-changed',
        membershipId: 'bpu-1',
        change: null,
        residence: null,
      }),
      arrival(members, 3, died('2024-03-20')),
    ];
    const fromContributions = [
      first,
      arrival(contributions, 2, paid('april', '2024-04-01', '2024-04-30')),
      arrival(contributions, 3, {
        type: 'contribution-reversed',
        membershipId: 'bpu-1',
        contributionId: 'april',
      }),
      arrival(contributions, 4, { type: 'cover-unchanged' }),
    ];
    const oneAfterTheOther = after(...fromMembers, ...fromContributions);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (turns) => {
        const [left, right] = [[...fromMembers], [...fromContributions]];
        const mixed = turns.flatMap((turn) => (turn ? left.splice(0, 1) : right.splice(0, 1)));
        expect(after(...mixed, ...left, ...right)).toEqual(oneAfterTheOther);
      }),
    );
  });
});
