import type { Batch, Clock, Ids, Outcome } from '#libs/kernel';
import type { Book } from '../domain/book/book.js';
import {
  matchOwedLine,
  refundOwedLine,
  type Match,
  type OwedLineEvent,
  type OwedLineKey,
} from '../domain/payment/owed-line.js';
import type { Occasion } from '../domain/payment/settle-line.js';
import type { Books, Plan, Received } from './books.js';

export type { OwedLineEvent, OwedLineKey };

/** What somebody decides on a line whose money is owed, and why. */
export interface OwedLineDecision {
  readonly key: OwedLineKey;
  readonly by: string;
  readonly reason: string;
  /** Whom it is for; null: it goes back to its payer. */
  readonly match: Match | null;
}

/** Money that pays for nobody is given a home by somebody who has found out whom it is for, or sent back. */
export class DecideOnOwedMoney {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  handle(batch: Batch<Received<OwedLineDecision>>): Promise<readonly Outcome<OwedLineEvent>[]> {
    return this.books.change(batch, (decision) => this.deciding(decision));
  }

  private deciding(decision: Received<OwedLineDecision>): Plan<Outcome<OwedLineEvent>> {
    const { data, recordedAt } = decision;
    const { key, match, by, reason } = data;
    return {
      needs: {
        payments: [key],
        wholePayments: [key],
        memberships: match === null ? [] : [match.membershipId],
      },
      cause: decision,
      decide: (book) => {
        const occasion: Occasion = { at: this.clock.recordedAt(recordedAt), newId: () => this.ids.next() };
        const outcome = decided(book, data, occasion);
        const kind = match === null ? 'refund' : 'match';
        if (outcome.kind === 'happened') book.note({ ...key, kind, by, reason, at: occasion.at });
        return outcome;
      },
    };
  }
}

const decided = (book: Book, { key, match }: OwedLineDecision, occasion: Occasion): Outcome<OwedLineEvent> =>
  match === null ? refundOwedLine(book, key, occasion.at) : matchOwedLine(book, key, match, occasion);
