import { describe, expect, it } from '@jest/globals';
import { happened, ignored } from '#libs/kernel';
import { decideReminder, remindersOf } from './reminder.js';
import { neverPaid, type PaidDays, type Standing } from './standing.js';

const paidThrough = (through: string, changed: Partial<PaidDays> = {}): Standing => ({
  ...neverPaid,
  paid: [
    { contributionId: 'c-1', from: '2025-01-01', through, payer: 'self', isEventCover: false, ...changed },
  ],
});
const own = paidThrough('2025-01-31');
const sponsored = paidThrough('2025-01-31', { payer: 'government' });
const run = paidThrough('2025-01-03', { payer: 'organiser', isEventCover: true });

const on = (today: string, standing = own, endedOn: string | null = null) =>
  remindersOf(standing, endedOn, today);
const kindOn = (...given: Parameters<typeof on>) => on(...given).due?.kind ?? null;

describe('a member who pays', () => {
  it('is told a week before the last paid day', () => {
    expect(on('2025-01-23')).toEqual({ due: null, nextOn: '2025-01-24' });
    expect(on('2025-01-24')).toEqual({
      due: { kind: 'due-soon', coveredThrough: '2025-01-31' },
      nextOn: '2025-02-01',
    });
    expect(kindOn('2025-01-31')).toBe('due-soon');
  });

  it('is told of arrears from the first uncovered day on', () =>
    expect(on('2025-02-01')).toEqual({
      due: { kind: 'in-arrears', coveredThrough: '2025-01-31' },
      nextOn: '2025-04-17',
    }));

  it('is told two weeks before the membership lapses, and no more when it has', () => {
    expect(kindOn('2025-04-16')).toBe('in-arrears');
    expect(on('2025-04-17')).toMatchObject({ due: { kind: 'about-to-lapse' }, nextOn: '2025-05-01' });
    expect(kindOn('2025-04-30')).toBe('about-to-lapse');
    expect(on('2025-05-01')).toEqual({ due: null, nextOn: null });
  });

  it('is told nothing before the first payment, and nothing after the end', () => {
    expect(on('2025-01-24', neverPaid)).toEqual({ due: null, nextOn: null });
    expect(kindOn('2025-01-24', own, '2025-01-25')).toBe('due-soon');
    expect(on('2025-01-25', own, '2025-01-25')).toEqual({ due: null, nextOn: null });
  });
});

describe('a member whom somebody else pays for', () => {
  it('is told two weeks before, that it ends, and before it lapses', () => {
    expect(on('2025-01-16', sponsored)).toEqual({ due: null, nextOn: '2025-01-17' });
    expect(kindOn('2025-01-17', sponsored)).toBe('sponsored-cover-ending');
    expect(kindOn('2025-01-31', sponsored)).toBe('sponsored-cover-ending');
    expect(kindOn('2025-02-01', sponsored)).toBe('cover-ended');
    expect(kindOn('2025-04-17', sponsored)).toBe('about-to-lapse');
  });
});

describe('a member whose employer pays', () => {
  it('is told nothing', () => {
    const employed = paidThrough('2025-01-31', { payer: 'employer' });
    for (const day of ['2025-01-31', '2025-02-01', '2025-04-30'])
      expect(on(day, employed)).toEqual({ due: null, nextOn: null });
  });
});

describe('who takes part in an event', () => {
  it('is told on the day before the last, and on the day after, though the membership is over then', () => {
    expect(on('2025-01-01', run)).toEqual({ due: null, nextOn: '2025-01-02' });
    expect(kindOn('2025-01-02', run)).toBe('event-ending');
    expect(kindOn('2025-01-04', run, '2025-01-04')).toBe('cover-ended');
    expect(kindOn('2025-04-03', run)).toBe('cover-ended');
    expect(on('2025-04-04', run)).toEqual({ due: null, nextOn: null });
  });
});

describe('what is due', () => {
  const due = { kind: 'due-soon', coveredThrough: '2025-01-31' } as const;
  it('is said once', () => {
    expect(decideReminder({ due, nextOn: null }, null)).toEqual(happened(due));
    expect(decideReminder({ due, nextOn: null }, due)).toEqual(ignored('nothing-changes'));
    expect(decideReminder({ due: null, nextOn: null }, due)).toEqual(ignored('no-reminder-due'));
  });

  it('is said again of another kind, and of other days', () => {
    expect(decideReminder({ due, nextOn: null }, { ...due, kind: 'in-arrears' })).toEqual(happened(due));
    expect(decideReminder({ due, nextOn: null }, { ...due, coveredThrough: '2024-12-31' })).toEqual(
      happened(due),
    );
  });
});
