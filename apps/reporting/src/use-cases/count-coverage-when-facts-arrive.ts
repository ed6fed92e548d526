import { contributionsTopic, membersTopic, type TopicContract } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { Fact } from '../domain/coverage/fact.js';
import type { Arrival } from '../domain/coverage/history.js';
import type { RegionTree } from '../domain/regions/region-tree.js';
import { arrivalOf } from './arrivals.js';
import type { ContributionMessage, MemberMessage, PersonMessage } from './facts-of-messages.js';

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

/** Figures follow from what enrollment and contribution tell about persons. */
export class CountCoverageWhenFactsArrive {
  constructor(
    private readonly histories: PersonHistories,
    private readonly regions: RegionTree,
  ) {}

  /** Counts what enrollment told: registrations, changes, endings. */
  members(batch: Batch<MemberMessage>) {
    return this.take(batch, membersTopic);
  }

  /** Counts what contribution told: payments and reversals. */
  contributions(batch: Batch<ContributionMessage>) {
    return this.take(batch, contributionsTopic);
  }

  private take<Told extends PersonMessage>(batch: Batch<Told>, { name }: TopicContract) {
    return this.histories.take(batch, name, (message) => arrivalOf(name, message, this.regions));
  }
}
