import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jakartaDay } from '#libs/kernel';
import { countedOn } from '../../../test/oracle/counted.js';
import { DAYS, DAYS_OF_GRACE, history } from '../../../test/oracle/histories.js';
import { holdsOn, residenceOn, type Asked } from '../../../test/oracle/oracle.js';
import { factsOf, type Told } from '../../../test/oracle/told.js';
import { dayNumber } from './day-number.js';
import { compareFacts, type Fact } from './fact.js';
import { isForEverybody } from './scope.js';
import { stepsOf, type Step } from './steps.js';

/** A fold with a fault planted in what it is given or in what it makes of it. */
interface Fault {
  readonly name: string;
  readonly facts?: (facts: readonly Fact[]) => readonly Fact[];
  readonly steps?: (steps: readonly Step[], facts: readonly Fact[]) => readonly Step[];
}

const each =
  <Kind extends Fact['kind']>(kind: Kind, change: (fact: Extract<Fact, { kind: Kind }>) => Fact) =>
  (facts: readonly Fact[]) =>
    facts.map((fact) => (fact.kind === kind ? change(fact as Extract<Fact, { kind: Kind }>) : fact));

const DAY_MICROSECONDS = 86_400_000_000;
const SEVEN_HOURS_MICROSECONDS = 7 * 3_600_000_000;

const FAULTS: readonly Fault[] = [
  { name: 'cover ends a day early', facts: each('paid', (fact) => ({ ...fact, through: fact.through - 1 })) },
  { name: 'cover ends a day late', facts: each('paid', (fact) => ({ ...fact, through: fact.through + 1 })) },
  { name: 'cover begins a day late', facts: each('paid', (fact) => ({ ...fact, from: fact.from + 1 })) },
  { name: 'cover begins a day early', facts: each('paid', (fact) => ({ ...fact, from: fact.from - 1 })) },
  {
    name: 'the day of death is covered',
    facts: each('ended', (fact) => (fact.died ? { ...fact, endedOn: fact.endedOn + 1 } : fact)),
  },
  { name: 'any ending is a death', facts: each('ended', (fact) => ({ ...fact, died: true })) },
  { name: 'a reversal is passed over', facts: (facts) => facts.filter(({ kind }) => kind !== 'reversed') },
  {
    name: 'a reversal counts twice',
    steps: (steps) => steps.flatMap((step) => (step.cause === 'reversed' ? [step, step] : [step])),
  },
  {
    name: 'a residence holds a day late',
    facts: each('moved', (fact) => ({ ...fact, effectiveOn: fact.effectiveOn + 1 })),
  },
  {
    name: 'a membership is registered a day late',
    facts: each('registered', (fact) => ({ ...fact, registeredOn: fact.registeredOn + 1 })),
  },
  {
    name: 'days of knowing are those of UTC',
    facts: (facts) => facts.map((fact) => ({ ...fact, at: fact.at - SEVEN_HOURS_MICROSECONDS })),
  },
  {
    name: 'what is learnt is known a day late',
    facts: (facts) => facts.map((fact) => ({ ...fact, at: fact.at + DAY_MICROSECONDS })),
  },
  {
    name: 'grace begins a day late',
    steps: (steps) =>
      steps.map((step) =>
        step.measure === 'cover-end' ? { ...step, effectiveOn: step.effectiveOn + 1 } : step,
      ),
  },
  {
    name: 'event cover has grace',
    facts: each('paid', (fact) => ({ ...fact, event: false })),
  },
  {
    name: 'a gap within the grace counts twice',
    steps: (steps) => steps.filter(({ measure }) => !measure.startsWith('grace-')),
  },
  {
    name: 'an event counts twice',
    steps: (steps) => [...steps, ...steps.filter(({ cause }) => cause === 'paid')],
  },
];

const MEASURES = ['registered', 'active', 'protected'] as const;
const GRACE = 2;

/** Persons by region on a day, as the fold says. */
const folded = (steps: readonly Step[], measure: Asked, asOf: string, knownOn: string) => {
  const persons: Record<string, number> = {};
  for (const step of countedOn(steps, measure, asOf, GRACE)) {
    if (!isForEverybody(step.scope) || step.knownOn > dayNumber(knownOn)) continue;
    persons[step.region] = (persons[step.region] ?? 0) + step.persons;
  }
  return Object.fromEntries(Object.entries(persons).filter(([, count]) => count !== 0));
};

/** The same as the definitions say. */
const literally = (told: Told[], measure: Asked, asOf: string, knownOn: string) => {
  const known = told.filter(({ at }) => jakartaDay(at) <= knownOn);
  return holdsOn(known, measure, asOf, GRACE).length > 0 ? { [residenceOn(known, asOf)]: 1 } : {};
};

const questions = fc.record({
  told: history,
  measure: fc.constantFrom(...MEASURES),
  knownOn: fc.constantFrom(...DAYS.slice(2, 18)),
});
/** Another day, another seed; it is printed with what fails. */
const seed = Math.floor(Date.now() / 86_400_000);
const ASKED = fc.sample(questions, { seed, numRuns: 400 });

const daysFor = (measure: Asked) => (measure === 'protected' ? DAYS_OF_GRACE : DAYS);

const EXPECTED = ASKED.map(({ told, measure, knownOn }) =>
  daysFor(measure).map((asOf) => JSON.stringify(literally(told, measure, asOf, knownOn))),
);

/** Of how many histories the fold says something else than the definitions. */
const disagreements = ({ facts = (all) => all, steps = (all) => all }: Partial<Fault>): number =>
  ASKED.filter(({ told, measure, knownOn }, place) => {
    const given = [...facts(told.flatMap(factsOf).sort(compareFacts))].sort(compareFacts);
    const made = steps(stepsOf(given), given);
    return daysFor(measure).some(
      (asOf, day) => JSON.stringify(folded(made, measure, asOf, knownOn)) !== EXPECTED[place]![day],
    );
  }).length;

describe('the oracle', () => {
  it(`agrees with the fold (seed ${seed})`, () => expect(disagreements({})).toBe(0));

  it.each(FAULTS.map((fault) => [fault.name, fault] as const))(`catches it when %s`, (_, fault) => {
    expect(disagreements(fault)).toBeGreaterThan(0);
  });
});
