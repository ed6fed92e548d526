import type {
  Cause,
  contributionPaid,
  contributionReversed,
  membershipLapsed,
  membershipRevived,
  MessageOf,
} from '#libs/contracts';
import type { Batch, Day, Outcome } from '#libs/kernel';
import type { Reminder } from '../domain/standing/reminder.js';
import type { Standing, StandingFact } from '../domain/standing/standing.js';

/** What is published about contributions. */
export type ContributionMessage =
  | MessageOf<typeof contributionPaid>
  | MessageOf<typeof contributionReversed>
  | MessageOf<typeof membershipLapsed>
  | MessageOf<typeof membershipRevived>;

export type DecideFact = (message: ContributionMessage, taken: number) => Outcome<StandingFact>;

/** It is time to look whether something is to be said of a membership. */
export interface ReminderCommand extends Cause {
  readonly membershipId: string;
  readonly recordedAt: string;
}

export type DecideReminder = (
  standing: Standing,
  endedOn: Day | null,
  said: Reminder | null,
) => Outcome<Reminder>;

/** Where memberships stand, as contribution tells it. */
export abstract class Standings {
  /** Takes facts in, in order, each on what those before it left behind. */
  abstract follow(
    batch: Batch<ContributionMessage>,
    decide: DecideFact,
  ): Promise<readonly Outcome<StandingFact>[]>;
  /** Says what is due, and notes when to look again. */
  abstract remind(
    batch: Batch<ReminderCommand>,
    decide: DecideReminder,
  ): Promise<readonly Outcome<Reminder>[]>;
  /** Memberships of which something may have to be said by that day. */
  abstract dueBy(day: Day, limit: number): Promise<readonly string[]>;
  /** One of which nothing was said has never been paid. */
  abstract find(membershipId: string): Promise<Standing>;
}
