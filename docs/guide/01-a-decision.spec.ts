/**
 * A decision.
 *
 * The rules of a service lie in `apps/<service>/src/domain`, a folder for each concept, and are plain functions:
 *
 * - `initial`: the situation before anything happened;
 * - `evolve(situation, event)`: the situation after one more thing happened;
 * - `decide(command, situation)`: what happens when this is asked.
 *
 * They import nothing but their own folder and `libs/kernel`. Day, time, ids and chance come in as arguments, so a rule
 * can be tried with nothing started and nothing replaced. A situation is a union of situations, never a bag of optional
 * fields: a membership is unknown, open, or ended (and then it has a last day).
 *
 * An answer is a value: it happened, it is ignored, or it is refused, the last two with a reason from the list in
 * `libs/kernel/src/reasons.ts`. Only a bug or an outage is thrown.
 *
 * So a specification reads: given what happened, when this is asked, then …
 */
import { happened, ignored, refused } from '#libs/kernel';
import { givenOf } from '#libs/testing';
import { describe, expect, it } from '@jest/globals';
import {
  decideEnd,
  type EndMembership,
} from '../../apps/enrollment/src/domain/membership/membership.decide.js';
import {
  evolveMembership,
  unknownMembership,
  type Membership,
  type MembershipEvent,
} from '../../apps/enrollment/src/domain/membership/membership.js';

const open: Membership = {
  status: 'open',
  changes: [],
  registration: {
    membershipId: 'membership-1',
    personId: 'person-1',
    memberNumber: '24000000017',
    paymentCode: '8888824000000017',
    channel: { kind: 'association', code: 'PKL-MANAHAN', campaign: null },
    employer: null,
    eventCover: null,
    registeredOn: '2024-03-10',
    startsOn: '2024-04-01',
    signUpId: 'sign-up-1',
    terms: {
      segment: 'BPU',
      programmes: ['JKK', 'JKM'],
      basis: 1_000_000,
      occupations: ['street-trader'],
      residence: '33.72.05.1011',
      payer: { kind: 'self', code: null },
    },
  },
};

/** Of somebody who was registered on 10 March 2024. */
const given = givenOf<Membership, MembershipEvent, EndMembership>({
  initial: open,
  evolve: evolveMembership,
  decide: decideEnd,
});

const diedOn = (endedOn: string): EndMembership => ({ endedOn, reason: 'died' });
const ended: MembershipEvent = { type: 'MembershipEnded', endedOn: '2024-06-01', reason: 'died' };

describe('a decision', () => {
  it('answers with what happened', () => {
    expect(given().when(diedOn('2024-06-01'))).toEqual(happened(ended));
  });

  it('ignores what is so already, and says why: commands may come twice', () => {
    expect(given(ended).when(diedOn('2024-06-01'))).toEqual(ignored('nothing-changes'));
  });

  it('refuses what a rule forbids, as a value', () => {
    expect(given(ended).when(diedOn('2024-06-02'))).toEqual(refused('membership-ended'));
  });

  it('is tried on both sides of each limit', () => {
    expect(given().when(diedOn('2024-03-10')).kind).toBe('happened');
    expect(given().when(diedOn('2024-03-09'))).toEqual(refused('before-registration'));
  });

  it('knows each situation, the first one too', () => {
    expect(decideEnd(diedOn('2024-06-01'), unknownMembership)).toEqual(refused('membership-unknown'));
  });

  it('changes nothing by itself: what happened is there only once it evolves', () => {
    const before = structuredClone(open);
    const outcome = given().when(diedOn('2024-06-01'));
    expect(open).toEqual(before);
    expect(outcome.kind === 'happened' && outcome.events.reduce(evolveMembership, open)).toMatchObject({
      status: 'ended',
      endedOn: '2024-06-01',
    });
  });

  it('gives the same answer whenever it is asked', () => {
    const ask = () => given().when(diedOn('2024-06-01'));
    expect(ask()).toEqual(ask());
  });
});
