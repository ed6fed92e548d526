import { happened, refused, type Outcome, type Reason } from '#libs/kernel';
import { settleDisbursement, type Disbursement, type DisbursementEvent } from './disbursement.js';
import type { DisbursementResult } from './disbursement.result.js';

/** Who tells the bank to pay: this service, or others, who see here what is ordered and report what became of it. */
export type Teller = 'service' | 'others';

/** Whether this service ever told the bank of it. */
const wasTold = ({ status }: Disbursement): boolean => status !== 'ordered' && status !== 'withdrawn';

/** Why the bank is not told anew of a disbursement that it lost. */
const PAID_BEFORE: Reason = 'paid-before';

/** Another one was paid after all: what was ordered instead of it and is not on its way does not leave any more. */
const stopped = (other: Disbursement, at: string): DisbursementEvent[] => {
  const { disbursementId, status } = other;
  if (status === 'ordered') return [{ type: 'disbursement-withdrawn', disbursementId, at }];
  return status === 'lost' ? [{ type: 'disbursement-failed', disbursementId, at, reason: PAID_BEFORE }] : [];
};

/**
 * Takes the bank's word about one disbursement, with what follows from it for the others of the claim. One that was said to
 * have failed may turn out to be paid: its money is out, and until it came back no other one leaves. Where this service tells
 * the bank, what it never told of cannot be paid: taken as paid, it would never leave.
 */
export const takeResult = (
  result: DisbursementResult,
  grantedRupiah: number,
  disbursements: readonly Disbursement[],
  at: string,
  teller: Teller,
): Outcome<DisbursementEvent> => {
  const isUntold = (one: Disbursement) => one.disbursementId === result.disbursementId && !wasTold(one);
  if (result.status === 'paid' && teller === 'service' && disbursements.some(isUntold))
    return refused('not-sent');
  const outcome = settleDisbursement(result, grantedRupiah, disbursements);
  if (outcome.kind !== 'happened' || result.status !== 'paid') return outcome;
  const others = disbursements.filter(({ disbursementId }) => disbursementId !== result.disbursementId);
  return happened(...outcome.events, ...others.flatMap((other) => stopped(other, at)));
};
