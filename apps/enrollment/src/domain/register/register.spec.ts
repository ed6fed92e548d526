import { describe, expect, it } from '@jest/globals';
import { happened, ignored, refused } from '#libs/kernel';
import { decideEntry, isActiveOn } from './register.js';

const asked = {
  kind: 'channel',
  code: 'PKL-MANAHAN',
  entry: { kind: 'association', name: 'Paguyuban' },
} as const;

describe('an entry of a register', () => {
  it('is recorded', () =>
    expect(decideEntry(asked, null)).toEqual(happened({ type: 'EntryRecorded', ...asked })));

  it('changes nothing when it is the same, however it is written', () =>
    expect(decideEntry(asked, { name: 'Paguyuban', kind: 'association' })).toEqual(
      ignored('nothing-changes'),
    ));

  it.each([[{ kind: 'market', name: 'Paguyuban' }], [{ kind: 'association', name: null }]] as const)(
    'is recorded again when it was %j',
    (known) => expect(decideEntry(asked, known).kind).toBe('happened'),
  );
});

const village = (parent: string | null) =>
  ({ kind: 'channel', code: 'RW-01', entry: { kind: 'village', name: null, parent } }) as const;
const placed = (parent: string | null, ancestors: readonly string[] | null) =>
  decideEntry(village(parent), null, { reservedMonths: 0, ancestors });

describe('a channel below another one', () => {
  it('is recorded where that one is', () => {
    expect(placed('MANAHAN', []).kind).toBe('happened');
    expect(placed('MANAHAN', null)).toEqual(refused('parent-unknown'));
    expect(placed(null, null).kind).toBe('happened');
  });

  it('is no part of itself, nor of one that is a part of it', () => {
    expect(placed('RW-01', [])).toEqual(refused('parent-is-below'));
    expect(placed('RT-01', ['RW-01'])).toEqual(refused('parent-is-below'));
  });

  it('lies five deep at most', () => {
    expect(placed('d', ['c', 'b', 'a']).kind).toBe('happened');
    expect(placed('d', ['c', 'b', 'a', 'top'])).toEqual(refused('channels-too-deep'));
  });
});

describe('the days of an entry', () => {
  const from = (first: string | null, last: string | null) =>
    decideEntry({ ...asked, entry: { ...asked.entry, from: first, through: last } }, null).kind;

  it('end on the day on which they begin at the earliest', () => {
    expect(from('2024-11-14', '2024-11-14')).toBe('happened');
    expect(from('2024-11-14', '2024-11-13')).toBe('refused');
    expect(from(null, '2024-11-13')).toBe('happened');
    expect(from('2024-11-14', null)).toBe('happened');
  });

  it('are all where none are stated', () => {
    expect(isActiveOn({}, '2024-11-14')).toBe(true);
    expect(isActiveOn({ from: '2024-11-14', through: null }, '2024-11-13')).toBe(false);
    expect(isActiveOn({ from: '2024-11-14', through: '2024-11-14' }, '2024-11-14')).toBe(true);
    expect(isActiveOn({ from: null, through: '2024-11-14' }, '2024-11-15')).toBe(false);
  });
});

describe('what a sponsor grants', () => {
  const grant = (personMonths: number | null, reservedMonths: number) =>
    decideEntry(
      { kind: 'sponsor', code: 'CSR', entry: { kind: 'sponsor', personMonths, name: null } },
      null,
      { reservedMonths, ancestors: null },
    ).kind;

  it('is never less than lists have taken', () => {
    expect(grant(6, 6)).toBe('happened');
    expect(grant(5, 6)).toBe('refused');
    expect(grant(null, 1)).toBe('refused');
    expect(grant(null, 0)).toBe('happened');
  });

  it('may be for some regions and occupations, which are compared as they are listed', () => {
    const entry = { kind: 'sponsor', personMonths: 6, regions: ['33.72'], name: null } as const;
    const sponsor = { kind: 'sponsor', code: 'CSR', entry } as const;
    expect(decideEntry(sponsor, { ...entry, regions: ['33.72'] })).toEqual(ignored('nothing-changes'));
    expect(decideEntry(sponsor, { ...entry, regions: ['33.72', '33.11'] }).kind).toBe('happened');
  });
});
