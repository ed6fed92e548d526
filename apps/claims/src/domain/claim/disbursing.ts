import type { Disbursement, DisbursementEvent } from './disbursement.js';
import { takeResult } from './disbursement.take.js';

/** What the bank says when it is told or asked about one transfer. */
export type BankAnswer =
  | { readonly kind: 'accepted'; readonly bankReference: string }
  | { readonly kind: 'paid'; readonly amountRupiah: number; readonly paidAt: string }
  | { readonly kind: 'failed'; readonly reason: string }
  /** It has no transfer under this id. */
  | { readonly kind: 'not-known' }
  /** It timed out, broke off, or failed in itself: anything may have happened. */
  | { readonly kind: 'silence' };

/** An answer of the bank about one disbursement, which by now need not be the claim's last one any more. */
interface Answered {
  readonly type: 'answered';
  readonly at: string;
  readonly disbursementId: string;
  /** When the bank was told or asked what it answers: of what came later it says nothing. */
  readonly saidAt: string;
  readonly answer: BankAnswer;
}

/** What moves disbursements on: that the time of the last one has come, or an answer of the bank. */
export type DisbursingInput = { readonly type: 'due'; readonly at: string } | Answered;

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

const isToBeTold = ({ status }: Disbursement): boolean => status === 'ordered' || status === 'lost';

/** When there is something to do next; null where nothing is. */
export const dueAt = (disbursement: Disbursement, { askAfterMs }: BankPatience): string | null => {
  if (disbursement.status === 'ordered') return disbursement.orderedAt;
  if (disbursement.status === 'lost') return disbursement.lostAt;
  return 'contactAt' in disbursement ? after(disbursement.contactAt, askAfterMs) : null;
};

const onTime = (disbursement: Disbursement, at: string, patience: BankPatience): DisbursingStep => {
  const due = dueAt(disbursement, patience);
  if (due === null || Date.parse(due) > Date.parse(at)) return NOTHING;
  const { disbursementId } = disbursement;
  return isToBeTold(disbursement)
    ? { events: [{ type: 'disbursement-sent', disbursementId, at }], command: 'instruct' }
    : { events: [{ type: 'disbursement-asked', disbursementId, at }], command: 'ask' };
};

/** A bank that accepted a transfer and then does not know it is asked again; nothing is sent a second time. */
const onNotKnown = (
  disbursement: Disbursement,
  { at, saidAt }: Answered,
  patience: BankPatience,
): DisbursingStep => {
  if (disbursement.status !== 'sent') return NOTHING;
  const isLost = Date.parse(after(disbursement.sentAt, patience.lostAfterMs)) <= Date.parse(saidAt);
  const { disbursementId } = disbursement;
  return isLost ? { events: [{ type: 'disbursement-unsent', disbursementId, at }], command: null } : NOTHING;
};

const onAnswer = (disbursement: Disbursement, answered: Answered, patience: BankPatience): DisbursingStep => {
  const { disbursementId, status } = disbursement;
  const { at, answer } = answered;
  const record = (event: DisbursementEvent): DisbursingStep => ({ events: [event], command: null });
  if (answer.kind === 'accepted' && status === 'sent')
    return record({ type: 'disbursement-accepted', disbursementId, at, bankReference: answer.bankReference });
  if (answer.kind === 'failed' && 'contactAt' in disbursement)
    return record({ type: 'disbursement-failed', disbursementId, at, reason: answer.reason });
  return answer.kind === 'not-known' ? onNotKnown(disbursement, answered, patience) : NOTHING;
};

/**
 * The whole process of a claim's disbursements through the bank. What left or may have left is never sent again before the
 * bank was asked and, long enough after the sending, did not know it. An answer is about the disbursement that it names,
 * whenever it comes: about what is settled it changes nothing, but that money which was said to have failed is out.
 */
export const disbursing = (
  disbursements: readonly Disbursement[],
  grantedRupiah: number,
  input: DisbursingInput,
  patience: BankPatience,
): DisbursingStep => {
  const last = disbursements.at(-1);
  if (input.type === 'due') return last === undefined ? NOTHING : onTime(last, input.at, patience);
  const { disbursementId, answer, at } = input;
  const about = disbursements.find((one) => one.disbursementId === disbursementId);
  if (about === undefined) return NOTHING;
  if (answer.kind !== 'paid') return onAnswer(about, input, patience);
  const { amountRupiah, paidAt } = answer;
  const result = { status: 'paid', disbursementId, amountRupiah, paidAt } as const;
  const outcome = takeResult(result, grantedRupiah, disbursements, at, 'service');
  return outcome.kind === 'happened' ? { events: outcome.events, command: null } : NOTHING;
};
