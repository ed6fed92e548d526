import { happened, ignored, type Outcome } from '#libs/kernel';
import type { Disbursement, DisbursementEvent } from './disbursement.js';

/** Where an approved claim stands, by its last disbursement; one that failed leaves it as approved as before. */
export const statusAfter = (
  disbursements: readonly Disbursement[],
): 'approved' | 'disbursing' | 'paid' | 'returned' => {
  const last = disbursements.at(-1);
  if (last === undefined || last.status === 'failed') return 'approved';
  return last.status === 'paid' || last.status === 'returned' ? last.status : 'disbursing';
};

/** Orders the transfer; only one at a time, and another one only after the last failed or came back. */
export const orderDisbursement = (
  order: { readonly disbursementId: string; readonly orderedAt: string },
  disbursements: readonly Disbursement[],
): Outcome<DisbursementEvent> => {
  const status = statusAfter(disbursements);
  return status === 'approved' || status === 'returned'
    ? happened({ type: 'disbursement-ordered', ...order })
    : ignored('already-answered');
};
