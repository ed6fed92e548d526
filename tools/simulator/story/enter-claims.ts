import { setTimeout as sleep } from 'node:timers/promises';
import { claimsOf, type PlannedClaim } from '../../sample/cases/claims.js';
import { DOCUMENTS } from '../../sample/cases/documents.js';
import { jakartaText } from '../../sample/instants.js';
import { ordinalOf } from '../../sample/messages/sign-up-message.js';
import type { Story } from '../../sample/story.js';
import { ApiProblem, forEachAtOnce, type Api } from '../api.js';
import type { ResultReader } from '../results/result-reader.js';

/** Tells the membership that a sign-up led to. */
export type Memberships = Pick<ResultReader, 'membershipOf'>;

/** What the claims service shows of a claim, as far as it matters here. */
interface ClaimView {
  readonly status:
    | 'submitted'
    | 'incomplete'
    | 'complete'
    | 'checked'
    | 'approved'
    | 'rejected'
    | 'disbursing'
    | 'paid'
    | 'returned';
  readonly check: {
    readonly rules: readonly { readonly verdict: string; readonly reason: string | null }[];
    readonly amount: { readonly amountRupiah: number | null };
  } | null;
  readonly disbursements: readonly { readonly disbursementId: string }[];
}

const UNDECIDED: ReadonlySet<ClaimView['status']> = new Set([
  'submitted',
  'incomplete',
  'complete',
  'checked',
]);

const AT_ONCE = 64;
/** Claims learns of memberships and contributions a little after they are published. */
const WAITS_MAX = 240;
const WAIT_MS = 500;
const PAYMENT_RECORDED_SECONDS = 60;

/** Asks until there is something; throws what went wrong last when it never comes. */
const eventually = async <T>(ask: () => Promise<T | null>, what: string): Promise<T> => {
  for (let wait = 0; wait < WAITS_MAX; wait += 1) {
    const found = await ask();
    if (found !== null) return found;
    await sleep(WAIT_MS);
  }
  throw new Error(`${what} did not come about within ${(WAITS_MAX * WAIT_MS) / 1_000} s`);
};

const isUnknownMembership = (error: unknown) =>
  error instanceof ApiProblem && error.reasons.includes('membership-unknown');

const submit = async (claims: Api, claim: PlannedClaim, membershipId: string): Promise<ClaimView> => {
  const { claimId, programme, benefit, occurredOn, submittedAt } = claim;
  const documents = DOCUMENTS[benefit];
  const body = { claimId, membershipId, programme, benefit, occurredOn, documents };
  const ask = () =>
    claims
      .send<ClaimView>({ method: 'POST', path: '/v1/claims', body, at: submittedAt })
      .catch((error: unknown) => {
        if (isUnknownMembership(error)) return null;
        throw error;
      });
  return eventually(ask, `membership ${membershipId} in claims`);
};

const recordFindings = async (claims: Api, claim: PlannedClaim): Promise<void> => {
  const { claimId, checkedAt: at, findings: body } = claim;
  if (body === null) return;
  await claims.send({
    method: 'PUT',
    path: `/v1/claims/${claimId}/findings`,
    body,
    at,
  });
};

/** No rule is broken, and what is computed is what the story reckons with: all contributions are known. */
const isAsTold = ({ check }: ClaimView, { isEntered, amountRupiah }: PlannedClaim): boolean =>
  check!.rules.every(({ verdict }) => verdict !== 'broken') &&
  (isEntered || check!.amount.amountRupiah === amountRupiah);

/** Checks until the claim is as the story tells it: the contributions are on their way. */
const check = async (claims: Api, claim: PlannedClaim): Promise<ClaimView> => {
  const { claimId, checkedAt: at, programme, amountRupiah } = claim;
  const path = `/v1/claims/${claimId}/check`;
  return eventually(async () => {
    const view = await claims.send<ClaimView>({ method: 'POST', path, at });
    return isAsTold(view, claim) ? view : null;
  }, `cover, and ${amountRupiah} rupiah, for claim ${claimId} (${programme})`);
};

const decide = (claims: Api, { claimId, decidedAt, isEntered, amountRupiah }: PlannedClaim) => {
  const amount = isEntered ? { amountRupiah } : {};
  const body = { decision: 'approved', ...amount };
  return claims.send<ClaimView>({
    method: 'POST',
    path: `/v1/claims/${claimId}/decide`,
    body,
    at: decidedAt,
  });
};

const order = (claims: Api, { claimId, orderedAt }: PlannedClaim) =>
  claims.send<{ disbursementId: string }>({
    method: 'POST',
    path: `/v1/claims/${claimId}/disburse`,
    at: orderedAt,
  });

const report = (claims: Api, { claimId, paidAt, amountRupiah }: PlannedClaim, disbursementId: string) => {
  const body = { disbursementId, claimId, status: 'paid', amount: amountRupiah, paidAt: jakartaText(paidAt) };
  const at = paidAt + PAYMENT_RECORDED_SECONDS;
  return claims.send<ClaimView>({ method: 'POST', path: '/v1/disbursement-results', body, at });
};

/** Takes a claim from where it stands to the money. */
const enterClaim = async (claims: Api, claim: PlannedClaim, membershipId: string): Promise<void> => {
  const before = await submit(claims, claim, membershipId);
  if (before.status === 'paid') return;
  if (UNDECIDED.has(before.status)) {
    await recordFindings(claims, claim);
    await check(claims, claim);
    await decide(claims, claim);
  }
  const { disbursementId } = await order(claims, claim);
  await report(claims, claim, disbursementId);
};

/** Enters all claims of a story, each from claim to money; those that are paid already are left as they are. */
export const enterClaims = async (
  story: Story,
  claims: Api,
  results: Memberships,
  done: () => void,
): Promise<void> =>
  forEachAtOnce(claimsOf(story), AT_ONCE, async (claim) => {
    await enterClaim(claims, claim, results.membershipOf(ordinalOf(claim.person, 0))!);
    done();
  });

/** How many claims a story has. */
export const countClaims = (story: Story): number => {
  let count = 0;
  for (const _ of claimsOf(story)) count += 1;
  return count;
};
