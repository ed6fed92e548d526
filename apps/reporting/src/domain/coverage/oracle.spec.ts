import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  CHANNEL_KINDS,
  jakartaDay,
  occupationGroupOf,
  PROGRAMMES,
  SEGMENTS,
  type ChannelKind,
  type Day,
  type PayerKind,
  type Programme,
  type Segment,
} from '#libs/kernel';
import { dayNumber, dayOf, microsecondsOf } from './day-number.js';
import { compareFacts, type Fact } from './fact.js';
import { labelsOf, matches, partsOf, type TermsFilter } from './labels.js';
import { codeOf, isForEverybody } from './scope.js';
import { addedSteps, stepsOf, type Step } from './steps.js';
import { channelPlace, groupsMask, payerPlace, programmesMask, segmentPlace } from './terms.js';

/*
 * An oracle that shares nothing with the fold but the facts. It answers "which persons count as of D, known on K" for
 * one person by reading the definitions literally over what was told, and must agree with the sum over the steps.
 */

type Told = { at: string; id: string } & (
  | {
      type: 'registered';
      membershipId: string;
      registeredOn: Day;
      segment: Segment;
      programmes: Programme[];
      payer: PayerKind;
      occupations: string[];
      kind: ChannelKind;
      code: string;
      residence: string | null;
    }
  | {
      type: 'changed';
      membershipId: string;
      effectiveOn: Day;
      residence?: string;
      segment?: Segment;
      programmes?: Programme[];
      payer?: PayerKind;
      occupations?: string[];
    }
  | { type: 'ended'; membershipId: string; endedOn: Day; died: boolean }
  | {
      type: 'paid';
      membershipId: string;
      contributionId: string;
      segment: Segment;
      programmes: Programme[];
      payer: PayerKind;
      from: Day;
      through: Day;
      event: boolean;
    }
  | { type: 'reversed'; contributionId: string }
);
type Of<T extends Told['type']> = Extract<Told, { type: T }>;

const VALID = ['33.72.05.1011', '33.72.05', '33.11', '31.71.01.1001'];
const valid = (code: string) => (VALID.includes(code) ? code : 'unmapped');
const groupsOf = (codes: readonly string[]) => [...new Set(codes.map(occupationGroupOf))];

const factsOf = (told: Told): Fact[] => {
  const recorded = { at: microsecondsOf(told.at), id: told.id };
  switch (told.type) {
    case 'registered':
      return [
        {
          ...recorded,
          kind: 'registered',
          membershipId: told.membershipId,
          registeredOn: dayNumber(told.registeredOn),
          segment: segmentPlace(told.segment),
          programmes: programmesMask(told.programmes),
          payer: payerPlace(told.payer),
          groups: groupsMask(groupsOf(told.occupations)),
          channelKind: channelPlace(told.kind),
          channelCode: told.code,
          residence: told.residence === null ? null : valid(told.residence),
        },
      ];
    case 'changed': {
      const effectiveOn = dayNumber(told.effectiveOn);
      const { residence, segment, programmes, payer, occupations, membershipId } = told;
      const facts: Fact[] = [];
      if (residence !== undefined)
        facts.push({ ...recorded, kind: 'moved', effectiveOn, residence: valid(residence) });
      if (segment ?? programmes ?? payer ?? occupations) {
        facts.push({
          ...recorded,
          kind: 'changed',
          membershipId,
          effectiveOn,
          segment: segment === undefined ? null : segmentPlace(segment),
          programmes: programmes === undefined ? null : programmesMask(programmes),
          payer: payer === undefined ? null : payerPlace(payer),
          groups: occupations === undefined ? null : groupsMask(groupsOf(occupations)),
        });
      }
      return facts;
    }
    case 'ended':
      return [
        {
          ...recorded,
          kind: 'ended',
          membershipId: told.membershipId,
          endedOn: dayNumber(told.endedOn),
          died: told.died,
        },
      ];
    case 'paid':
      return [
        {
          ...recorded,
          kind: 'paid',
          membershipId: told.membershipId,
          contributionId: told.contributionId,
          segment: segmentPlace(told.segment),
          programmes: programmesMask(told.programmes),
          payer: payerPlace(told.payer),
          from: dayNumber(told.from),
          through: dayNumber(told.through),
          event: told.event,
        },
      ];
    case 'reversed':
      return [{ ...recorded, kind: 'reversed', contributionId: told.contributionId }];
  }
};

