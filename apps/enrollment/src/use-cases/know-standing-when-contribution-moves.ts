import { contributionPaid, contributionReversed, membershipLapsed, membershipRevived } from '#libs/contracts';
import { assertNever, type Batch } from '#libs/kernel';
import type { StandingFact } from '../domain/standing/standing.js';
import { take } from '../domain/standing/take.js';
import type { ContributionMessage, Standings } from './standings.js';

const factOf = (message: ContributionMessage): StandingFact => {
  switch (message.type) {
    case contributionPaid.type: {
      const { contributionId, from, through, payer, months } = message.data;
      const isEventCover = months.length === 0;
      return { type: 'ContributionPaid', contributionId, from, through, payer: payer.kind, isEventCover };
    }
    case contributionReversed.type:
      return { type: 'ContributionReversed', contributionId: message.data.contributionId };
    case membershipLapsed.type:
      return { type: 'MembershipLapsed', lapsedOn: message.data.lapsedOn };
    case membershipRevived.type:
      return { type: 'MembershipRevived' };
    default:
      return assertNever(message);
  }
};

/** A membership is active, in arrears, lapsed or revived as contribution tells; nobody is asked. */
export class KnowStandingWhenContributionMoves {
  constructor(private readonly standings: Standings) {}

  handle(batch: Batch<ContributionMessage>) {
    return this.standings.follow(batch, (message, taken) =>
      take({ ...message, fact: factOf(message) }, taken),
    );
  }
}
