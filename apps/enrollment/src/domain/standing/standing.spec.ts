import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  evolveStanding,
  isPaidThroughout,
  lastPaid,
  neverPaid,
  stageOn,
  type StandingFact,
} from './standing.js';

const paid = (from: string, through: string, contributionId = from): StandingFact => ({
  type: 'ContributionPaid',
  contributionId,
  from,
  through,
  payer: 'self',
  isEventCover: false,
});
const january = paid('2025-01-01', '2025-01-31');
const march = paid('2025-03-01', '2025-03-31');
const lapsed: StandingFact = { type: 'MembershipLapsed', lapsedOn: '2025-05-01' };
const revived: StandingFact = { type: 'MembershipRevived' };

const given = (...facts: readonly StandingFact[]) => facts.reduce(evolveStanding, neverPaid);
const stage = (facts: readonly StandingFact[], day: string, endedOn: string | null = null) =>
  stageOn(given(...facts), endedOn, day);

describe('the stage of a membership', () => {
  it('is registered until the first paid day', () => {
    expect(stage([], '2030-01-01')).toBe('registered');
    expect(stage([january], '2024-12-31')).toBe('registered');
    expect(stage([january], '2025-01-01')).toBe('active');
  });

  it('is in arrears from the first uncovered day on', () => {
    expect(stage([january], '2025-01-31')).toBe('active');
    expect(stage([january], '2025-02-01')).toBe('in-arrears');
    expect(stage([january, march], '2025-02-28')).toBe('in-arrears');
    expect(stage([january, march], '2025-03-01')).toBe('active');
  });

  it('is lapsed from the day on that contribution says', () => {
    expect(stage([january, lapsed], '2025-04-30')).toBe('in-arrears');
    expect(stage([january, lapsed], '2025-05-01')).toBe('lapsed');
  });

  it('is active again when it is paid for again', () => {
    const july = paid('2025-07-01', '2025-07-31');
    expect(stage([january, lapsed, july, revived], '2025-07-01')).toBe('active');
    expect(stage([january, lapsed, july, revived], '2025-08-01')).toBe('in-arrears');
  });

  it('is as if nothing had been paid when it is taken back', () => {
    const reversed: StandingFact = { type: 'ContributionReversed', contributionId: '2025-01-01' };
    expect(stage([january, reversed], '2025-01-15')).toBe('registered');
    expect(stage([january, march, reversed], '2025-02-15')).toBe('registered');
  });

  it('is ended from the day of the end on, whatever was paid', () => {
    expect(stage([january], '2025-01-14', '2025-01-15')).toBe('active');
    expect(stage([january], '2025-01-15', '2025-01-15')).toBe('ended');
  });
});

describe('what is paid', () => {
  it('reaches through the last day of all', () => {
    expect(lastPaid(given())).toBeNull();
    expect(lastPaid(given(march, january))?.through).toBe('2025-03-31');
  });

  it('is kept as far as it says something of today: thirty payments, and the oldest goes for the next', () => {
    const monthly = Array.from({ length: 31 }, (_, index) => {
      const month = `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
      return paid(`${month}-01`, `${month}-28`);
    });
    expect(given(...monthly.slice(0, 30)).paid).toHaveLength(30);
    const kept = given(...monthly).paid;
    expect([kept.length, kept[0]!.from]).toEqual([30, '2020-02-01']);
  });

  it('covers days when none of them is missing', () => {
    const whole = given(paid('2025-02-01', '2025-02-28'), january, march);
    expect(isPaidThroughout(whole, '2025-01-01', '2025-03-31')).toBe(true);
    expect(isPaidThroughout(whole, '2025-01-01', '2025-04-01')).toBe(false);
    expect(isPaidThroughout(whole, '2024-12-31', '2025-01-01')).toBe(false);
    expect(isPaidThroughout(given(january, march), '2025-01-31', '2025-03-01')).toBe(false);
    expect(isPaidThroughout(given(january), '2025-01-31', '2025-01-31')).toBe(true);
    expect(isPaidThroughout(given(), '2025-01-31', '2025-01-31')).toBe(false);
  });

  it('covers the same days in whatever order it was paid', () => {
    const day = (n: number) => `2025-01-${String(n).padStart(2, '0')}`;
    const stretch = fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 10 }))
      .map(([from, length]) => [from, Math.min(28, from + length)] as const);
    fc.assert(
      fc.property(fc.array(stretch), stretch, (all, [from, through]) => {
        const standing = given(...all.map(([a, b], index) => paid(day(a), day(b), String(index))));
        const days = Array.from({ length: through - from + 1 }, (_, index) => from + index);
        const expected = days.every((one) => all.some(([a, b]) => a <= one && one <= b));
        expect(isPaidThroughout(standing, day(from), day(through))).toBe(expected);
      }),
    );
  });
});
