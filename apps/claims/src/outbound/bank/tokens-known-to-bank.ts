import { AccountTokens, type Account } from '../../use-cases/account-tokens.js';
import type { Payees } from '../../use-cases/bank.js';

/** Tokens by which the bank can be told whom to pay: each is entered there with its account before anything names it. */
export class TokensKnownToBank extends AccountTokens {
  constructor(
    private readonly tokens: AccountTokens,
    private readonly payees: Payees,
  ) {
    super();
  }

  override async of(account: Account): Promise<string | null> {
    const token = await this.tokens.of(account);
    return token !== null && (await this.payees.enter(token, account)) ? token : null;
  }
}