// ---- the oracle ------------------------------------------------------------------------------------------------

const later = (a: Told, b: Told) => (a.at === b.at ? (a.id > b.id ? 1 : -1) : a.at > b.at ? 1 : -1);

/** The value in force on the day: latest effective day not after it, then recorded last. */
const inForce = <V>(said: { on: Day; by: Told; value: V }[], day: Day): V | undefined => {
  const now = said.filter((each) => each.on <= day);
  const best = now.reduce<(typeof now)[number] | undefined>(
    (winner, each) =>
      winner === undefined || each.on > winner.on || (each.on === winner.on && later(each.by, winner.by) > 0)
        ? each
        : winner,
    undefined,
  );
  return best?.value;
};

const residenceOn = (known: Told[], day: Day): string => {
  const said = known.flatMap((told): { on: Day; by: Told; value: string }[] => {
    if (told.type === 'registered' && told.residence !== null)
      return [{ on: told.registeredOn, by: told, value: valid(told.residence) }];
    if (told.type === 'changed' && told.residence !== undefined)
      return [{ on: told.effectiveOn, by: told, value: valid(told.residence) }];
    return [];
  });
  if (said.length === 0) return 'unmapped';
  const first = said.map((each) => each.on).sort()[0]!;
  return inForce(said, day < first ? first : day)!;
};

const property = <K extends 'segment' | 'programmes' | 'payer' | 'occupations'>(
  known: Told[],
  registered: Of<'registered'>,
  name: K,
  day: Day,
): Of<'registered'>[K] => {
  const said = known.flatMap((told): { on: Day; by: Told; value: Of<'registered'>[K] }[] => {
    if (told === registered) return [{ on: registered.registeredOn, by: told, value: registered[name] }];
    const isChange = told.type === 'changed' && told.membershipId === registered.membershipId;
    if (!isChange || told[name] === undefined || told.effectiveOn < registered.registeredOn) return [];
    return [{ on: told.effectiveOn, by: told, value: told[name] as unknown as Of<'registered'>[K] }];
  });
  return inForce(said, day < registered.registeredOn ? registered.registeredOn : day)!;
};

interface Hold {
  segment: string;
  programmes: readonly string[];
  payer: string;
  channel: string;
  code: string;
  occupations: readonly string[];
}

const diedBy = (known: Told[], day: Day) =>
  known.some((told) => told.type === 'ended' && told.died && told.endedOn <= day);

const holdsOn = (known: Told[], measure: 'registered' | 'active', day: Day): Hold[] => {
  const registrations = known.filter((told) => told.type === 'registered');
  if (measure === 'registered') {
    return registrations
      .filter((each) => each.registeredOn <= day)
      .filter(
        (each) =>
          !known.some((t) => t.type === 'ended' && t.membershipId === each.membershipId && t.endedOn <= day),
      )
      .map((each) => ({
        segment: property(known, each, 'segment', day),
        programmes: property(known, each, 'programmes', day),
        payer: property(known, each, 'payer', day),
        channel: each.kind,
        code: each.code,
        occupations: groupsOf(property(known, each, 'occupations', day)),
      }));
  }
  if (diedBy(known, day)) return [];
  return known
    .filter((told) => told.type === 'paid')
    .filter((paid) => paid.from <= day && day <= paid.through)
    .filter((paid) => !known.some((t) => t.type === 'reversed' && t.contributionId === paid.contributionId))
    .map((paid) => {
      const membership = registrations.find((each) => each.membershipId === paid.membershipId);
      const occupations = membership ? groupsOf(property(known, membership, 'occupations', day)) : [];
      return {
        segment: paid.segment,
        programmes: paid.programmes,
        payer: paid.payer,
        channel: membership?.kind ?? 'unmapped',
        code: membership?.code ?? 'unmapped',
        occupations: occupations.length === 0 ? ['unmapped'] : occupations,
      };
    });
};

