import { contributionsTopic, membersTopic } from '#libs/contracts';
import { inTurns, type Turn } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import { wasTaken } from '../../../domain/coverage/history.js';
import { encodeHistory } from '../encode-history.js';
import { storeHistories } from '../history-rows.js';
import {
  changesOf,
  storeChanges,
  takeInto,
  type Changes,
  type Person,
} from '../postgres-person-histories.js';
import { noteReading } from '../reading.js';
import type { HeldArrival } from './held-arrivals.js';

const PERSON_STATE = { table: 'person_state', columns: ['person_id', 'history'] };

const TOPICS = [membersTopic.name, contributionsTopic.name];

/** Streams begin with the letter of their topic. */
const topicOf = (stream: string): string =>
  stream.startsWith('m') ? membersTopic.name : contributionsTopic.name;

/**
 * In the order of the sequences, since what was retried comes last, wherever it lay. Figures do not depend on any other
 * order.
 */
const inSequence = (arrivals: readonly HeldArrival[]) =>
  arrivals.toSorted((a, b) => a.arrival.sequence - b.arrival.sequence);

interface Told {
  readonly topic: string;
  readonly recordedAt: string;
  readonly data: { readonly personId: string };
}

/** What was taken of a person, and what must wait for what is missing before it. */
const takeAll = (personId: string, person: Person, arrivals: readonly HeldArrival[]) => {
  const taken: Told[] = [];
  const left: HeldArrival[] = [];
  for (const held of inSequence(arrivals)) {
    const outcome = takeInto(person, held.arrival);
    if (outcome.kind === 'refused') left.push(held);
    else if (wasTaken(outcome))
      taken.push({ topic: topicOf(held.arrival.stream), recordedAt: held.recordedAt, data: { personId } });
  }
  return { taken, left };
};

type History = Changes['histories'][number];

/** A history that was never written goes by COPY, in the text form of bytes; the others as they do otherwise. */
const encoded = async (
  { histories }: Changes,
  persons: ReadonlyMap<string, Person>,
  turn?: Turn,
): Promise<(tx: Transaction) => Promise<void>> => {
  const fresh: [personId: string, bytes: string][] = [];
  const known: History[] = [];
  const encode = ([personId, history]: History) => {
    if (persons.get(personId)!.before.sequences.size > 0) known.push([personId, history]);
    else fresh.push([personId, `\\x${encodeHistory(history).toString('hex')}`]);
  };
  await inTurns(histories, encode, turn);
  return async (tx) => {
    await tx.copy(PERSON_STATE, fresh);
    await storeHistories(tx, known);
  };
};

/** What arrived about a group of persons, worked out and ready to be written. */
export interface FoldedGroup {
  /** What must wait for what is missing before it. */
  readonly left: readonly HeldArrival[];
  /** Writes histories, steps, and the count of what was taken. */
  readonly store: (tx: Transaction) => Promise<void>;
}

/**
 * Takes in what arrived about a group of persons, behind what is written about them (`persons`). What was taken before is
 * told by its sequence, so that it may come again after the end of a process. `turn` comes between two pieces of the work:
 * no transaction should be open meanwhile.
 */
export const foldGroup = async (
  persons: ReadonlyMap<string, Person>,
  group: ReadonlyMap<string, readonly HeldArrival[]>,
  turn?: Turn,
): Promise<FoldedGroup> => {
  const told: ReturnType<typeof takeAll>[] = [];
  const take = ([personId, arrivals]: readonly [string, readonly HeldArrival[]]) =>
    told.push(takeAll(personId, persons.get(personId)!, arrivals));
  await inTurns(group, take, turn);
  const changes = await changesOf(persons, turn);
  const taken = Map.groupBy(
    told.flatMap((each) => each.taken),
    ({ topic }) => topic,
  );
  const histories = await encoded(changes, persons, turn);
  const store = async (storing: Transaction) => {
    await storeChanges(storing, changes, histories);
    for (const topic of TOPICS) await noteReading(storing, topic, taken.get(topic) ?? []);
  };
  return { left: told.flatMap(({ left }) => left), store };
};
