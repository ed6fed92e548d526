import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jakartaDay, type Day } from '#libs/kernel';
import { countedOn } from '../../../test/oracle/counted.js';
import { DAYS, filterOf, history, sortedFacts } from '../../../test/oracle/histories.js';
import { holdsOn, later, residenceOn, under } from '../../../test/oracle/oracle.js';
import { factsOf, VALID, type Told } from '../../../test/oracle/told.js';
import { dayOf } from '../coverage/day-number.js';
import { causeOf, type Cause } from '../coverage/fact.js';
import type { TermsFilter } from '../coverage/labels.js';
import { isForEverybody } from '../coverage/scope.js';
import { stepsOf, type Step } from '../coverage/steps.js';
import { packTerms, programmesMask, signatureOf } from '../coverage/terms.js';
import { revisionsOf, type Learnt } from './revision.js';

const signature = signatureOf([packTerms(1, 0, 0, programmesMask(['JKK']), 0)]);
const learnt = (knownOn: Day, cause: Cause, persons: number): Learnt => ({
  knownOn,
  cause,
  persons,
  signature,
});
const moving = (revisions: ReturnType<typeof revisionsOf>) =>
  revisions.filter(({ gained, lost }) => gained + lost > 0);

describe('why a figure differs', () => {
  it('names every cause, also those that changed nothing', () => {
    expect(revisionsOf([], {})).toHaveLength(7);
    expect(moving(revisionsOf([], {}))).toEqual([]);
  });

  it('adds up what one cause gained and lost over the days', () => {
    const revisions = revisionsOf(
      [
        learnt('2024-12-18', 'moved', 3),
        learnt('2024-12-19', 'moved', -5),
        learnt('2024-12-19', 'paid-late', 4),
      ],
      {},
    );
    expect(moving(revisions)).toEqual([
      { cause: 'paid-late', gained: 4, lost: 0, persons: 4 },
      { cause: 'moved', gained: 3, lost: 5, persons: -2 },
    ]);
  });

  it('sets those who came against those who went on one day', () => {
    const oneDay = [learnt('2024-12-18', 'moved', 3), learnt('2024-12-18', 'moved', -5)];
    expect(moving(revisionsOf(oneDay, {}))).toEqual([{ cause: 'moved', gained: 0, lost: 2, persons: -2 }]);
  });

  it('counts only those under the filter', () => {
    const all = [learnt('2024-12-18', 'paid', 3)];
    expect(moving(revisionsOf(all, { programme: ['JHT'] }))).toEqual([]);
    expect(moving(revisionsOf(all, { programme: ['JKK'] }))).toHaveLength(1);
  });
});

/** What is asked: of which figure, about which day. */
interface Asked {
  readonly measure: 'registered' | 'active';
  readonly region: string;
  readonly asOf: Day;
  readonly filter: TermsFilter;
}

/** Whether the person counts, read literally from what was told: 1 or 0. */
const countOf = (known: Told[], { measure, region, asOf, filter }: Asked): number =>
  residenceOn(known, asOf) === region && holdsOn(known, measure, asOf).some((hold) => under(hold, filter))
    ? 1
    : 0;

const stepsThere = (steps: readonly Step[], { measure, region, asOf }: Omit<Asked, 'filter'>) =>
  countedOn(steps, measure, asOf)
    .filter((step) => step.region === region && isForEverybody(step.scope))
    .map((step) => ({ ...step, knownOn: dayOf(step.knownOn) }));

/** The causes of what was told; a change that moves the person, too, has two. */
const causesOf = (told: Told): string => [...new Set(factsOf(told).map(causeOf))].sort().join(' ');

/** What the definitions say: each thing that was told, in its order, makes the person count or not. */
const literally = (told: readonly Told[], asked: Asked, since: Day, until: Day) => {
  const inOrder = [...told].sort(later);
  const sums: Record<string, number> = {};
  let before = 0;
  inOrder.forEach((each, place) => {
    const after = countOf(inOrder.slice(0, place + 1), asked);
    const [day, causes] = [jakartaDay(each.at), causesOf(each)];
    if (day > since && day <= until) sums[causes] = (sums[causes] ?? 0) + after - before;
    before = after;
  });
  return sums;
};

const SINGLE = ['registered', 'paid', 'paid-late', 'reversed', 'ended'] as const;
const measures = fc.constantFrom('registered' as const, 'active' as const);
const PLACES = [...VALID, 'unmapped'];
const someDays = fc.subarray(DAYS, { minLength: 4, maxLength: 4 });
/** Things are recorded over thirteen days from the third one on. */
const knowing = fc
  .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 12 }))
  .map(([since, days]) => [DAYS[since]!, DAYS[since + days]!] as const);
const sumOf = (all: readonly { readonly persons: number }[]) =>
  all.reduce((sum, { persons }) => sum + persons, 0);

describe('the causes of a difference', () => {
  it('add up to it exactly, and are those of what was told, whatever is asked', () => {
    const differences: number[] = [];
    const filters = fc.oneof(fc.constant<TermsFilter>({}), filterOf);
    fc.assert(
      fc.property(
        history,
        knowing,
        measures,
        someDays,
        filters,
        (told, [since, until], measure, days, filter) => {
          const steps = stepsOf(sortedFacts(told));
          for (const [asOf, region] of days.flatMap((day) => PLACES.map((place) => [day, place] as const))) {
            const asked = { measure, region, asOf, filter };
            const revisions = revisionsOf(
              stepsThere(steps, asked).filter(({ knownOn }) => knownOn > since && knownOn <= until),
              filter,
            );
            const known = (day: Day) => told.filter((each) => jakartaDay(each.at) <= day);
            const difference = countOf(known(until), asked) - countOf(known(since), asked);
            expect(sumOf(revisions)).toBe(difference);
            if (difference !== 0) differences.push(difference);
            const expected = literally(told, asked, since, until);
            const ours = new Map<string, number>(revisions.map(({ cause, persons }) => [cause, persons]));
            for (const cause of SINGLE) expect(ours.get(cause)).toBe(expected[cause] ?? 0);
            for (const { persons, gained, lost } of revisions) expect(persons).toBe(gained - lost);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(differences.length).toBeGreaterThan(40);
  });

  it('of many persons are those of each, added up', () => {
    fc.assert(
      fc.property(
        fc.array(history, { minLength: 2, maxLength: 4 }),
        fc.constantFrom(...PLACES),
        (persons, region) => {
          const asked = { measure: 'active', region, asOf: DAYS.at(-1)! } as const;
          const all = persons.flatMap((told) => stepsThere(stepsOf(sortedFacts(told)), asked));
          const byPerson = persons.map((told) => countOf(told, { ...asked, filter: {} }));
          expect(sumOf(revisionsOf(all, {}))).toBe(byPerson.reduce((sum, one) => sum + one, 0));
        },
      ),
      { numRuns: 100 },
    );
  });
});
