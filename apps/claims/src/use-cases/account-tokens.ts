/** A bank account as a bank book shows it. */
export interface Account {
  /** The bank's code among those that clear with each other. */
  readonly bank: string;
  /** Digits alone. */
  readonly number: string;
}

/** What stands for an account; or why the bank that pays could not pay to it: it does not take it, or said nothing. */
export type AccountToken =
  { readonly token: string } | { readonly reason: 'account-refused' | 'bank-silent' };

/** What stands for bank accounts: the same for the same account, and nothing that leads back to it. */
export abstract class AccountTokens {
  abstract of(account: Account): Promise<AccountToken>;
}
