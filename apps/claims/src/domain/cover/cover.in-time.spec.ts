import { describe, expect, it } from '@jest/globals';
import type { Segment } from '#libs/kernel';
import { coverInTime, isInTime, notYetDueOn } from './cover.in-time.js';
import { evolveCover, initialCover, type Contribution, type CoverFact } from './cover.js';

const JKK = { membershipId: 'one', programme: 'JKK' } as const;

const march = (segment: Segment, more: Partial<Contribution> = {}): Contribution => ({
  contributionId: 'march',
  segment,
  programmes: ['JKK', 'JKM'],
  from: '2024-03-01',
  through: '2024-03-31',
  eventCover: false,
  paidOn: '2024-04-10',
  recordedOn: null,
  saved: null,
  ...more,
});
const registered = (segment: Segment): CoverFact => ({
  type: 'membership-registered',
  membershipId: 'one',
  registeredOn: '2024-01-10',
  terms: { segment, programmes: ['JKK', 'JKM'], basisRupiah: 5_000_000 },
  residence: null,
});
const paid = (contribution: Contribution): CoverFact => ({
  type: 'contribution-paid',
  membershipId: 'one',
  contribution,
});
const ended = (endedOn: string, died = false): CoverFact => ({
  type: 'membership-ended',
  membershipId: 'one',
  endedOn,
  died,
});
const lastBefore = (day: string, today: string, ...facts: CoverFact[]) =>
  notYetDueOn(facts.reduce(evolveCover, initialCover), JKK, day, today)?.contributionId ?? null;

describe('money for a day that is over', () => {
  const april = { from: '2024-04-01', through: '2024-04-30' };

  it('is in time for wage earners until the 15th of the next month', () => {
    expect(isInTime('2024-05-15', march('PU', april), '2024-04-20')).toBe(true);
    expect(isInTime('2024-05-16', march('PU', april), '2024-04-20')).toBe(false);
  });

  it.each(['BPU', 'JAKON', 'PMI'] as const)('is in time for %s until the day itself', (segment) => {
    expect(isInTime('2024-04-03', march(segment, april), '2024-04-03')).toBe(true);
    expect(isInTime('2024-04-04', march(segment, april), '2024-04-03')).toBe(false);
  });

  it('is in time until the due date as it was moved by holidays, or put off for a while', () => {
    expect(isInTime('2024-04-16', march('PU'), '2024-03-20')).toBe(true);
    expect(isInTime('2024-04-17', march('PU'), '2024-03-20')).toBe(false);
    const relieved = march('PU', { from: '2020-09-01', through: '2020-09-30' });
    expect(isInTime('2020-10-30', relieved, '2020-09-10')).toBe(true);
    expect(isInTime('2020-10-31', relieved, '2020-09-10')).toBe(false);
  });

  it('is judged by the month of the day where several were paid, by the last one where the day lies behind them', () => {
    const quarter = march('PU', { from: '2024-01-01' });
    expect(isInTime('2024-03-16', quarter, '2024-02-10')).toBe(false);
    expect(isInTime('2024-03-16', quarter, '2024-03-10')).toBe(true);
    expect(isInTime('2024-05-10', march('PU'), '2024-04-20')).toBe(false);
    expect(isInTime('2024-04-20', march('PU'), '2024-04-20')).toBe(true);
  });

  it('has to come by the day where an event is insured', () => {
    expect(isInTime('2024-03-20', march('PU', { eventCover: true }), '2024-03-20')).toBe(true);
    expect(isInTime('2024-03-21', march('PU', { eventCover: true }), '2024-03-20')).toBe(false);
  });
});

