import type { Reason } from '#libs/kernel';
import type { SnapCase } from './snap-codes.js';

/** Why a payment is not taken, in the standard's words. */
const CASES_OF_REASONS: Partial<Readonly<Record<Reason, SnapCase>>> = {
  'payment-code-unknown': '404-12',
  'amount-does-not-fit': '404-13',
  'month-already-paid': '404-14',
  'month-not-due': '404-19',
  'payment-id-reused': '404-18',
};

export const caseOf = (reason: Reason): SnapCase => CASES_OF_REASONS[reason] ?? '403-15';
