import type { BankAnswer } from '../domain/claim/disbursing.js';

export type { BankAnswer, BankPatience } from '../domain/claim/disbursing.js';

/** A transfer as the bank is told of it. The disbursement's id is the name under which both sides know it. */
export interface Transfer {
  readonly disbursementId: string;
  readonly claimId: string;
  readonly amountRupiah: number;
}

/** The bank that pays benefits. It never throws for what goes wrong on the way: that is its silence. */
export abstract class Bank {
  /** Tells it to pay. */
  abstract instruct(transfer: Transfer): Promise<BankAnswer>;

  /** Asks what became of a transfer; it moves no money. */
  abstract ask(disbursementId: string): Promise<BankAnswer>;
}
