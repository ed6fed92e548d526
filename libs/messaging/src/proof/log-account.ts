import {
  CHECKPOINT_EVENTS_MAX,
  checkpointOfTopic,
  newEvent,
  type LogCheckpointed,
  type NewEvent,
} from '#libs/contracts';
import { addDigests, packDigests } from './event-digest.js';

/** What a service has said to one partition of a topic. */
export interface PartitionAccount {
  readonly topic: string;
  readonly partition: number;
  readonly events: number;
  readonly digest: bigint;
  /** Checkpoints that were published. */
  readonly checkpoints: number;
  /** RFC 3339, UTC. */
  readonly recordedThrough: string;
}

/** An event that was said, in the order of the log. */
export interface SaidEvent {
  readonly topic: string;
  readonly partition: number;
  readonly digest: bigint;
  readonly recordedAt: string;
}

const laterOf = (a: string, b: string) => (a > b ? a : b);

const begun = ({ topic, partition }: SaidEvent): PartitionAccount => ({
  topic,
  partition,
  events: 0,
  digest: 0n,
  checkpoints: 0,
  recordedThrough: '',
});

const after = (account: PartitionAccount, said: readonly SaidEvent[]): PartitionAccount => ({
  ...account,
  events: account.events + said.length,
  digest: addDigests(
    account.digest,
    said.map(({ digest }) => digest),
  ),
  checkpoints: account.checkpoints + 1,
  recordedThrough: said.reduce((latest, each) => laterOf(latest, each.recordedAt), account.recordedThrough),
});

const checkpointOf = (
  before: PartitionAccount,
  now: PartitionAccount,
  said: readonly SaidEvent[],
): LogCheckpointed => ({
  topic: now.topic,
  partition: now.partition,
  after: before.events,
  count: now.events,
  digest: String(now.digest),
  digests: packDigests(said.map(({ digest }) => digest)).toString('base64'),
  recordedThrough: now.recordedThrough,
});

/** An account that has moved, with the checkpoints that say so. */
export interface MovedAccount {
  readonly account: PartitionAccount;
  readonly checkpoints: readonly LogCheckpointed[];
}

/** Goes on with the accounts by what was said: a checkpoint for each thousand events of a partition, and for the rest. */
export const goOn = (
  accounts: readonly PartitionAccount[],
  said: readonly SaidEvent[],
): readonly MovedAccount[] => {
  const nameOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;
  const known = new Map(accounts.map((account) => [nameOf(account), account]));
  return [...Map.groupBy(said, nameOf)].map(([name, ofPartition]) => {
    let account = known.get(name) ?? begun(ofPartition[0]!);
    const checkpoints: LogCheckpointed[] = [];
    for (let at = 0; at < ofPartition.length; at += CHECKPOINT_EVENTS_MAX) {
      const part = ofPartition.slice(at, at + CHECKPOINT_EVENTS_MAX);
      const now = after(account, part);
      checkpoints.push(checkpointOf(account, now, part));
      account = now;
    }
    return { account, checkpoints };
  });
};

/** The events that publish the checkpoints of a moved account; they count as recorded when the last they tell of was. */
export const checkpointEvents = (
  { account, checkpoints }: MovedAccount,
  nextId: () => string,
): readonly NewEvent[] =>
  checkpoints.map((checkpoint, place) => {
    const eventId = nextId();
    return newEvent(checkpointOfTopic(account.topic)!, checkpoint, {
      eventId,
      sequence: account.checkpoints - checkpoints.length + place + 1,
      recordedAt: checkpoint.recordedThrough,
      cause: { eventId, correlationId: eventId, traceparent: null },
    });
  });
