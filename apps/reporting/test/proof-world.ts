import {
  claimsTopic,
  contributionsCheckpointed,
  contributionsTopic,
  eventsOn,
  membersCheckpointed,
  membersTopic,
  newEvent,
  type EventContract,
  type Message,
} from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import {
  Accountant,
  EventLog,
  messagingMigrations,
  type IncomingMessage,
  type OutgoingMessage,
} from '#libs/messaging';
import { eventually, openTestDatabase } from '#libs/testing';
import { KafkaBatch, type Entry } from '../../../libs/messaging/src/consume/kafka-batch.js';
import { decode } from '../../../libs/messaging/src/envelope/decode.js';
import { LANES } from '../../../libs/messaging/src/events/lanes.js';
import { unsentAfter } from '../../../libs/messaging/src/events/unsent.js';
import { CountCoverageWhenFactsArrive } from '../src/use-cases/count-coverage-when-facts-arrive.js';
import type { ContributionMessage, MemberMessage } from '../src/use-cases/facts-of-messages.js';
import { NoteWhatOwnersSay, type CheckpointMessage } from '../src/use-cases/note-what-owners-say.js';
import { ProveWhatWasRead } from '../src/use-cases/prove-what-was-read.js';
import { openCoverageApp } from './coverage-app.js';

const READER = 'reporting';
const TOPICS = [membersTopic, contributionsTopic, claimsTopic];
const PARTITIONS = 12;

/** A message of the log, with its place. */
export interface Logged extends IncomingMessage {
  readonly topic: string;
  readonly partition: number;
}

const contractOf = new Map<string, EventContract>(
  TOPICS.flatMap((topic) => eventsOn(topic)).map((contract) => [contract.type, contract]),
);

/** What stands in a log for the events that messages tell of. */
const eventOf = (message: Message) =>
  newEvent(contractOf.get(message.type)!, message.data, {
    eventId: message.eventId,
    sequence: message.sequence,
    recordedAt: message.recordedAt,
    cause: message,
  });

/**
 * An owner with its own database, a log, and reporting that reads it: all but the broker between them, so that a test can
 * do to the log what no broker would.
 */
