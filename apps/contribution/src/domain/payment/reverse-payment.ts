import { happened, ignored, refused, type Outcome } from '#libs/kernel';
import { owedBy } from '../account/late-fees.js';
import type { Book } from '../book/book.js';
import { returned } from '../ledger/ledger.js';
import { lineCount, type Payment } from './payment.js';
import type { Line } from './line.js';
import { recordLateFees } from './settle-line.js';
import { sameReversal, type HeldReversal, type Reversal } from './reversal.js';

/** What a reversal led to. */
export type ReversalEvent =
  { readonly type: 'LinesReversed'; readonly lines: readonly number[] } | { readonly type: 'ReversalHeld' };

/** Takes a payment or some of its lines back; one that comes before its payment waits for it. */
export const reversePayment = (book: Book, reversal: Reversal, at: string): Outcome<ReversalEvent> => {
  const payment = book.payments.get(reversal);
  if (!payment) return hold(book, { ...reversal, recordedAt: at });
  if (reversal.lines?.some((index) => index >= lineCount(payment))) return refused('line-unknown');
  const lines = carryOut(book, reversal, at);
  if (lines.length === 0) return ignored('already-reversed');
  return happened({ type: 'LinesReversed', lines: lines.map(({ index }) => index) });
};

const hold = (book: Book, reversal: HeldReversal): Outcome<ReversalEvent> => {
  if (book.held.of(reversal).some((held) => sameReversal(held, reversal))) return ignored('already-answered');
  book.held.hold(reversal);
  return happened({ type: 'ReversalHeld' });
};

/** Reverses those of the lines that are not yet: their contributions, their state, and the money. */
export const carryOut = (book: Book, reversal: Reversal, at: string): readonly Line[] => {
  const payment = book.payments.get(reversal)!;
  const lines = concerned(payment, reversal);
  if (lines.length === 0) return lines;
  for (const { state } of lines) {
    if (state.status !== 'accepted') continue;
    const { reversedAt, reason } = reversal;
    for (const contribution of state.contributions) {
      book.recordAccount(
        state.membershipId,
        { type: 'ContributionReversed', contribution, reversedAt, reason },
        at,
      );
    }
    recordLateFees(book, state.membershipId, -owedBy(state.lateFees), at);
  }
  const after = lines.map((line) => reversedLine(line, reversal.reversedAt));
  book.recordPayment(payment, { type: 'LinesSettled', lines: after }, at);
  book.post(returned(payment, lines), at);
  return after;
};

const concerned = ({ lines }: Payment, reversal: Reversal): Line[] => {
  const named = reversal.lines && new Set(reversal.lines);
  return [...lines.values()].filter(
    ({ index, state }) => state.status !== 'reversed' && (named?.has(index) ?? true),
  );
};

const reversedLine = (line: Line, reversedAt: string): Line => {
  const settled = line.state.status === 'accepted' ? line.state : { membershipId: null, contributions: [] };
  const { membershipId, contributions } = settled;
  return {
    ...line,
    payee: { ...line.payee, nikToken: null },
    state: { status: 'reversed', membershipId, contributions, reversedAt },
  };
};
