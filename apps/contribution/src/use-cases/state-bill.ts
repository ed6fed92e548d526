import { monthOf, type Clock, type Day, type Month, type Reason } from '#libs/kernel';
import { billOf, type Billed, type BilledMonth } from '../domain/billing/bill.js';
import type { Books } from './books.js';

export type { Billed, BilledMonth };

/** What can be paid for a membership. */
export interface Bill {
  readonly membershipId: string;
  readonly residence: string | null;
  readonly through: Month;
  /** What there is to pay; or why nothing is billed. */
  readonly billed: Billed | Reason;
}

/** The unpaid months of a membership, as a payment of today would count them. */
export class StateBill {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  /** Null when no membership with this payment code is known. Without `through`, the bill is up to this month. */
  find(paymentCode: string, through: Month | null): Promise<Bill | null> {
    const today = this.clock.today();
    return this.books.look({ payees: [{ paymentCode, nikToken: null }] }, (book) => {
      const account = book.accounts.withCode(paymentCode);
      if (!account?.membership) return null;
      const { membershipId, membership } = account;
      const asked: { today: Day; through: Month } = { today, through: through ?? monthOf(today) };
      const billed = billOf(account, membership, book.riskGroup(membership.employer), asked);
      return { membershipId, residence: membership.residence, through: asked.through, billed };
    });
  }
}
