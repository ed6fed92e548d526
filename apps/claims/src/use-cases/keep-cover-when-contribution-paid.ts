import {
  contributionPaid,
  contributionReversed,
  membershipLapsed,
  membershipRevived,
  type MessageOf,
} from '#libs/contracts';
import { assertNever, jakartaDay, type Batch, type Outcome } from '#libs/kernel';
import type { Contribution, CoverFact } from '../domain/cover/cover.js';
import { take, type Arrival } from '../domain/cover/cover.take.js';
import type { Covers } from './covers.js';

type Paid = MessageOf<typeof contributionPaid>;

/** What is published about contributions. */
export type ContributionMessage =
  | Paid
  | MessageOf<typeof contributionReversed>
  | MessageOf<typeof membershipLapsed>
  | MessageOf<typeof membershipRevived>;

const contributionOf = ({ data, recordedAt }: Paid): Contribution => ({
  contributionId: data.contributionId,
  segment: data.segment,
  programmes: data.programmes,
  from: data.from,
  through: data.through,
  eventCover: data.months.length === 0,
  paidOn: jakartaDay(data.paidAt),
  recordedOn: jakartaDay(recordedAt),
  saved: { JHT: data.amounts.JHT ?? 0, JP: data.amounts.JP ?? 0 },
});

const factOf = (message: ContributionMessage): CoverFact => {
  const { membershipId } = message.data;
  switch (message.type) {
    case contributionPaid.type:
      return { type: 'contribution-paid', membershipId, contribution: contributionOf(message) };
    case contributionReversed.type:
      return { type: 'contribution-reversed', membershipId, contributionId: message.data.contributionId };
    case membershipLapsed.type:
    case membershipRevived.type:
      return { type: 'cover-unchanged' };
    default:
      return assertNever(message);
  }
};

const arrivalOf = (message: ContributionMessage): Arrival => ({
  stream: { topic: 'contributions', membershipId: message.data.membershipId },
  sequence: message.sequence,
  follows: message.follows,
  fact: factOf(message),
});

/** Keeps which days are paid for, and forgets those that were reversed. */
export class KeepCoverWhenContributionPaid {
  constructor(private readonly covers: Covers) {}

  handle(batch: Batch<ContributionMessage>): Promise<readonly Outcome<Arrival>[]> {
    return this.covers.change(batch, (message, cover) => take(arrivalOf(message), cover));
  }
}
