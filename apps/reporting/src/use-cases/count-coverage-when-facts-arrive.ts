import { contributionsTopic, membersTopic, type TopicContract } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import { compactId, type Fact } from '../domain/coverage/fact.js';
import type { Arrival } from '../domain/coverage/history.js';
import type { RegionTree } from '../domain/regions/region-tree.js';
import {
  factsOf,
  type ContributionMessage,
  type MemberMessage,
  type PersonMessage,
} from './facts-of-messages.js';

/** What every message about a person carries. */
export interface ToldMessage {
  readonly recordedAt: string;
  readonly data: { readonly personId: string };
}

/** Keeps what was told about each person, and the steps that it makes in the figures. */
export abstract class PersonHistories {
  /**
   * Takes the messages of a batch, of one partition or several, in one transaction: histories, steps and positions.
   * One outcome for each item: happened, ignored as a repeat or as changing no figure, refused for a gap.
   */
  abstract take<Told extends ToldMessage>(
    batch: Batch<Told>,
    topic: string,
    arrivalOf: (message: Told) => Arrival,
  ): Promise<readonly Outcome<Fact>[]>;
}

/** A stream in short: topic and kind of subject by a letter each, and the subject's id. */
const streamOf = (letter: string, subject: string): string => {
  const slash = subject.indexOf('/');
  return `${letter}${subject[0]}/${compactId(subject.slice(slash + 1))}`;
};

/** Figures follow from what enrollment and contribution tell about persons. */
export class CountCoverageWhenFactsArrive {
  constructor(
    private readonly histories: PersonHistories,
    private readonly regions: RegionTree,
  ) {}

  /** Counts what enrollment told: registrations, changes, endings. */
  members(batch: Batch<MemberMessage>) {
    return this.take(batch, membersTopic, 'm');
  }

  /** Counts what contribution told: payments and reversals. */
  contributions(batch: Batch<ContributionMessage>) {
    return this.take(batch, contributionsTopic, 'c');
  }

  private take<Told extends PersonMessage>(batch: Batch<Told>, topic: TopicContract, letter: string) {
    return this.histories.take(batch, topic.name, (message) => ({
      personId: message.data.personId.toLowerCase(),
      stream: streamOf(letter, message.subject),
      sequence: message.sequence,
      follows: message.follows,
      facts: factsOf(message, this.regions),
    }));
  }
}
