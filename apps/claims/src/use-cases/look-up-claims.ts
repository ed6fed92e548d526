import type { Day } from '#libs/kernel';
import type { Claim } from '../domain/claim/claim.js';
import { isOverdue } from '../domain/claim/service-time.js';
import type { ClaimQuery, Claims, ClaimStep } from './claims.js';
import { reaches, type Regions } from './regions.js';

/** Working days come from decrees: which claims are overdue is found by looking, so many at once. */
const LOOKED_AT_ONCE = 500;

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

  /** Those of them that were to be settled before today, and are not. */
  async overdue(query: ClaimQuery, today: Day): Promise<readonly Claim[]> {
    const found: Claim[] = [];
    const unsettled = { ...query, limit: LOOKED_AT_ONCE, isUnsettled: true };
    let looked = await this.claims.list(unsettled);
    for (;;) {
      found.push(...looked.filter((claim) => isOverdue(claim, today)));
      if (found.length >= query.limit || looked.length < LOOKED_AT_ONCE) return found.slice(0, query.limit);
      looked = await this.claims.list({ ...unsettled, after: looked.at(-1)!.submission.claimId });
    }
  }
}
