import { AccountTokens, type Account, type AccountToken } from '../../use-cases/account-tokens.js';
import type { Payees } from '../../use-cases/bank.js';

/** Tokens by which the bank can be told whom to pay: each is entered there with its account before anything names it. */
export class TokensKnownToBank extends AccountTokens {
  constructor(
    private readonly tokens: AccountTokens,
    private readonly payees: Payees,
  ) {
    super();
  }

  override async of(account: Account): Promise<AccountToken> {
    const known = await this.tokens.of(account);
    if ('reason' in known) return known;
    const entry = await this.payees.enter(known.token, account);
    if (entry === 'entered') return known;
    return { reason: entry === 'refused' ? 'account-refused' : 'bank-silent' };
  }
}
