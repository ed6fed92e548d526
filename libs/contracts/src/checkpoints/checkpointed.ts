import { defineEvent, type EventContract, type TopicContract } from '../define.js';
import { Is } from '../fields.js';
import { instant, integer, text } from '../kinds.js';
import {
  claimsCheckpointsTopic,
  claimsTopic,
  contributionCheckpointsTopic,
  contributionsTopic,
  enrollmentCheckpointsTopic,
  membersTopic,
} from '../topics.js';

/** So many events at most lie between two checkpoints of a partition. */
export const CHECKPOINT_EVENTS_MAX = 1_000;
/** Eight bytes of each event, in base64. */
const DIGESTS_TEXT_MAX = Math.ceil((CHECKPOINT_EVENTS_MAX * 8) / 3) * 4;

/** What the service says that it has written to one partition of its lasting topic, each event once, in order. */
export class LogCheckpointed {
  @Is(text(128)) topic!: string;
  @Is(integer(0)) partition!: number;
  /** Events before the ones that are counted here. */
  @Is(integer(0)) after!: number;
  /** Events up to and including the ones that are counted here. */
  @Is(integer(1)) count!: number;
  /** Sum modulo 2⁶⁴ of the digests of all events up to here, as a signed number. */
  @Is(text(20)) digest!: string;
  /** The digests of events `after` + 1 … `count`, in the order of the log: 64 bits each, big-endian, in base64. */
  @Is(text(DIGESTS_TEXT_MAX)) digests!: string;
  /** The latest recorded instant of all events up to here. */
  @Is(instant) recordedThrough!: string;
}

export class MembersCheckpointed extends LogCheckpointed {}
export class ContributionsCheckpointed extends LogCheckpointed {}
export class ClaimsCheckpointed extends LogCheckpointed {}

const checkpointOf = <Type extends string>(
  payload: new () => LogCheckpointed,
  topic: TopicContract,
  of: TopicContract,
  type: `id.cakupan.${Type}`,
): EventContract<Type, LogCheckpointed> =>
  defineEvent({
    topic,
    type,
    summary: `So many events lie in a partition of ${of.name}, with their digests: a reader can prove that it has taken just these.`,
    payload,
    key: (checkpoint) => `${checkpoint.topic}/${checkpoint.partition}`,
    subject: (checkpoint) => `log/${checkpoint.topic}/${checkpoint.partition}`,
    example: {
      topic: of.name,
      partition: 7,
      after: 1_204,
      count: 1_206,
      digest: '-6172839405172839405',
      digests: 'q83vASNFZ4mrze8BI0VniQ==',
      recordedThrough: '2024-12-17T10:00:02.113Z',
    },
  });

export const membersCheckpointed = checkpointOf(
  MembersCheckpointed,
  enrollmentCheckpointsTopic,
  membersTopic,
  'id.cakupan.enrollment.members-checkpointed.v1',
);

export const contributionsCheckpointed = checkpointOf(
  ContributionsCheckpointed,
  contributionCheckpointsTopic,
  contributionsTopic,
  'id.cakupan.contribution.contributions-checkpointed.v1',
);

export const claimsCheckpointed = checkpointOf(
  ClaimsCheckpointed,
  claimsCheckpointsTopic,
  claimsTopic,
  'id.cakupan.claims.claims-checkpointed.v1',
);

const BY_TOPIC = new Map<string, EventContract<string, LogCheckpointed>>([
  [membersTopic.name, membersCheckpointed],
  [contributionsTopic.name, contributionsCheckpointed],
  [claimsTopic.name, claimsCheckpointed],
]);

/** Under which event type the events of a topic are accounted for; undefined where they are not. */
export const checkpointOfTopic = (topic: string): EventContract<string, LogCheckpointed> | undefined =>
  BY_TOPIC.get(topic);
