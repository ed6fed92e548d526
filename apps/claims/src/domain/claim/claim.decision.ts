import { happened, ignored, refused, type Outcome, type Reason } from '#libs/kernel';
import { computed, type ComputedAmount } from '../programmes/calculation.js';
import type { Policy } from '../programmes/policy.js';
import { forbids, notes, type Check } from './check.js';
import { checkClaim, type Evidenced } from './claim.check.js';
import type { Claim, ClaimEvent, Decision } from './claim.js';

/** What an adjuster decides; an amount in whole rupiah only where none is computed. */
export interface Deciding {
  readonly decision: 'approved' | 'rejected';
  readonly reasons: readonly Reason[];
  readonly amountRupiah: number | null;
  readonly decidedAt: string;
}

const granted = (deciding: Deciding, { amount }: Check): ComputedAmount | Reason => {
  if (amount.kind === 'computed') return deciding.amountRupiah === null ? amount : 'amount-is-computed';
  if (deciding.amountRupiah === null) return 'amount-missing';
  const rule = 'Entered by the adjuster';
  return computed([{ label: 'Amount', amountRupiah: deciding.amountRupiah, rule }]);
};

const computedRupiah = ({ amount }: Check): number | null =>
  amount.kind === 'computed' ? amount.amountRupiah : null;

/**
 * Cover may have changed since the adjuster looked: what is approved is what the rules say now, and what was seen.
 * What they note goes with the approval as a reason.
 */
const approve = (deciding: Deciding, seen: Check, now: Check): Outcome<ClaimEvent> => {
  const forbidden = forbids(now);
  if (forbidden !== null) return refused(forbidden);
  if (computedRupiah(seen) !== computedRupiah(now)) return refused('check-outdated');
  const amount = granted(deciding, now);
  if (typeof amount === 'string') return refused(amount);
  const { decision, decidedAt } = deciding;
  const reasons = [...new Set([...notes(now), ...deciding.reasons])];
  const { amountRupiah, calculation } = amount;
  return happened({
    type: 'claim-decided',
    check: now,
    decision: { decision, reasons, amountRupiah, calculation, decidedAt },
  });
};

/** A rejection says why: in the adjuster's reasons, or else in the first rule that is broken. */
const reject = ({ reasons: stated, amountRupiah, decidedAt }: Deciding, seen: Check): Outcome<ClaimEvent> => {
  if (amountRupiah !== null) return refused('amount-of-rejected');
  const forbidden = forbids(seen);
  const reasons = stated.length > 0 || forbidden === null ? stated : [forbidden];
  if (reasons.length === 0) return refused('reasons-missing');
  const decision: Decision = { decision: 'rejected', reasons, amountRupiah: 0, calculation: [], decidedAt };
  return happened({ type: 'claim-decided', check: seen, decision });
};

const repeats = ({ decision, amountRupiah }: Deciding, known: Decision): boolean =>
  decision === known.decision && (amountRupiah === null || amountRupiah === known.amountRupiah);

/** Decides a claim that was checked; the same decision again changes nothing. */
export const decideClaim = (
  deciding: Deciding,
  claim: Claim,
  evidenced: Evidenced,
  policy: Policy,
): Outcome<ClaimEvent> => {
  if (claim.status === 'submitted') return refused('claim-not-checked');
  if (claim.status !== 'checked')
    return repeats(deciding, claim.decision) ? ignored('already-answered') : refused('claim-not-open');
  return deciding.decision === 'approved'
    ? approve(deciding, claim.check, checkClaim(claim, evidenced, policy))
    : reject(deciding, claim.check);
};
