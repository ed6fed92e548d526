import { randomInt, randomUUID } from 'node:crypto';
import { MachineClock, UuidV7Ids } from '#libs/kernel';
import { batchOf } from '#libs/testing';
import { USUAL_POLICY } from '../src/domain/programmes/policy.js';
import { PostgresAccountTokens } from '../src/outbound/persistence/postgres-account-tokens.js';
import { PostgresCovers } from '../src/outbound/persistence/postgres-covers.js';
import { CheckClaimAgainstCover } from '../src/use-cases/check-claim-against-cover.js';
import type { ClaimCommand, Claims } from '../src/use-cases/claims.js';
import { DecideClaimWhenChecked } from '../src/use-cases/decide-claim-when-checked.js';
import { DisburseBenefitWhenApproved } from '../src/use-cases/disburse-benefit-when-approved.js';
import { KeepAccountWithClaim } from '../src/use-cases/keep-account-with-claim.js';
import { KeepCoverWhenContributionPaid } from '../src/use-cases/keep-cover-when-contribution-paid.js';
import { KeepCoverWhenMembershipChanged } from '../src/use-cases/keep-cover-when-membership-changed.js';
import { SubmitClaim } from '../src/use-cases/submit-claim.js';
import { newCause, newMember, paid, registered, type Opened } from './support.js';

/** What a funeral is paid with. */
export const FUNERAL_RUPIAH = 10_000_000;

export interface Ordered {
  readonly claimId: string;
  readonly disbursementId: string;
}

/** What a command about the claim says, now. */
export const about = (claimId: string): ClaimCommand => ({
  claimId,
  membershipId: null,
  regions: null,
  by: 'adjuster-1',
  recordedAt: new MachineClock().recordedAt(null),
  cause: newCause(),
});

/** Orders the money of the claim; the disbursement that stands for it then. */
export const order = async (claims: Claims, claimId: string): Promise<Ordered> => {
  const disburse = new DisburseBenefitWhenApproved(claims, new UuidV7Ids());
  const [answer] = await disburse.handle(batchOf(about(claimId)));
  if (answer!.claim === null || !('disbursements' in answer!.claim)) throw new Error('nothing was ordered');
  return { claimId, disbursementId: answer!.claim.disbursements.at(-1)!.disbursementId };
};

/** A funeral that was approved and whose money is ordered. */
export const orderedFuneral = async ({ writes, database }: Opened, claims: Claims): Promise<Ordered> => {
  const member = newMember();
  const covers = new PostgresCovers(writes);
  await new KeepCoverWhenMembershipChanged(covers).handle(batchOf(registered(member)));
  await new KeepCoverWhenContributionPaid(covers).handle(batchOf(paid(member, '2024-03', 1)));
  const claimId = randomUUID();
  const what = { programme: 'JKM', benefit: 'funeral', occurredOn: '2024-03-20' } as const;
  const rest = { personId: null, residence: null, description: null, documents: [], contentHash: 'content' };
  const { membershipId } = member;
  await new SubmitClaim(claims).handle(batchOf({ ...about(claimId), membershipId, ...what, ...rest }));
  const account = { bank: '008', number: String(randomInt(1_000_000_000, 9_999_999_999)) };
  const keepAccount = new KeepAccountWithClaim(claims, new PostgresAccountTokens(database));
  await keepAccount.handle({ ...about(claimId), account });
  await new CheckClaimAgainstCover(claims, USUAL_POLICY).handle(batchOf(about(claimId)));
  const approval = { decision: 'approved', reasons: [], amountRupiah: null } as const;
  const decide = new DecideClaimWhenChecked(claims, USUAL_POLICY);
  await decide.handle(batchOf({ ...about(claimId), ...approval }));
  return order(claims, claimId);
};