describe('a wage earner’s month that is not paid', () => {
  const employed = [registered('PU'), paid(march('PU'))];

  it('is not late through the 15th of the next one', () => {
    expect(lastBefore('2024-04-20', '2024-05-15', ...employed)).toBe('march');
    expect(lastBefore('2024-04-20', '2024-05-16', ...employed)).toBeNull();
  });

  it('is late when one before it is', () => {
    expect(lastBefore('2024-05-10', '2024-05-15', ...employed)).toBe('march');
    expect(lastBefore('2024-05-10', '2024-05-16', ...employed)).toBeNull();
  });

  it('has to follow one that was paid, for the programme, and not for an event', () => {
    expect(lastBefore('2024-04-20', '2024-04-22', registered('PU'))).toBeNull();
    const savings = paid(march('PU', { programmes: ['JHT'] }));
    expect(lastBefore('2024-04-20', '2024-04-22', registered('PU'), savings)).toBeNull();
    const contest = paid(march('PU', { eventCover: true }));
    expect(lastBefore('2024-04-20', '2024-04-22', registered('PU'), contest)).toBeNull();
    const later = paid(march('PU', { from: '2024-05-01', through: '2024-05-31' }));
    expect(lastBefore('2024-04-20', '2024-04-22', registered('PU'), later)).toBeNull();
  });

  it('is nobody’s to pay once the programme is not insured any more', () => {
    const without: CoverFact = {
      type: 'membership-changed',
      membershipId: 'one',
      change: { on: '2024-04-20', terms: { programmes: ['JKM'] } },
      residence: null,
    };
    expect(lastBefore('2024-04-19', '2024-04-22', ...employed, without)).toBe('march');
    expect(lastBefore('2024-04-20', '2024-04-22', ...employed, without)).toBeNull();
  });

  it('is nobody’s to pay once the membership ended, or behind a death', () => {
    expect(lastBefore('2024-04-19', '2024-04-22', ...employed, ended('2024-04-20'))).toBe('march');
    expect(lastBefore('2024-04-20', '2024-04-22', ...employed, ended('2024-04-20'))).toBeNull();
    expect(lastBefore('2024-04-20', '2024-04-22', ...employed, ended('2024-04-20', true))).toBe('march');
    expect(lastBefore('2024-04-21', '2024-04-22', ...employed, ended('2024-04-20', true))).toBeNull();
  });

  it('cannot be judged before the membership is known', () =>
    expect(lastBefore('2024-04-20', '2024-04-22', paid(march('PU')))).toBeNull());
});

it.each(['BPU', 'JAKON', 'PMI'] as const)('a month of %s that is not paid covers nothing', (segment) =>
  expect(lastBefore('2024-04-03', '2024-04-03', registered(segment), paid(march(segment)))).toBeNull(),
);

describe('what remains without the months that were paid for too late', () => {
  const remains = (...contributions: Contribution[]) => {
    const cover = [registered('PU'), ...contributions.map(paid)].reduce(evolveCover, initialCover);
    const { memberships } = coverInTime(cover, 'one', '2024-03-20');
    return memberships['one']!.contributions.map(({ from, through }) => `${from} ${through}`);
  };
  const of = (segment: Segment, from: string, paidOn: string, more: Partial<Contribution> = {}) =>
    march(segment, { from, paidOn, ...more });

  it('is all that was paid by the day of the event', () =>
    expect(remains(of('BPU', '2024-01-10', '2024-03-20'), of('PU', '2024-01-10', '2024-03-20'))).toEqual([
      '2024-01-10 2024-03-31',
      '2024-01-10 2024-03-31',
    ]));

  it('is nothing of what the self-employed paid later, or an organiser did', () =>
    expect(
      remains(
        of('BPU', '2024-01-10', '2024-03-21'),
        of('PU', '2024-03-19', '2024-03-21', { eventCover: true }),
      ),
    ).toEqual([]));

  it('is of a wage earner’s run the months whose due date the payment met', () => {
    expect(remains(of('PU', '2024-01-10', '2024-04-16'))).toEqual(['2024-03-01 2024-03-31']);
    expect(remains(of('PU', '2024-03-05', '2024-04-16'))).toEqual(['2024-03-05 2024-03-31']);
    expect(remains(of('PU', '2024-01-10', '2024-04-17'))).toEqual([]);
  });

  it('is the other memberships as they were', () => {
    const late = paid(of('BPU', '2024-01-10', '2024-03-21'));
    const cover = [registered('BPU'), late].reduce(evolveCover, initialCover);
    expect(coverInTime(cover, 'other', '2024-03-20').memberships['one']).toBe(cover.memberships['one']);
  });
});
