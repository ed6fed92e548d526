/**
 * How an event becomes a figure.
 *
 * A figure answers for a day (as of), knowing what had been recorded by another day (known on). It never depends on the
 * order in which events arrived. In reporting an event takes these steps:
 *
 * 1. the use case reads facts out of it: registered, paid, moved, ended … (`use-cases/facts-of-messages.ts`);
 * 2. the facts about one person, in the order of their recording, show when the person counts, where and under what
 *    (`domain/coverage/timeline.ts`);
 * 3. each new fact adds *steps*: from this day on, as known from that day on, one person more or fewer in this region,
 *    under this signature of segment, channel, programmes, payer and occupations (`domain/coverage/steps.ts`);
 * 4. steps are rolled up into cells of region and signature, up to the country;
 * 5. a question adds up the cells that it names, and sets the sum beside its denominator and target.
 *
 * Steps 1 to 3 are pure. The last two are PostgreSQL and HTTP, tried here with the service as it runs.
 */
import { randomUUID } from 'node:crypto';
import { contributionPaid, contributionReversed, memberRegistered } from '#libs/contracts';
import { eventually, messageOf, outgoing } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayNumber } from '../../apps/reporting/src/domain/coverage/day-number.js';
import { compareFacts, type Fact } from '../../apps/reporting/src/domain/coverage/fact.js';
import { stepsOf } from '../../apps/reporting/src/domain/coverage/steps.js';
import { RegionTree } from '../../apps/reporting/src/domain/regions/region-tree.js';
import { factsOf } from '../../apps/reporting/src/use-cases/facts-of-messages.js';
import { startReporting, type RunningReporting } from '../../apps/reporting/test/running-reporting.js';

const SUMBER = '33.72.05.1011';
const tree = new RegionTree(
  ['33', '33.72', '33.72.05', SUMBER].map((code) => ({ code, name: `region ${code}` })),
);
const newMember = () => ({ personId: randomUUID(), membershipId: randomUUID() });
const december = { months: ['2024-12'], from: '2024-12-01', through: '2024-12-31' };

describe('facts', () => {
  const member = newMember();
  const registered = factsOf(
    messageOf(memberRegistered, { ...member, residence: SUMBER }, { recordedAt: '2024-11-20T02:00:00Z' }),
    tree,
  );
  const paid = factsOf(
    messageOf(contributionPaid, { ...member, ...december }, { recordedAt: '2024-12-10T02:00:00Z' }),
    tree,
  );
  /** How many persons are active, as of a day and known on a day; ends of cover are kept apart, since grace moves them. */
  const active = (facts: readonly Fact[], asOf: string, knownOn: string) =>
    stepsOf(facts.toSorted(compareFacts))
      .filter(({ measure }) => measure === 'active' || measure === 'cover-end')
      .filter((step) => step.effectiveOn <= dayNumber(asOf) && step.knownOn <= dayNumber(knownOn))
      .reduce((sum, { persons }) => sum + persons, 0);

  it('count a person on the days that were paid for, and on no other', () => {
    const facts = [...registered, ...paid];
    expect(active(facts, '2024-11-30', '2024-12-17')).toBe(0);
    expect(active(facts, '2024-12-01', '2024-12-17')).toBe(1);
    expect(active(facts, '2024-12-31', '2024-12-17')).toBe(1);
    expect(active(facts, '2025-01-01', '2024-12-17')).toBe(0);
  });

  it('leave what was known before as it was', () => {
    const facts = [...registered, ...paid];
    expect(active(facts, '2024-12-01', '2024-12-09')).toBe(0);
    expect(active(facts, '2024-12-01', '2024-12-10')).toBe(1);
  });

  it('lead to the same steps in whatever order they arrive', () => {
    const days = ['2024-11-30', '2024-12-01', '2024-12-31', '2025-01-01'];
    const figures = (facts: readonly Fact[]) => days.map((day) => active(facts, day, '2024-12-17'));
    expect(figures([...paid, ...registered])).toEqual(figures([...registered, ...paid]));
  });

  it('of a residence that is not in the list count as unmapped, and are not dropped', () => {
    const elsewhere = factsOf(messageOf(memberRegistered, { ...member, residence: '99.99' }), tree);
    expect(elsewhere).toMatchObject([{ kind: 'registered', residence: 'unmapped' }]);
    expect(active([...elsewhere, ...paid], '2024-12-17', '2024-12-17')).toBe(1);
  });
});

describe('published events', () => {
  let reporting: RunningReporting;
  beforeAll(async () => void (reporting = await startReporting()), 60_000);
  afterAll(() => reporting.close(), 30_000);

  const persons = async (more = ''): Promise<number> => {
    const { total } = await reporting.ask(`coverage?region=${reporting.village}${more}`);
    return (total as { persons: number }).persons;
  };

  it('lead to a figure that can be asked for, with what was known on earlier days', async () => {
    const member = { ...newMember(), contributionId: randomUUID() };
    const registered = outgoing(
      memberRegistered,
      { ...member, residence: reporting.village },
      { recordedAt: '2024-11-20T02:00:00.000Z' },
    );
    const paid = outgoing(
      contributionPaid,
      { ...member, ...december },
      { recordedAt: '2024-12-10T02:00:00.000Z' },
    );
    const before = await persons();
    await reporting.publish(paid, registered, paid);
    await eventually(async () => (await persons()) === before + 1);
    expect(await persons('&knownOn=2024-12-09')).toBe(before);
    expect(await persons('&asOf=2024-11-30')).toBe(before);

    await reporting.publish(outgoing(contributionReversed, member, { sequence: 2 }));
    await eventually(async () => (await persons()) === before);
    expect(await persons('&knownOn=2024-12-10')).toBe(before + 1);
  }, 60_000);
});
