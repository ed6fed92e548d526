import type { AccountEvent, PublishedAccountEvent } from '../account/account-events.js';
import { evolveAccount, type Account } from '../account/account.js';
import type { Entry } from '../ledger/ledger.js';
import type { PaymentEvent, PaymentResult } from '../payment/payment-events.js';
import { evolvePayment, type Payment } from '../payment/payment.js';
import type { PaymentKey } from '../payment/line.js';
import type { HeldReversal } from '../payment/reversal.js';
import type { RiskGroup } from '../rates/monthly-contribution.js';
import { later } from '../recorded.js';
import { AccountShelf } from './account-shelf.js';
import { HeldReversals } from './held-reversals.js';
import { PaymentShelf, type LineOfPayment } from './payment-shelf.js';

/** What is told to others, with its number and the instant at which it counts as recorded. */
export type Publication = { readonly sequence: number; readonly recordedAt: string } & (
  | {
      readonly about: 'membership';
      readonly membershipId: string;
      readonly personId: string;
      readonly event: PublishedAccountEvent;
    }
  | { readonly about: 'payment'; readonly payment: PaymentKey; readonly result: PaymentResult }
);

/** What a batch of commands starts from. */
export interface BookContents {
  readonly accounts: readonly Account[];
  readonly payments: readonly Payment[];
  readonly held: readonly HeldReversal[];
  /** By the employer's code. */
  readonly riskGroups: ReadonlyMap<string, RiskGroup>;
}

/** What somebody decided on a line whose money was owed, and why. */
export interface OwedDecision extends PaymentKey {
  readonly index: number;
  readonly kind: 'match' | 'refund';
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

export type PostedEntry = Entry & { readonly recordedAt: string };

/** What a batch of commands has changed. */
export interface BookChanges {
  readonly accounts: readonly Account[];
  readonly payments: readonly Payment[];
  readonly lines: readonly LineOfPayment[];
  readonly held: readonly HeldReversal[];
  /** Payments whose held reversals have been carried out. */
  readonly released: readonly PaymentKey[];
  readonly entries: readonly PostedEntry[];
  readonly decisions: readonly OwedDecision[];
  readonly publications: readonly Publication[];
}

/**
 * The memberships, payments and ledger entries that a batch of commands is about, at hand in memory. Decisions read from
 * it and record into it, one command after the other, so that each sees what those before it did.
 */
export class Book {
  readonly accounts: AccountShelf;
  readonly payments: PaymentShelf;
  readonly held: HeldReversals;
  private readonly riskGroups: ReadonlyMap<string, RiskGroup>;
  private readonly entries: PostedEntry[] = [];
  private readonly decisions: OwedDecision[] = [];
  private readonly publications: Publication[] = [];

  constructor({ accounts, payments, held, riskGroups }: BookContents) {
    this.accounts = new AccountShelf(accounts);
    this.payments = new PaymentShelf(payments);
    this.held = new HeldReversals(held);
    this.riskGroups = riskGroups;
  }

  /** The risk group of an employer; null when the register does not say. */
  riskGroup(employer: string | null): RiskGroup | null {
    return employer === null ? null : (this.riskGroups.get(employer) ?? null);
  }

  /** How much has been published so far. */
  get published(): number {
    return this.publications.length;
  }

  recordAccount(membershipId: string, event: AccountEvent, at: string): void {
    const before = this.accounts.get(membershipId);
    const after = evolveAccount(before, event);
    if (!isPublished(event)) return this.accounts.put(after);
    const numbered = { sequence: before.sequence + 1, recordedAt: later(before.recordedAt, at) };
    this.accounts.put({ ...after, ...numbered });
    const { personId } = after.membership!; // nothing is published of a membership that is not known
    this.publications.push({ ...numbered, about: 'membership', membershipId, personId, event });
  }

  recordPayment(key: PaymentKey, event: PaymentEvent, at: string): void {
    const before = this.payments.get(key)!;
    const after = evolvePayment(before, event);
    const lines = event.type === 'LinesSettled' ? event.lines : [];
    if (!isResult(event)) return this.payments.put(after, lines);
    const numbered = { sequence: before.sequence + 1, recordedAt: later(before.recordedAt, at) };
    this.payments.put({ ...after, ...numbered }, lines);
    const { gateway, paymentId } = key;
    this.publications.push({ ...numbered, about: 'payment', payment: { gateway, paymentId }, result: event });
  }

  post(entry: Entry, at: string): void {
    if (entry.postings.length > 0) this.entries.push({ ...entry, recordedAt: at });
  }

  note(decision: OwedDecision): void {
    this.decisions.push(decision);
  }

  changes(): BookChanges {
    return {
      accounts: this.accounts.changes(),
      ...this.payments.changes(),
      ...this.held.changes(),
      entries: this.entries,
      decisions: this.decisions,
      publications: this.publications,
    };
  }
}

const PUBLISHED: ReadonlySet<AccountEvent['type']> = new Set<PublishedAccountEvent['type']>([
  'ContributionPaid',
  'ContributionReversed',
  'MembershipLapsed',
  'MembershipRevived',
]);

const isPublished = (event: AccountEvent): event is PublishedAccountEvent => PUBLISHED.has(event.type);

const isResult = (event: PaymentEvent): event is PaymentResult =>
  event.type !== 'LinesSettled' && event.type !== 'ContentRefused';
