import { describe, expect, it } from '@jest/globals';
import { happened, ignored, refused } from '#libs/kernel';
import { decideMerge, type Mergeable, type MergeableMembership, type MergeEvent } from './merge.js';

const DAY = '2024-12-17';
const held = (membershipId: string, more: Partial<MergeableMembership> = {}): MergeableMembership => ({
  membershipId,
  memberNumber: '24000000017',
  paymentCode: '8888824000000017',
  segment: 'BPU',
  employer: null,
  eventCover: null,
  endedOn: null,
  registeredOn: '2024-03-10',
  ...more,
});
const known = (personId: string, ...memberships: MergeableMembership[]): Mergeable => ({
  status: 'known',
  personId,
  memberships,
});
const into = known('p-1', held('m-1'));
const merged: MergeEvent = { type: 'PersonMerged', into: 'p-1' };
const merge = (duplicate: Mergeable, person: Mergeable = into) => decideMerge(duplicate, person, DAY);

describe('two persons who are one', () => {
  it('keep one membership of each kind: the other ends as a duplicate, not before it began', () => {
    const duplicate = known('p-2', held('m-2'));
    const ended = { type: 'DuplicateEnded', membershipId: 'm-2', endedOn: DAY } as const;
    expect(merge(duplicate)).toEqual(happened<MergeEvent>(ended, merged));
    expect(merge(known('p-2', held('m-2', { registeredOn: '2024-12-18' })))).toEqual(
      happened<MergeEvent>({ ...ended, endedOn: '2024-12-18' }, merged),
    );
  });

  it('lose no cover: what the duplicate alone has must be signed up for first', () => {
    const employed = held('m-2', { segment: 'PU', employer: 'NPP-1' });
    expect(merge(known('p-2', employed))).toEqual(refused('membership-not-held'));
    expect(
      merge(known('p-2', employed), known('p-1', held('m-1', { segment: 'PU', employer: 'NPP-1' }))).kind,
    ).toBe('happened');
    expect(merge(known('p-2', held('m-2')), known('p-1', held('m-1', { endedOn: DAY })))).toEqual(
      refused('membership-not-held'),
    );
  });

  it('keep what ended already as it is, and what ends by itself', () => {
    expect(merge(known('p-2', held('m-2', { endedOn: DAY })))).toEqual(happened(merged));
    expect(merge(known('p-2', held('m-2', { endedOn: '2024-12-18' })))).toEqual(happened(merged));
    expect(merge(known('p-2'))).toEqual(happened(merged));
  });

  it('are merged once', () => {
    expect(merge({ status: 'merged', into: 'p-1' })).toEqual(ignored('nothing-changes'));
    expect(merge({ status: 'merged', into: 'p-3' })).toEqual(refused('person-merged'));
    expect(merge(into, { status: 'merged', into: 'p-3' })).toEqual(refused('person-merged'));
  });

  it('are two, both there, and neither erased', () => {
    expect(merge(into)).toEqual(refused('same-person'));
    for (const [status, reason] of [
      ['unknown', 'person-unknown'],
      ['erased', 'person-erased'],
    ] as const) {
      expect(merge({ status })).toEqual(refused(reason));
      expect(merge(into, { status })).toEqual(refused(reason));
    }
  });
});
