import { happened, ignored, refused, type Outcome } from '#libs/kernel';
import { statusAfter, type Disbursement, type DisbursementEvent } from './disbursement.js';

/** What the bank says became of a disbursement. */
export type DisbursementResult =
  | {
      readonly status: 'paid';
      readonly disbursementId: string;
      readonly amountRupiah: number;
      readonly paidAt: string;
    }
  | {
      readonly status: 'returned';
      readonly disbursementId: string;
      readonly amountRupiah: number;
      readonly returnedAt: string;
      readonly reason: string;
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

const sameInstant = (a: string, b: string): boolean => Date.parse(a) === Date.parse(b);

const settlePaid = (
  result: DisbursementResult & { status: 'paid' },
  known: Disbursement,
): Outcome<DisbursementEvent> => {
  const { disbursementId, amountRupiah, paidAt } = result;
  if ('paidAt' in known)
    return sameInstant(known.paidAt, paidAt)
      ? ignored('already-answered')
      : refused('disbursement-id-reused');
  return known.status === 'failed'
    ? refused('disbursement-failed')
    : happened({ type: 'benefit-paid', disbursementId, amountRupiah, paidAt });
};

const settleReturned = (
  result: DisbursementResult & { status: 'returned' },
  known: Disbursement,
): Outcome<DisbursementEvent> => {
  const { disbursementId, amountRupiah, returnedAt, reason } = result;
  if (known.status === 'paid')
    return happened({ type: 'benefit-returned', disbursementId, amountRupiah, returnedAt, reason });
  if (known.status !== 'returned') return refused('not-paid');
  const repeated = sameInstant(known.returnedAt, returnedAt) && known.reason === reason;
  return repeated ? ignored('already-answered') : refused('disbursement-id-reused');
};

/** Takes the bank's word: the same again changes nothing, something else for the same disbursement is refused. */
export const settleDisbursement = (
  result: DisbursementResult,
  grantedRupiah: number,
  disbursements: readonly Disbursement[],
): Outcome<DisbursementEvent> => {
  const known = disbursements.find(({ disbursementId }) => disbursementId === result.disbursementId);
  if (known === undefined) return refused('disbursement-unknown');
  if (result.amountRupiah !== grantedRupiah) return refused('amount-differs');
  return result.status === 'paid' ? settlePaid(result, known) : settleReturned(result, known);
};
