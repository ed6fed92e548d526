/** A bank account as a bank book shows it. */
export interface Account {
  /** The bank's code among those that clear with each other. */
  readonly bank: string;
  /** Digits alone. */
  readonly number: string;
}

/** What stands for bank accounts: the same for the same account, and nothing that leads back to it. */
export abstract class AccountTokens {
  /** Null when the bank that pays has not taken the account in, and could not pay to it. */
  abstract of(account: Account): Promise<string | null>;
}