export const openProofWorld = async () => {
  const owner = await openTestDatabase('owner', { migrations: [...messagingMigrations] });
  const log: Logged[] = [];
  const partitionLog = (topic: string, partition: number) =>
    log.filter((each) => each.topic === topic && each.partition === partition);
  const ends = async () =>
    TOPICS.flatMap(({ name: topic }) =>
      Array.from({ length: PARTITIONS }, (_, partition) => {
        const last = partitionLog(topic, partition).at(-1);
        return { topic, partition, low: 0n, high: last === undefined ? 0n : last.offset + 1n };
      }),
    );
  const reporting = await openCoverageApp({ ends });
  const count = reporting.app.get(CountCoverageWhenFactsArrive);
  const events = new EventLog();
  const accountant = new Accountant(owner.database, events);
  const positions = new Map<string, bigint>();
  let published = LANES_AT_THE_BEGINNING;
  let [sentBefore, total] = [0, 0];

  const append = (messages: readonly Message[]) =>
    owner.database.transaction((tx) => events.append(tx, messages.map(eventOf)));

  /** What the owner has written since, as its relay would send it; other tests' transactions may hold it up. */
  const sent = async (): Promise<readonly Logged[]> => {
    const found: OutgoingMessage[] = [];
    await eventually(async () => {
      await owner.database.transaction(async (tx) => {
        for (let lane = 0; lane < LANES; lane += 1) {
          const more = await unsentAfter(tx, {
            lane,
            cursor: published[lane]!,
            limit: 10_000,
            source: '/owner',
          });
          if (more === null) continue;
          found.push(...more.messages);
          published = published.with(lane, more.upTo);
        }
      });
      const [{ written } = { written: 0 }] = await owner.database.query<{ written: number }>(
        'select count(*)::integer as written from event',
      );
      total = written;
      return sentBefore + found.length === written;
    });
    sentBefore = total;
    return found.map(loggedOf);
  };

  const handle = (topic: string, batch: Batch<Message>) => {
    if (topic === membersTopic.name) return count.members(batch as Batch<MemberMessage>);
    if (topic === contributionsTopic.name) return count.contributions(batch as Batch<ContributionMessage>);
    return reporting.app.get(NoteWhatOwnersSay).handle(batch as Batch<CheckpointMessage>);
  };

  /** Reporting takes messages of one partition as the transport hands them over; `skipped` offsets it never saw. */
  const take = async (messages: readonly Logged[], contracts: readonly EventContract[]) => {
    for (const [place, ofPlace] of Map.groupBy(messages, (each) => `${each.topic}/${each.partition}`)) {
      const { topic, partition } = ofPlace[0]!;
      const from = positions.get(place) ?? 0n;
      const to = ofPlace.at(-1)!.offset + 1n;
      const listening = { contracts, known: new Set<string>(contracts.map(({ type }) => type)) };
      const entries: Entry[] = ofPlace.map((incoming) => ({
        incoming,
        decoded: decode(incoming, listening),
      }));
      await reporting.database.query(
        `insert into consumer_position (consumer, topic, partition, next_offset) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [READER, topic, partition, String(from)],
      );
      const share = { partition, entries, from, to };
      const accounts = TOPICS.some(({ name }) => name === topic);
      await handle(topic, new KafkaBatch({ consumer: READER, topic }, [share], null, accounts));
      positions.set(place, to);
    }
  };

  const unaccounted = async (): Promise<number> => {
    const [row] = await owner.database.query<{ left: number }>(
      `select (select count(*) from event where topic = any($1))::integer
              - (select coalesce(sum(events), 0) from log_account)::integer as left`,
      [TOPICS.map(({ name }) => name)],
    );
    return row!.left;
  };

  return {
    reporting,
    owner: owner.database,
    accountant,
    append,
    sent,
    log,
    /** Puts messages behind those that are in the log. */
    publish: (messages: readonly Logged[]): readonly Logged[] =>
      messages.map((message) => {
        const last = partitionLog(message.topic, message.partition).at(-1);
        const logged = { ...message, offset: last === undefined ? 0n : last.offset + 1n };
        log.push(logged);
        return logged;
      }),
    read: (messages: readonly Logged[]) => {
      const [first] = messages;
      const topic = TOPICS.find(({ name }) => name === first?.topic);
      return topic === undefined ? Promise.resolve() : take(messages, eventsOn(topic));
    },
    /** The owner accounts for what it has written, and reporting hears and compares it. */
    prove: async () => {
      await eventually(async () => {
        for (let lane = 0; lane < LANES; lane += 1) await accountant.goOn(lane);
        return (await unaccounted()) === 0;
      });
      const checkpoints = (await sent()).filter(({ topic }) => topic.endsWith('.checkpoints.v1'));
      const placed = checkpoints.map((each) => ({
        ...each,
        offset:
          (positions.get(`${each.topic}/${each.partition}`) ?? 0n) + BigInt(placeAmong(checkpoints, each)),
      }));
      for (const contract of [membersCheckpointed, contributionsCheckpointed])
        await take(
          placed.filter(({ topic }) => topic === contract.topic.name),
          [contract as unknown as EventContract],
        );
      await reporting.app.get(ProveWhatWasRead).handle();
    },
    close: async () => {
      await reporting.close();
      await owner.drop();
    },
  };
};

const loggedOf = ({ topic, partition, key, value, headers }: OutgoingMessage): Logged => ({
  topic,
  partition: partition!,
  offset: 0n,
  key: Buffer.from(key),
  value: value === null ? null : Buffer.from(value),
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
  timestampMs: 0,
});

const LANES_AT_THE_BEGINNING: readonly { transactionId: string; position: string }[] = Array.from(
  { length: LANES },
  () => ({ transactionId: '0', position: '0' }),
);

const placeAmong = (all: readonly Logged[], one: Logged): number =>
  all.filter(({ topic, partition }) => topic === one.topic && partition === one.partition).indexOf(one);
