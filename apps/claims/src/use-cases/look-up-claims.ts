import type { Claim } from '../domain/claim/claim.js';
import type { ClaimQuery, Claims, ClaimStep } from './claims.js';
import { reaches, type Regions } from './regions.js';

/** Shows claims to those who may see them. */
export class LookUpClaims {
  constructor(private readonly claims: Claims) {}

  /** The claim; null when there is none or the regions do not reach it. */
  async one(claimId: string, regions: Regions): Promise<Claim | null> {
    const claim = await this.claims.find(claimId);
    return claim !== null && reaches(regions, claim.submission.residence) ? claim : null;
  }

  /** What was done with the claim, in order; null when there is none or the regions do not reach it. */
  async steps(claimId: string, regions: Regions): Promise<readonly ClaimStep[] | null> {
    return (await this.one(claimId, regions)) === null ? null : this.claims.steps(claimId);
  }

  /** Claims of the regions, newest first. */
  list(query: ClaimQuery): Promise<readonly Claim[]> {
    return this.claims.list(query);
  }
}
