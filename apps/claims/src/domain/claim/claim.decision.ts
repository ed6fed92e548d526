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
  /** Who decides, as their token says. */
  readonly by: string;
}

const granted = (deciding: Deciding, { amount }: Check): ComputedAmount | Reason => {
  if (amount.kind === 'computed') return deciding.amountRupiah === null ? amount : 'amount-is-computed';
  if (deciding.amountRupiah === null) return 'amount-missing';
  if (deciding.amountRupiah > (amount.mostRupiah ?? Infinity)) return 'over-ceiling';
  const rule = 'Entered by the adjuster';
  return computed([{ label: 'Amount', amountRupiah: deciding.amountRupiah, rule }]);
};

const computedRupiah = ({ amount }: Check): number | null =>
  amount.kind === 'computed' ? amount.amountRupiah : null;

/**
 * Cover may have changed since the adjuster looked: what is approved is what the rules say now, and what was seen.
 * What they note goes with the approval as a reason.
 */
const approval = (deciding: Deciding, seen: Check, now: Check): Decision | Reason => {
  const forbidden = forbids(now);
  if (forbidden !== null) return forbidden;
  if (computedRupiah(seen) !== computedRupiah(now)) return 'check-outdated';
  const amount = granted(deciding, now);
  if (typeof amount === 'string') return amount;
  const { decision, decidedAt, by } = deciding;
  const reasons = [...new Set([...notes(now), ...deciding.reasons])];
  const { amountRupiah, calculation } = amount;
  return { decision, reasons, amountRupiah, calculation, decidedAt, by, proposedBy: null };
};

/** One person approves up to the limit; from it on the first approval is a proposal. */
const approve = (deciding: Deciding, seen: Check, now: Check, policy: Policy): Outcome<ClaimEvent> => {
  const decision = approval(deciding, seen, now);
  if (typeof decision === 'string') return refused(decision);
  return decision.amountRupiah >= policy.secondPersonFromRupiah
    ? happened({ type: 'approval-proposed', check: now, proposal: decision })
    : happened({ type: 'claim-decided', check: now, decision });
};

/** The second approval: another person's, of the same amount. */
const second = (
  deciding: Deciding,
  { check: seen, proposal }: Claim & { status: 'proposed' },
  now: Check,
): Outcome<ClaimEvent> => {
  if (deciding.by === proposal.by) return refused('second-person-needed');
  const isEntered = now.amount.kind === 'entered';
  const amountRupiah = deciding.amountRupiah ?? (isEntered ? proposal.amountRupiah : null);
  const decision = approval({ ...deciding, amountRupiah }, seen, now);
  if (typeof decision === 'string') return refused(decision);
  if (decision.amountRupiah !== proposal.amountRupiah) return refused('amount-differs');
  return happened({
    type: 'claim-decided',
    check: now,
    decision: { ...decision, proposedBy: proposal.by },
  });
};

/** A rejection says why: in the adjuster's reasons, or else in the first rule that is broken. */
const reject = (deciding: Deciding, seen: Check): Outcome<ClaimEvent> => {
  const { reasons: stated, amountRupiah, decidedAt, by } = deciding;
  if (amountRupiah !== null) return refused('amount-of-rejected');
  const forbidden = forbids(seen);
  const reasons = stated.length > 0 || forbidden === null ? stated : [forbidden];
  if (reasons.length === 0) return refused('reasons-missing');
  const nothing = { amountRupiah: 0, calculation: [] };
  const decision: Decision = { decision: 'rejected', reasons, ...nothing, decidedAt, by, proposedBy: null };
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
  if (!('check' in claim)) return refused('claim-not-checked');
  if ('decision' in claim)
    return repeats(deciding, claim.decision) ? ignored('already-answered') : refused('claim-not-open');
  if (deciding.decision === 'rejected') return reject(deciding, claim.check);
  const proposedRupiah = claim.status === 'proposed' ? claim.proposal.amountRupiah : null;
  const now = checkClaim(claim, evidenced, policy, deciding.amountRupiah ?? proposedRupiah);
  return claim.status === 'proposed'
    ? second(deciding, claim, now)
    : approve(deciding, claim.check, now, policy);
};
