import type { Cause } from '#libs/contracts';
import type { Batch, Day, Outcome } from '#libs/kernel';
import type { Book } from '../domain/book/book.js';
import type { Payee, PaymentKey } from '../domain/payment/line.js';

/** A message or request with its content, and what its events inherit from it. */
export interface Received<Content> extends Cause {
  readonly data: Content;
  /** The instant that it states for itself; heeded by the story clock alone. */
  readonly recordedAt: string | null;
}

/** What must be at hand to decide a command; absent means none. */
export interface Needs {
  /** Payments and the reversals that wait for them, without their lines. */
  readonly payments?: readonly PaymentKey[];
  /** Payments with all their lines and the memberships that they paid for. */
  readonly wholePayments?: readonly PaymentKey[];
  /** Memberships by what the payer says of them. */
  readonly payees?: readonly Payee[];
  readonly memberships?: readonly string[];
  /** Memberships that may become payable: with the money that waits for these and for what is known of them. */
  readonly awaited?: readonly { readonly membershipId: string; readonly payee: Payee }[];
  /** All memberships of these persons. */
  readonly persons?: readonly string[];
}

/** How one item of a batch is decided, and on what. */
export interface Plan<Answer extends Outcome<unknown>> {
  readonly needs: Needs;
  /** What the events of the item inherit. */
  readonly cause: Cause;
  readonly decide: (book: Book) => Answer;
}

/** A stretch of all memberships, looked through for lapses. */
export interface LapsedPage {
  readonly lapsed: readonly string[];
  /** Where the next stretch begins; null behind the last membership. */
  readonly next: string | null;
}

/** Memberships, payments and the ledger. */
export abstract class Books {
  /**
   * Decides the batch in order, each item on what those before it left behind; keeps all of it or nothing, and publishes
   * what the book was told to say. Nobody else changes what the plans need meanwhile.
   */
  abstract change<Item, Answer extends Outcome<unknown>>(
    batch: Batch<Item>,
    plan: (item: Item) => Plan<Answer>,
  ): Promise<readonly Answer[]>;
  /** Reads; nothing that is recorded into the book is kept. */
  abstract look<Result>(needs: Needs, read: (book: Book) => Result): Promise<Result>;
  /** The next memberships in the order of their ids, and those of them that have lapsed by the day, untold. */
  abstract lapsed(by: Day, after: string | null): Promise<LapsedPage>;
}
