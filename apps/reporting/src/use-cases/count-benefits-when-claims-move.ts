import type {
  benefitPaid,
  BenefitPaid,
  benefitReturned,
  claimDecided,
  claimSubmitted,
  MessageOf,
} from '#libs/contracts';
import { assertNever, jakartaDay, type Batch, type Outcome } from '#libs/kernel';
import type { ClaimArrival, MoneyFact, MoneyMoved } from '../domain/benefits/claim-benefits.js';
import type { RegionTree } from '../domain/regions/region-tree.js';
import type { Benefits } from './benefits.js';

/** What is published about claims. */
export type ClaimMessage = MessageOf<
  typeof claimSubmitted | typeof claimDecided | typeof benefitPaid | typeof benefitReturned
>;

const paid = ({ residence, ...benefit }: BenefitPaid, regions: RegionTree): MoneyFact => ({
  kind: 'paid',
  disbursementId: benefit.disbursementId.toLowerCase(),
  terms: {
    region: residence && regions.has(residence) ? residence : null,
    programme: benefit.programme,
    benefit: benefit.benefit,
  },
  amountRupiah: benefit.amount,
  paidOn: jakartaDay(benefit.paidAt),
});

const factOf = (message: ClaimMessage, regions: RegionTree): MoneyFact => {
  switch (message.type) {
    case 'id.cakupan.claims.claim-submitted.v1':
    case 'id.cakupan.claims.claim-decided.v1':
      return { kind: 'none' };
    case 'id.cakupan.claims.benefit-paid.v1':
      return paid(message.data, regions);
    case 'id.cakupan.claims.benefit-returned.v1':
      return {
        kind: 'returned',
        disbursementId: message.data.disbursementId.toLowerCase(),
        amountRupiah: message.data.amount,
        returnedOn: jakartaDay(message.data.returnedAt),
      };
    default:
      return assertNever(message);
  }
};

/** Figures of benefits follow from what claims tells: paid less returned, by the residence that the payment states. */
export class CountBenefitsWhenClaimsMove {
  constructor(
    private readonly benefits: Benefits,
    private readonly regions: RegionTree,
  ) {}

  handle(batch: Batch<ClaimMessage>): Promise<readonly Outcome<MoneyMoved>[]> {
    return this.benefits.take(batch, (message): ClaimArrival => ({
      claimId: message.data.claimId.toLowerCase(),
      sequence: message.sequence,
      follows: message.follows,
      fact: factOf(message, this.regions),
    }));
  }
}
