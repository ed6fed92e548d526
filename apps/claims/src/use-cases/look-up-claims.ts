import type { Claim } from '../domain/claim/claim.js';
import type { ClaimQuery, Claims } from './claims.js';
import { reaches, type Regions } from './regions.js';

/** Shows claims to those who may see them. */
export class LookUpClaims {
  constructor(private readonly claims: Claims) {}

  /** The claim; null when there is none or the regions do not reach it. */
  async one(claimId: string, regions: Regions): Promise<Claim | null> {
    const claim = await this.claims.find(claimId);
    return claim !== null && reaches(regions, claim.submission.residence) ? claim : null;
  }

  /** Claims of the regions, newest first. */
  list(query: ClaimQuery): Promise<readonly Claim[]> {
    return this.claims.list(query);
  }
}
