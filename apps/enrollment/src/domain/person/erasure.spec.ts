import { describe, expect, it } from '@jest/globals';
import { happened, ignored, refused } from '#libs/kernel';
import { decideErasure, type ErasableMembership, type ErasureEvent } from './erasure.js';

const TODAY = '2024-12-17';
const held = (membershipId: string, more: Partial<ErasableMembership> = {}): ErasableMembership => ({
  membershipId,
  registeredOn: '2024-01-01',
  endedOn: null,
  ...more,
});
const erasing = (...memberships: ErasableMembership[]) =>
  decideErasure(TODAY, { status: 'known', memberships });

describe('erasing a person', () => {
  it('ends each open membership first, today', () =>
    expect(erasing(held('m-1'), held('m-2', { endedOn: '2024-06-01' }), held('m-3'))).toEqual(
      happened<ErasureEvent>(
        { type: 'MembershipLeft', membershipId: 'm-1', endedOn: TODAY },
        { type: 'MembershipLeft', membershipId: 'm-3', endedOn: TODAY },
        { type: 'PersonErased' },
      ),
    ));

  it('ends none before it began', () =>
    expect(erasing(held('m-1', { registeredOn: '2024-12-18' }))).toMatchObject({
      events: [{ endedOn: '2024-12-18' }, { type: 'PersonErased' }],
    }));

  it('leaves the end of a membership that is known as it is, also one to come', () =>
    expect(erasing(held('m-1', { endedOn: '2025-01-01' }))).toEqual(happened({ type: 'PersonErased' })));

  it('happens once, to somebody who is there', () => {
    expect(decideErasure(TODAY, { status: 'erased' })).toEqual(ignored('nothing-changes'));
    expect(decideErasure(TODAY, { status: 'unknown' })).toEqual(refused('person-unknown'));
    expect(decideErasure(TODAY, { status: 'merged' })).toEqual(refused('person-merged'));
  });
});
