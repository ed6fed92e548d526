import { inTurns, type Batch, type Outcome, type Turn } from '#libs/kernel';
import { partitionOf, type WritePath } from '#libs/messaging';
import type { Transaction } from '#libs/persistence';
import type { Fact } from '../../domain/coverage/fact.js';
import {
  decideArrival,
  evolveHistory,
  initialHistory,
  wasTaken,
  type Arrival,
  type PersonHistory,
} from '../../domain/coverage/history.js';
import { addedSteps } from '../../domain/coverage/steps.js';
import { addedJourneys, type JourneyStep } from '../../domain/funnel/journey.js';
import { PersonHistories, type ToldMessage } from '../../use-cases/count-coverage-when-facts-arrive.js';
import { writeJourneys } from './funnel/journey-sums.js';
import { loadHistories, storeHistories } from './history-rows.js';
import { lockPersons } from './lock-persons.js';
import { noteReading } from './reading.js';
import { StepSums } from './step-sums.js';

/** A person before and after what arrived. */
export interface Person {
  readonly before: PersonHistory;
  now: PersonHistory;
}

/** The persons as they were told of so far, also those of whom nothing was. */
export const loadPersons = async (
  tx: Transaction,
  personIds: readonly string[],
): Promise<Map<string, Person>> => {
  const histories = await loadHistories(tx, personIds);
  return new Map(
    personIds.map((personId) => {
      const before = histories.get(personId) ?? initialHistory;
      return [personId, { before, now: before }];
    }),
  );
};

/** Takes an arrival in, if it may be taken. */
export const takeInto = (person: Person, arrival: Arrival): Outcome<Fact> => {
  const outcome = decideArrival(arrival, person.now);
  if (wasTaken(outcome)) person.now = evolveHistory(person.now, arrival);
  return outcome;
};

/** What has changed about persons, ready to be written. */
export interface Changes {
  readonly histories: readonly (readonly [personId: string, history: PersonHistory])[];
  readonly sums: StepSums;
  readonly journeys: readonly JourneyStep[];
}

/** The histories that have changed, and what they change in the figures. */
export const changesOf = async (persons: ReadonlyMap<string, Person>, turn?: Turn): Promise<Changes> => {
  const changed = [...persons].filter(([, { before, now }]) => now !== before);
  const sums = new StepSums();
  const journeys: JourneyStep[] = [];
  const takeIn = ([, { before, now }]: (typeof changed)[number]) => {
    sums.add(addedSteps(before.facts, now.facts));
    journeys.push(...addedJourneys(before.facts, now.facts));
  };
  await inTurns(changed, takeIn, turn);
  return { histories: changed.map(([personId, { now }]) => [personId, now]), sums, journeys };
};

/** Writes what has changed. */
export const storeChanges = async (
  tx: Transaction,
  { histories, sums, journeys }: Changes,
  store = storeHistories,
): Promise<void> => {
  await store(tx, histories);
  await sums.write(tx);
  await writeJourneys(tx, journeys);
};

/** Told when steps were written, so that they are rolled up soon. */
export interface Wakes {
  wake(events: number): void;
}

/** Histories of persons in PostgreSQL, one compact value each. */
export class PostgresPersonHistories extends PersonHistories {
  constructor(
    private readonly writes: WritePath,
    private readonly rollUp: Wakes,
  ) {
    super();
  }

  override async take<Told extends ToldMessage>(
    batch: Batch<Told>,
    topic: string,
    arrivalOf: (message: Told) => Arrival,
  ): Promise<readonly Outcome<Fact>[]> {
    const outcomes = await this.writes.run(batch, (tx, messages) =>
      this.change(tx, messages, topic, arrivalOf),
    );
    this.rollUp.wake(outcomes.length);
    return outcomes;
  }

  /** Members, contributions and claims are keyed and partitioned by person, so one lock for each partition does. */
  private async change<Told extends ToldMessage>(
    tx: Transaction,
    messages: readonly Told[],
    topic: string,
    arrivalOf: (message: Told) => Arrival,
  ): Promise<readonly Outcome<Fact>[]> {
    const arrivals = messages.map(arrivalOf);
    const partitions = new Set(messages.map(({ data }) => partitionOf(data.personId)));
    await lockPersons(tx, partitions);
    const persons = await loadPersons(tx, [...new Set(arrivals.map(({ personId }) => personId))]);
    const outcomes = arrivals.map((arrival) => takeInto(persons.get(arrival.personId)!, arrival));
    await storeChanges(tx, await changesOf(persons));
    const taken = messages.filter((_, place) => wasTaken(outcomes[place]!));
    await noteReading(tx, topic, taken);
    return outcomes;
  }
}
