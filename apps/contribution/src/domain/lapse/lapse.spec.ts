import { describe, expect, it } from '@jest/globals';
import { accountOf } from '../../../test/given.js';
import { lapseBy, lapsesOn, revivalBy } from './lapse.js';

const paidJanuary = { paid: ['2024-01'] };

describe('a lapse', () => {
  it('comes on the first uncovered day plus three calendar months', () =>
    expect(lapsesOn(accountOf(paidJanuary))).toBe('2024-05-01'));

  it('counts from the end of the last cover, whatever gap lies before', () =>
    expect(lapsesOn(accountOf({ paid: ['2024-01', '2024-10', '2024-11'] }))).toBe('2025-03-01'));

  it('does not come to a membership that was never paid', () => expect(lapsesOn(accountOf())).toBeNull());

  it.each([
    ['2024-05-01', null],
    ['2024-05-02', '2024-05-01'],
  ])('does not come once the membership has ended: ended on %s', (endedOn, day) =>
    expect(lapsesOn(accountOf({ ...paidJanuary, endedOn }))).toBe(day),
  );

  it('is told on its day, and not the day before', () => {
    expect(lapseBy(accountOf(paidJanuary), '2024-04-30')).toBeNull();
    expect(lapseBy(accountOf(paidJanuary), '2024-05-01')).toEqual({
      type: 'MembershipLapsed',
      lapsedOn: '2024-05-01',
      lastCoveredOn: '2024-01-31',
    });
  });

  it('is told once', () =>
    expect(lapseBy(accountOf({ ...paidJanuary, lapsedOn: '2024-05-01' }), '2024-06-01')).toBeNull());
});

describe('a revival', () => {
  const lapsed = { lapsedOn: '2024-05-01' };
  const paidAt = (paid: string[], settledAt: string) => revivalBy(accountOf({ ...lapsed, paid }), settledAt);

  it('is the day on which the money was settled, in Jakarta', () =>
    expect(paidAt(['2024-01', '2024-07'], '2024-07-03T23:30:00Z')).toEqual({
      type: 'MembershipRevived',
      revivedOn: '2024-07-04',
    }));

  it('does not come where the cover that was paid has lapsed again by then', () => {
    expect(paidAt(['2024-01', '2024-02'], '2024-05-31T12:00:00+07:00')).toMatchObject({
      revivedOn: '2024-05-31',
    });
    expect(paidAt(['2024-01', '2024-02'], '2024-06-01T12:00:00+07:00')).toBeNull();
  });

  it('is not before the lapse that it ends, when the payment is heard of late', () =>
    expect(paidAt(['2024-01', '2024-02'], '2024-02-10T12:00:00+07:00')).toMatchObject({
      revivedOn: '2024-05-01',
    }));

  it('needs a lapse that was told', () =>
    expect(revivalBy(accountOf({ paid: ['2024-07'] }), '2024-07-04T10:00:00+07:00')).toBeNull());
});
