/** What went through an account of the ledger, in rupiah; the balance is debits less credits. */
export interface Turnover {
  readonly account: string;
  readonly debits: number;
  readonly credits: number;
  readonly balance: number;
}

/** Something in the ledger that is not as it was written, and where. */
export type LedgerFault =
  | {
      /**
       * `altered`: the entry is not what its hash was taken of, or its hash is not the one that the next entry holds;
       * `surplus`: the ledger has written no such entry, as when one stands there twice.
       */
      readonly kind: 'altered' | 'surplus';
      readonly lane: number;
      readonly number: number;
      readonly gateway: string;
      readonly paymentId: string;
    }
  | {
      readonly kind: 'missing';
      readonly lane: number;
      /** The first number that is not there. */
      readonly number: number;
      /** The last one in a row. */
      readonly throughNumber: number;
    }
  | {
      /** The sums or the head that are kept for the account are not those of its postings in the lane. */
      readonly kind: 'account-differs';
      readonly lane: number;
      readonly account: string;
    };

/** The same money added up twice: from the accounts of the ledger, and from the lines of payments. */
export interface Comparison {
  readonly accounts: number;
  readonly lines: number;
}

/** All entries of the ledger, read anew. */
export interface LedgerProof {
  readonly entries: number;
  readonly debits: number;
  readonly credits: number;
  /** Debits equal credits, and what is kept for the accounts is what the entries come to. */
  readonly balanced: boolean;
  /** What belongs to the funds of the programmes, and what accepted lines contributed. */
  readonly contributions: Comparison;
  /** What was paid for paying late, and what accepted lines paid of that. */
  readonly lateFees: Comparison;
  /** What is owed to payers, and what lines that wait or were refused came to. */
  readonly owed: Comparison;
  /** The first of them, by lane and number. */
  readonly faults: readonly LedgerFault[];
  /** A hash over the heads of all lanes: whoever writes it down can tell later whether the past was rewritten. */
  readonly head: string;
}

/** Whether nothing is wrong. */
export const isProven = ({ balanced, contributions, lateFees, owed, faults }: LedgerProof): boolean =>
  balanced &&
  faults.length === 0 &&
  contributions.accounts === contributions.lines &&
  lateFees.accounts === lateFees.lines &&
  owed.accounts === owed.lines;

/** What can be asked of the ledger. */
export abstract class Ledger {
  /** Accounts behind the given one, by name. */
  abstract accounts(after: string, limit: number): Promise<readonly Turnover[]>;
  /** Null where nothing was ever posted to it. */
  abstract account(account: string): Promise<Turnover | null>;
  abstract proof(): Promise<LedgerProof>;
}
