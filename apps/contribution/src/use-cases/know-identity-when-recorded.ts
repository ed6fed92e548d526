import type { PaymentIdentityRecorded } from '#libs/contracts';
import type { Batch, Clock, Ids, Outcome } from '#libs/kernel';
import { hearOfIdentity, unlessTaken, type HeardOfIdentity } from '../domain/account/hear.js';
import { takeUpFor } from '../domain/payment/take-up.js';
import type { Books, Plan, Received } from './books.js';

export type IdentityMessage = Received<PaymentIdentityRecorded> & { readonly sequence: number };

/** By which code and NIK a membership is found; money that waited for either is settled. */
export class KnowIdentityWhenRecorded {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  handle(batch: Batch<IdentityMessage>): Promise<readonly Outcome<HeardOfIdentity>[]> {
    return this.books.change(batch, (message) => this.recording(message));
  }

  private recording(message: IdentityMessage): Plan<Outcome<HeardOfIdentity>> {
    const { data, sequence, recordedAt } = message;
    const { paymentCode, nikToken } = data;
    const membershipId = data.membershipId.toLowerCase();
    const event = { type: 'IdentityRecorded', sequence, identity: { paymentCode, nikToken } } as const;
    return {
      needs: { awaited: [{ membershipId, payee: { paymentCode, nikToken } }] },
      cause: message,
      decide: (book) => {
        const owner = book.accounts.withCode(paymentCode);
        const heard = hearOfIdentity(event, book.accounts.get(membershipId));
        const outcome = unlessTaken(heard, owner, membershipId);
        if (outcome.kind !== 'happened') return outcome;
        const at = this.clock.recordedAt(recordedAt);
        book.recordAccount(membershipId, event, at);
        takeUpFor(book, membershipId, { at, newId: () => this.ids.next() });
        return outcome;
      },
    };
  }
}
