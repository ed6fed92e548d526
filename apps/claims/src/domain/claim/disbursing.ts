import { assertNever } from '#libs/kernel';
import type { Disbursement, DisbursementEvent } from './disbursement.js';

/** What the bank says when it is told or asked about one transfer. */
export type BankAnswer =
  | { readonly kind: 'accepted'; readonly bankReference: string }
  | { readonly kind: 'paid'; readonly amountRupiah: number; readonly paidAt: string }
  | { readonly kind: 'failed'; readonly reason: string }
  /** It has no transfer under this id. */
  | { readonly kind: 'not-known' }
  /** It timed out, broke off, or failed in itself: anything may have happened. */
  | { readonly kind: 'silence' };

/** What moves a disbursement on: that its time has come, or an answer of the bank. */
export type DisbursingInput =
  | { readonly type: 'due'; readonly at: string }
  | { readonly type: 'answered'; readonly at: string; readonly answer: BankAnswer };

/** What is recorded, and what is then said to the bank, in this order: after a crash between the two it is asked. */
export interface DisbursingStep {
  readonly events: readonly DisbursementEvent[];
  readonly command: 'instruct' | 'ask' | null;
}

/** How patient the process is, in milliseconds. */
export interface BankPatience {
  /** From the last contact to the next question. */
  readonly askAfterMs: number;
  /** From the sending until a bank that does not know the transfer can be believed: it cannot be on its way any more. */
  readonly lostAfterMs: number;
}

const NOTHING: DisbursingStep = { events: [], command: null };

const after = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/** When there is something to do next; null where nothing is. */
export const dueAt = (disbursement: Disbursement, { askAfterMs }: BankPatience): string | null => {
  if (disbursement.status === 'ordered') return disbursement.orderedAt;
  return 'contactAt' in disbursement ? after(disbursement.contactAt, askAfterMs) : null;
};

const onTime = (disbursement: Disbursement, at: string, patience: BankPatience): DisbursingStep => {
  const due = dueAt(disbursement, patience);
  if (due === null || Date.parse(due) > Date.parse(at)) return NOTHING;
  const { disbursementId } = disbursement;
  return disbursement.status === 'ordered'
    ? { events: [{ type: 'disbursement-sent', disbursementId, at }], command: 'instruct' }
    : { events: [{ type: 'disbursement-asked', disbursementId, at }], command: 'ask' };
};

/** A bank that accepted a transfer and then does not know it is asked again; nothing is sent a second time. */
const onNotKnown = (disbursement: Disbursement, at: string, patience: BankPatience): DisbursingStep => {
  if (disbursement.status !== 'sent') return NOTHING;
  const isLost = Date.parse(after(disbursement.sentAt, patience.lostAfterMs)) <= Date.parse(at);
  const { disbursementId } = disbursement;
  return isLost ? { events: [{ type: 'disbursement-unsent', disbursementId, at }], command: null } : NOTHING;
};

const onAnswer = (
  disbursement: Disbursement,
  { at, answer }: DisbursingInput & { type: 'answered' },
  grantedRupiah: number,
  patience: BankPatience,
): DisbursingStep => {
  const { disbursementId } = disbursement;
  const record = (event: DisbursementEvent): DisbursingStep => ({ events: [event], command: null });
  switch (answer.kind) {
    case 'accepted': {
      const { bankReference } = answer;
      return disbursement.status === 'sent'
        ? record({ type: 'disbursement-accepted', disbursementId, at, bankReference })
        : NOTHING;
    }
    case 'paid': {
      const { amountRupiah, paidAt } = answer;
      return amountRupiah === grantedRupiah
        ? record({ type: 'benefit-paid', disbursementId, amountRupiah, paidAt })
        : NOTHING;
    }
    case 'failed':
      return record({ type: 'disbursement-failed', disbursementId, at, reason: answer.reason });
    case 'not-known':
      return onNotKnown(disbursement, at, patience);
    case 'silence':
      return NOTHING;
    default:
      return assertNever(answer);
  }
};

/**
 * The whole process of a disbursement through the bank. What left or may have left is never sent again before the bank
 * was asked and, long enough after the sending, did not know it. An answer about what is settled changes nothing.
 */
export const disbursing = (
  disbursement: Disbursement,
  grantedRupiah: number,
  input: DisbursingInput,
  patience: BankPatience,
): DisbursingStep => {
  if (input.type === 'due') return onTime(disbursement, input.at, patience);
  return 'contactAt' in disbursement ? onAnswer(disbursement, input, grantedRupiah, patience) : NOTHING;
};
