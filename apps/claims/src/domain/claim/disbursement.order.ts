import { happened, ignored, type Outcome } from '#libs/kernel';
import type { Disbursement, DisbursementEvent } from './disbursement.js';

const ENDED: readonly Disbursement['status'][] = ['withdrawn', 'failed', 'paid', 'returned'];

/** By which disbursement an approved claim stands: one under way, else one whose money is out, else the last. */
export const standing = (disbursements: readonly Disbursement[]): Disbursement | undefined =>
  disbursements.find(({ status }) => !ENDED.includes(status)) ??
  disbursements.find(({ status }) => status === 'paid') ??
  disbursements.at(-1);

/** Where an approved claim stands; one whose last disbursement failed is as approved as before. */
export const statusAfter = (
  disbursements: readonly Disbursement[],
): 'approved' | 'disbursing' | 'paid' | 'returned' => {
  const one = standing(disbursements);
  if (one === undefined || one.status === 'failed' || one.status === 'withdrawn') return 'approved';
  return one.status === 'paid' || one.status === 'returned' ? one.status : 'disbursing';
};

/** Orders the transfer; only while none is under way and no money is out. */
export const orderDisbursement = (
  order: { readonly disbursementId: string; readonly orderedAt: string },
  disbursements: readonly Disbursement[],
): Outcome<DisbursementEvent> => {
  const status = statusAfter(disbursements);
  return status === 'approved' || status === 'returned'
    ? happened({ type: 'disbursement-ordered', ...order })
    : ignored('already-answered');
};
