import type { Account } from './account-tokens.js';
import type { BankAnswer } from '../domain/claim/disbursing.js';

export type { BankAnswer, BankPatience } from '../domain/claim/disbursing.js';

/** A transfer as the bank is told of it. The disbursement's id is the name under which both sides know it. */
export interface Transfer {
  readonly disbursementId: string;
  readonly claimId: string;
  readonly amountRupiah: number;
  /** Stands for the account that the money goes to: the bank was told which one that is. */
  readonly payee: string;
}

/** Those whom the bank pays. It keeps their accounts, which this service does not. */
export abstract class Payees {
  /** Tells the bank which account the payee's is. Refused: it will never pay to it; silent: it did not take that in. */
  abstract enter(payee: string, account: Account): Promise<'entered' | 'refused' | 'silent'>;
}

/** The bank that pays benefits. It never throws for what goes wrong on the way: that is its silence. */
export abstract class Bank {
  /** Tells it to pay. */
  abstract instruct(transfer: Transfer): Promise<BankAnswer>;

  /** Asks what became of a transfer; it moves no money. */
  abstract ask(disbursementId: string): Promise<BankAnswer>;
}