const wanted = (list: readonly string[] | undefined, values: readonly string[]) =>
  list === undefined || values.some((value) => list.includes(value));

const under = (hold: Hold, filter: TermsFilter) =>
  wanted(filter.segment, [hold.segment]) &&
  wanted(filter.channel, [hold.channel]) &&
  wanted(filter.programme, hold.programmes) &&
  wanted(filter.occupation, hold.occupations.length === 0 ? ['unmapped'] : hold.occupations);

// ---- the arbitrary history -------------------------------------------------------------------------------------

const START = '2024-01-25';
const dayIn = (days: number) => fc.integer({ min: 0, max: days }).map((offset) => addDays(START, offset));
const membershipId = fc.constantFrom('m-1', 'm-2', 'm-3');
const segment = fc.constantFrom(...SEGMENTS);
const programmes = fc.constantFrom<Programme[]>(['JKK'], ['JKK', 'JKM'], ['JHT', 'JKK', 'JKM'], ['JHT']);
const payer = fc.constantFrom<PayerKind>('self', 'government');
const occupations = fc.constantFrom<string[]>(['street-trader'], ['farmer', 'fisher'], ['astronaut'], []);
const residence = fc.constantFrom(...VALID, '99.99');
const hour = fc.constantFrom('00:30:00+07:00', '06:59:59.999+07:00', '16:00:00Z', '17:30:00Z');
const recorded = {
  at: fc.tuple(dayIn(12), hour).map(([day, time]) => new Date(`${day}T${time}`).toISOString()),
  id: fc.uuid(),
};

const registration = (id: string): fc.Arbitrary<Told> =>
  fc.record<Of<'registered'>>({
    ...recorded,
    type: fc.constant('registered' as const),
    membershipId: fc.constant(id),
    registeredOn: dayIn(20),
    segment,
    programmes,
    payer,
    occupations,
    kind: fc.constantFrom<ChannelKind>('bank', 'event', 'agent'),
    code: fc.constantFrom('AGG-07', 'BANK-1'),
    residence: fc.option(residence),
  });

const change = fc.record(
  {
    ...recorded,
    type: fc.constant('changed' as const),
    membershipId,
    effectiveOn: dayIn(25),
    residence,
    segment,
    programmes,
    payer,
    occupations,
  },
  { requiredKeys: ['at', 'id', 'type', 'membershipId', 'effectiveOn'] },
);

const end: fc.Arbitrary<Told> = fc.record({
  ...recorded,
  type: fc.constant('ended' as const),
  membershipId,
  endedOn: dayIn(30),
  died: fc.boolean(),
});

const payment = fc.record({
  ...recorded,
  type: fc.constant('paid' as const),
  membershipId,
  contributionId: fc.uuid(),
  segment,
  programmes,
  payer,
  from: dayIn(25),
  days: fc.integer({ min: 0, max: 10 }),
  event: fc.boolean(),
});

const history: fc.Arbitrary<Told[]> = fc
  .tuple(
    fc.subarray(['m-1', 'm-2', 'm-3']).chain((ids) => fc.tuple(...ids.map(registration))),
    fc.array(change, { maxLength: 3 }),
    fc.array(end, { maxLength: 2 }),
    fc.array(payment, { maxLength: 5 }),
    fc.array(fc.record({ ...recorded, which: fc.nat(4) }), { maxLength: 2 }),
  )
  .map(([registrations, changes, ends, payments, reversals]) => {
    const paid = payments.map(({ days, ...rest }): Told => ({ ...rest, through: addDays(rest.from, days) }));
    const reversed = reversals.flatMap(({ which, ...rest }): Told[] => {
      const contributionId = payments[which]?.contributionId;
      return contributionId === undefined ? [] : [{ ...rest, type: 'reversed', contributionId }];
    });
    return [...registrations, ...(changes as Told[]), ...ends, ...paid, ...reversed];
  })
  // A change never comes before the registration of its membership: sequences see to that.
  .map((all) =>
    all.filter((told) => {
      if (told.type !== 'changed') return true;
      const registered = all.find(
        (each) => each.type === 'registered' && each.membershipId === told.membershipId,
      );
      return registered !== undefined && later(told, registered) > 0;
    }),
  );

