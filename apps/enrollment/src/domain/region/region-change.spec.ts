import { describe, expect, it } from '@jest/globals';
import { happened, ignored, refused } from '#libs/kernel';
import { evolveMembership, type Membership, type MembershipEvent } from '../membership/membership.js';
import { decideRegionChange, mapResidence, placeOn, type RegionChange } from './region-change.js';

const OLD = '33.72.05.1099';
const NEW = '33.72.05.1011';
const change = (more: Partial<RegionChange> = {}): RegionChange => ({
  code: OLD,
  becomes: NEW,
  from: null,
  ...more,
});
const knowing =
  (...changes: RegionChange[]) =>
  (code: string) =>
    changes.find((one) => one.code === code) ?? null;
const decide = (asked: RegionChange, ...known: RegionChange[]) =>
  decideRegionChange(asked, { isRegion: (code) => code !== '99.99', changeOf: knowing(...known) });

describe('a code that became another one', () => {
  it('is recorded, once', () => {
    expect(decide(change())).toEqual(happened({ type: 'RegionChanged', ...change() }));
    expect(decide(change(), change())).toEqual(ignored('nothing-changes'));
    expect(decide(change({ becomes: '33.72.05' }), change())).toEqual(refused('region-change-recorded'));
    expect(decide(change({ from: '2025-01-01' }), change())).toEqual(refused('region-change-recorded'));
  });

  it('becomes one that there is, and never itself again', () => {
    expect(decide(change({ becomes: '99.99' }))).toEqual(refused('unknown-region'));
    expect(decide(change({ becomes: OLD }))).toEqual(refused('region-change-leads-back'));
    const back = { code: NEW, becomes: OLD, from: null };
    expect(decide(change(), back)).toEqual(refused('region-change-leads-back'));
  });
});

describe('the place that a code stands for', () => {
  const merged = change({ from: '2025-01-01' });

  it('is another one from the day of the change on', () => {
    expect(placeOn(OLD, '2024-12-31', knowing(merged))).toBe(OLD);
    expect(placeOn(OLD, '2025-01-01', knowing(merged))).toBe(NEW);
    expect(placeOn('33.72', '2025-01-01', knowing(merged))).toBe('33.72');
  });

  it('follows one change after the other', () =>
    expect(placeOn(OLD, '2026-01-01', knowing(merged, { code: NEW, becomes: '33.72.05', from: null }))).toBe(
      '33.72.05',
    ));
});

const membership = (...history: MembershipEvent[]): Membership =>
  history.reduce(evolveMembership, {
    status: 'open',
    registration: { registeredOn: '2024-03-10', terms: { residence: OLD } },
    changes: [],
  } as never);
const moved = (effectiveOn: string, residence: string): MembershipEvent => ({
  type: 'MemberChanged',
  effectiveOn,
  changes: { residence },
});

describe('a member who lives under the code', () => {
  it('is moved from the beginning on where it never was one', () =>
    expect(mapResidence(change(), membership())).toEqual(happened(moved('2024-03-10', NEW))));

  it('is moved on the day of the change, or when it comes to live there afterwards', () => {
    const merged = change({ from: '2024-06-01' });
    expect(mapResidence(merged, membership())).toEqual(happened(moved('2024-06-01', NEW)));
    const late = membership(moved('2024-04-01', '33.11'), moved('2024-07-01', OLD));
    expect(mapResidence(merged, late)).toEqual(happened(moved('2024-07-01', NEW)));
  });

  it('is moved for each time that it lived there', () =>
    expect(
      mapResidence(change(), membership(moved('2024-04-01', '33.11'), moved('2024-07-01', OLD))),
    ).toEqual(happened(moved('2024-03-10', NEW), moved('2024-07-01', NEW))));

  it('is left alone once it was, or where it no longer lives there or is no more', () => {
    expect(mapResidence(change(), membership(moved('2024-03-10', NEW)))).toEqual(ignored('nothing-changes'));
    const gone = membership(moved('2024-04-01', '33.11'));
    expect(mapResidence(change({ from: '2024-04-01' }), gone)).toEqual(ignored('nothing-changes'));
    const ended = membership({ type: 'MembershipEnded', endedOn: '2024-06-01', reason: 'left' });
    expect(mapResidence(change({ from: '2024-06-01' }), ended)).toEqual(ignored('nothing-changes'));
    expect(mapResidence(change({ from: '2024-05-31' }), ended).kind).toBe('happened');
    expect(mapResidence(change(), { status: 'unknown' })).toEqual(refused('membership-unknown'));
  });
});
