import type { OwedDecision } from '../../domain/book/book.js';
import { insert } from './upsert.js';

/** Keeps who has decided what on money that was owed. */
export const saveDecisions = insert<OwedDecision>('owed_line_decision', {
  gateway: ['text', ({ gateway }) => gateway],
  payment_id: ['text', ({ paymentId }) => paymentId],
  line: ['integer', ({ index }) => index],
  kind: ['text', ({ kind }) => kind],
  decided_by: ['text', ({ by }) => by],
  reason: ['text', ({ reason }) => reason],
  decided_at: ['timestamptz', ({ at }) => at],
});
