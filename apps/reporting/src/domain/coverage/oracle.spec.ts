import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jakartaDay, SEGMENTS, type Day } from '#libs/kernel';
import { countedOn } from '../../../test/oracle/counted.js';
import { DAYS, DAYS_OF_GRACE, filterOf, history, sortedFacts } from '../../../test/oracle/histories.js';
import { holdsOn, property, residenceOn, under, type Hold } from '../../../test/oracle/oracle.js';
import { factsOf } from '../../../test/oracle/told.js';
import { dayNumber, dayOf } from './day-number.js';
import { compareFacts, type Fact } from './fact.js';
import { GRACES } from './grace.js';
import { labelsOf, matches, partsOf, type TermsFilter } from './labels.js';
import { codeOf, isForEverybody } from './scope.js';
import { addedSteps, stepsOf, type Step } from './steps.js';

const sum = (steps: readonly Step[]) => steps.reduce((total, step) => total + step.persons, 0);

const merged = (steps: readonly Step[]) => {
  const cells = new Map<string, number>();
  for (const { persons, ...cell } of steps) {
    const key = JSON.stringify(Object.entries(cell).sort());
    cells.set(key, (cells.get(key) ?? 0) + persons);
  }
  return new Map([...cells].filter(([, persons]) => persons !== 0).sort());
};

/** What the steps that count on a day answer: persons by region and channel code, by programme. */
const answered = (steps: readonly Step[], filter: TermsFilter) => {
  const persons: Record<string, number> = {};
  const count = (key: string, step: Step) => {
    persons[key] = (persons[key] ?? 0) + step.persons;
  };
  for (const step of steps) {
    const labels = labelsOf(step.signature);
    const code = codeOf(step.scope);
    if (code !== null && matches(labels, filter)) count(`${step.region} ${code}`, step);
    if (!isForEverybody(step.scope)) continue;
    if (matches(labels, filter)) count(`${step.region} `, step);
    for (const cut of CUTS) for (const part of partsOf(labels, cut, filter)) count(`${cut} ${part}`, step);
  }
  return Object.fromEntries(Object.entries(persons).filter(([, n]) => n !== 0));
};

const CUTS = ['segment', 'channel', 'programme', 'payer', 'occupation'] as const;

/** What the definitions say to the same questions. */
const literally = (holds: readonly Hold[], home: string) => {
  const persons: Record<string, number> = {};
  for (const hold of holds) {
    persons[`${home} `] = 1;
    for (const code of hold.codes) persons[`${home} ${code}`] = 1;
    persons[`segment ${hold.segment}`] = 1;
    persons[`channel ${hold.channel}`] = 1;
    persons[`payer ${hold.payer}`] = 1;
    for (const programme of hold.programmes) persons[`programme ${programme}`] = 1;
    for (const group of hold.occupations.length === 0 ? ['unmapped'] : hold.occupations)
      persons[`occupation ${group}`] = 1;
  }
  return persons;
};

const knownBy = (day: Day, steps: readonly Step[]) => steps.filter((step) => step.knownOn <= dayNumber(day));

describe('the steps of a person', () => {
  it.each(['registered', 'active'] as const)(
    'answer every question about %s as the definitions do',
    (measure) => {
      fc.assert(
        fc.property(history, fc.constantFrom(...DAYS), filterOf, (told, knownOn, filter) => {
          const steps = knownBy(knownOn, stepsOf(sortedFacts(told)));
          const known = told.filter((each) => jakartaDay(each.at) <= knownOn);
          for (const asOf of DAYS) {
            const holds = holdsOn(known, measure, asOf).filter((hold) => under(hold, filter));
            const home = residenceOn(known, asOf);
            expect(answered(countedOn(steps, measure, asOf), filter)).toEqual(literally(holds, home));
          }
        }),
        { numRuns: 500 },
      );
    },
  );

  it.each(GRACES)('answer every question about who is protected with %i months of grace', (months) => {
    const asked = fc.tuple(fc.constantFrom(...DAYS), filterOf, fc.subarray(DAYS_OF_GRACE, { minLength: 30 }));
    fc.assert(
      fc.property(history, asked, (told, [knownOn, filter, days]) => {
        const steps = knownBy(knownOn, stepsOf(sortedFacts(told)));
        const known = told.filter((each) => jakartaDay(each.at) <= knownOn);
        for (const asOf of days) {
          const holds = holdsOn(known, 'protected', asOf, months).filter((hold) => under(hold, filter));
          const home = residenceOn(known, asOf);
          const counted = countedOn(steps, 'protected', asOf, months);
          expect(answered(counted, filter)).toEqual(literally(holds, home));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tell who joined in a period, and lives where on the day', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...DAYS), fc.constantFrom(...DAYS), (told, from, knownOn) => {
        const steps = knownBy(knownOn, stepsOf(sortedFacts(told))).filter((step) => step.signature >= from);
        const known = told.filter((each) => jakartaDay(each.at) <= knownOn);
        for (const asOf of DAYS) {
          const joined = known
            .filter((each) => each.type === 'registered')
            .filter((each) => from <= each.registeredOn && each.registeredOn <= asOf);
          const home = residenceOn(known, asOf);
          const now = countedOn(steps, 'joined', asOf);
          for (const scope of ['', ...SEGMENTS]) {
            const counts = joined.some(
              (each) => scope === '' || property(known, each, 'segment', asOf) === scope,
            );
            const here = now.filter((step) =>
              scope === '' ? isForEverybody(step.scope) : codeOf(step.scope) === scope,
            );
            expect(sum(here)).toBe(counts ? 1 : 0);
            expect(sum(here.filter((step) => step.region === home))).toBe(counts ? 1 : 0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('add up to the same, in whatever order and batches the facts arrive', () => {
    const shuffled = history.chain((told) =>
      fc.tuple(
        fc.constant(told),
        fc.shuffledSubarray(told, { minLength: told.length, maxLength: told.length }),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: told.length, maxLength: told.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([told, arrival, sizes]) => {
        const added: Step[] = [];
        let facts: Fact[] = [];
        let taken = 0;
        for (const size of sizes) {
          const next = [...facts, ...arrival.slice(taken, taken + size).flatMap(factsOf)].sort(compareFacts);
          added.push(...addedSteps(facts, next));
          facts = next;
          taken += size;
        }
        expect(merged(added)).toEqual(merged(stepsOf(sortedFacts(told))));
      }),
      { numRuns: 800 },
    );
  });

  it('never put a person into two cells of one day', () => {
    fc.assert(
      fc.property(history, (told) => {
        const steps = stepsOf(sortedFacts(told)).filter((step) => isForEverybody(step.scope));
        for (const day of DAYS) {
          const now = countedOn(steps, 'active', day);
          expect([0, 1]).toContain(sum(now));
          const cells = new Map<string, number>();
          for (const step of now) {
            const cell = `${step.region} ${step.signature}`;
            cells.set(cell, (cells.get(cell) ?? 0) + step.persons);
          }
          for (const persons of cells.values()) expect([0, 1]).toContain(persons);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('days', () => {
  it('go forth and back', () => {
    for (const day of DAYS) expect(dayOf(dayNumber(day))).toBe(day);
  });
});
