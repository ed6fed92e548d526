import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { history, sortedFacts } from '../../../test/oracle/histories.js';
import { milestonesLiterally } from '../../../test/oracle/funnel.js';
import { factsOf, type Told } from '../../../test/oracle/told.js';
import { dayOf } from '../coverage/day-number.js';
import { compareFacts, type Fact } from '../coverage/fact.js';
import { addedJourneys, journeysOf, type JourneyStep } from './journey.js';

const at = '2024-01-31T03:00:00.000Z';
const registered = (change: object = {}): Told =>
  ({
    type: 'registered',
    at,
    id: 'r-1',
    membershipId: 'm-1',
    registeredOn: '2024-01-31',
    segment: 'BPU',
    programmes: ['JKK'],
    payer: 'self',
    occupations: ['street-trader'],
    kind: 'agent',
    code: 'A-1',
    campaign: 'RUN',
    residence: '33.72.05.1011',
    ...change,
  }) as Told;
let number = 0;
const paid = (from: string, through: string, change: object = {}): Told =>
  ({
    type: 'paid',
    at,
    id: `p-${(number += 1)}`,
    membershipId: 'm-1',
    contributionId: `c-${number}`,
    segment: 'BPU',
    programmes: ['JKK'],
    payer: 'self',
    event: false,
    from,
    through,
    ...change,
  }) as Told;
const died = (endedOn: string): Told => ({
  type: 'ended',
  at,
  id: 'e-1',
  membershipId: 'm-1',
  endedOn,
  died: true,
});

const milestones = (...told: readonly Told[]) =>
  journeysOf(sortedFacts(told))
    .map(({ milestone }) => milestone)
    .sort();

describe('how far a membership came', () => {
  it('begins with the sign-up, by channel, code, campaign, region and day', () => {
    const [step, ...others] = journeysOf(sortedFacts([registered()]));
    expect(others).toEqual([]);
    expect({ ...step, registeredOn: dayOf(step!.registeredOn) }).toMatchObject({
      region: '33.72.05.1011',
      registeredOn: '2024-01-31',
      channelCode: 'A-1',
      campaign: 'RUN',
      milestone: 'signed-up',
      memberships: 1,
    });
  });

  it('counts nothing of a membership that nobody has registered yet', () =>
    expect(milestones(paid('2024-02-01', '2024-02-29'))).toEqual([]));

  it('is looked at on the same day months later, cut to the last of the month', () => {
    expect(milestones(registered(), paid('2024-02-01', '2024-04-29'))).toEqual(['first-paid', 'signed-up']);
    expect(milestones(registered(), paid('2024-02-01', '2024-04-30'))).toEqual([
      'active-3',
      'first-paid',
      'signed-up',
    ]);
    expect(milestones(registered(), paid('2024-07-31', '2024-07-31'))).toContain('active-6');
    expect(milestones(registered(), paid('2024-08-01', '2025-01-30'))).not.toContain('active-6');
    expect(milestones(registered(), paid('2025-01-31', '2025-01-31'))).toContain('active-12');
  });

  it('forgets a contribution that was reversed', () => {
    const contribution = paid('2024-02-01', '2024-12-31', { contributionId: 'c-back' });
    const reversed: Told = { type: 'reversed', at, id: 'x-1', contributionId: 'c-back' };
    expect(milestones(registered(), contribution, reversed)).toEqual(['signed-up']);
  });

  it('ends with a death, from that day on', () => {
    const year = paid('2024-02-01', '2025-02-28');
    expect(milestones(registered(), year, died('2024-07-31'))).toEqual([
      'active-3',
      'first-paid',
      'signed-up',
    ]);
    expect(milestones(registered(), year, died('2024-08-01'))).toContain('active-6');
  });

  it('goes on after an event when the person pays for days behind it, under any membership', () => {
    const event = paid('2024-02-10', '2024-02-12', { event: true, payer: 'organiser' });
    const other = (through: string, payer = 'self') =>
      paid('2024-02-01', through, { membershipId: 'm-2', payer });
    expect(milestones(registered(), event)).toEqual(['event-covered', 'first-paid', 'signed-up']);
    expect(milestones(registered(), event, other('2024-02-12'))).not.toContain('went-on');
    expect(milestones(registered(), event, other('2024-02-13'))).toContain('went-on');
    expect(milestones(registered(), event, other('2024-02-29', 'government'))).not.toContain('went-on');
  });
});

const summed = (steps: readonly JourneyStep[]) => {
  const sums = new Map<string, number>();
  for (const { memberships, ...cell } of steps) {
    const key = JSON.stringify(Object.entries(cell).sort());
    sums.set(key, (sums.get(key) ?? 0) + memberships);
  }
  return new Map([...sums].filter(([, memberships]) => memberships !== 0).sort());
};

describe('the milestones of all memberships', () => {
  it('are what the definitions say', () => {
    fc.assert(
      fc.property(history, (told) => {
        const found = journeysOf(sortedFacts(told)).map(
          ({ region, registeredOn, channelCode, campaign, milestone }) =>
            `${region} ${dayOf(registeredOn)} ${channelCode} ${campaign} ${milestone}`,
        );
        expect(found.sort()).toEqual([...milestonesLiterally(told)].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('add up to the same, in whatever order and batches the facts arrive', () => {
    const arriving = history.chain((told) =>
      fc.tuple(
        fc.constant(told),
        fc.shuffledSubarray(told, { minLength: told.length, maxLength: told.length }),
        fc.integer({ min: 1, max: 4 }),
      ),
    );
    fc.assert(
      fc.property(arriving, ([told, arrival, size]) => {
        const added: JourneyStep[] = [];
        let facts: readonly Fact[] = [];
        for (let taken = 0; taken < arrival.length; taken += size) {
          const next = [...facts, ...arrival.slice(taken, taken + size).flatMap(factsOf)].sort(compareFacts);
          added.push(...addedJourneys(facts, next));
          facts = next;
        }
        expect(summed(added)).toEqual(summed(journeysOf(sortedFacts(told))));
      }),
      { numRuns: 500 },
    );
  });
});