const filterOf: fc.Arbitrary<TermsFilter> = fc.record(
  {
    segment: fc.subarray([...SEGMENTS], { minLength: 1 }),
    programme: fc.subarray([...PROGRAMMES], { minLength: 1 }),
    channel: fc.subarray(
      [...CHANNEL_KINDS.filter((kind) => ['bank', 'event', 'agent'].includes(kind)), 'unmapped'],
      { minLength: 1 },
    ),
    occupation: fc.subarray(['trade-and-food', 'farming', 'fishery', 'other', 'unmapped'], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

const sortedFacts = (told: readonly Told[]) => told.flatMap(factsOf).sort(compareFacts);

const sum = (steps: readonly Step[]) => steps.reduce((total, step) => total + step.persons, 0);

const merged = (steps: readonly Step[]) => {
  const cells = new Map<string, number>();
  for (const { persons, ...cell } of steps) {
    const key = JSON.stringify(Object.entries(cell).sort());
    cells.set(key, (cells.get(key) ?? 0) + persons);
  }
  return new Map([...cells].filter(([, persons]) => persons !== 0).sort());
};

const DAYS = Array.from({ length: 40 }, (_, offset) => addDays(START, offset - 2));

/** What the steps answer for a day: persons by region and channel code, by programme. */
const answered = (steps: readonly Step[], asOf: Day, filter: TermsFilter) => {
  const persons: Record<string, number> = {};
  const count = (key: string, step: Step) => {
    persons[key] = (persons[key] ?? 0) + step.persons;
  };
  for (const step of steps.filter((each) => each.effectiveOn <= dayNumber(asOf))) {
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
    persons[`${home} ${hold.code}`] = 1;
    persons[`segment ${hold.segment}`] = 1;
    persons[`channel ${hold.channel}`] = 1;
    persons[`payer ${hold.payer}`] = 1;
    for (const programme of hold.programmes) persons[`programme ${programme}`] = 1;
    for (const group of hold.occupations.length === 0 ? ['unmapped'] : hold.occupations)
      persons[`occupation ${group}`] = 1;
  }
  return persons;
};

describe('the steps of a person', () => {
  it.each(['registered', 'active'] as const)(
    'answer every question about %s as the definitions do',
    (measure) => {
      fc.assert(
        fc.property(history, fc.constantFrom(...DAYS), filterOf, (told, knownOn, filter) => {
          const steps = stepsOf(sortedFacts(told)).filter(
            (step) => step.measure === measure && step.knownOn <= dayNumber(knownOn),
          );
          const known = told.filter((each) => jakartaDay(each.at) <= knownOn);
          for (const asOf of DAYS) {
            const holds = holdsOn(known, measure, asOf).filter((hold) => under(hold, filter));
            const home = residenceOn(known, asOf);
            expect(answered(steps, asOf, filter)).toEqual(literally(holds, home));
          }
        }),
        { numRuns: 500 },
      );
    },
  );

  it('tell who joined in a period, and lives where on the day', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...DAYS), fc.constantFrom(...DAYS), (told, from, knownOn) => {
        const steps = stepsOf(sortedFacts(told)).filter(
          (step) => step.measure === 'joined' && step.knownOn <= dayNumber(knownOn) && step.signature >= from,
        );
        const known = told.filter((each) => jakartaDay(each.at) <= knownOn);
        for (const asOf of DAYS) {
          const joined = known
            .filter((each) => each.type === 'registered')
            .filter((each) => from <= each.registeredOn && each.registeredOn <= asOf);
          const home = residenceOn(known, asOf);
          const now = steps.filter((step) => step.effectiveOn <= dayNumber(asOf));
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
        const steps = stepsOf(sortedFacts(told)).filter(
          (step) => isForEverybody(step.scope) && step.measure === 'active',
        );
        for (const day of DAYS) {
          const now = steps.filter((step) => step.effectiveOn <= dayNumber(day));
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
