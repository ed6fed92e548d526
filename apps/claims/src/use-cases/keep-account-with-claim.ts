import { plainBatch } from '#libs/kernel';
import { recordAccount } from '../domain/claim/claim.decide.js';
import type { Account, AccountTokens } from './account-tokens.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim } from './own-claim.js';

export type KeepAccountCommand = ClaimCommand & { readonly account: Account };

type RecordCommand = ClaimCommand & { readonly accountToken: string };

const decide = onOwnClaim<RecordCommand>(({ accountToken }, claim) => recordAccount(accountToken, claim));

/** Keeps what stands for the account that a benefit goes to, by which claims on one account are told; not the account. */
export class KeepAccountWithClaim {
  constructor(
    private readonly claims: Claims,
    private readonly tokens: AccountTokens,
  ) {}

  async handle({ account, ...command }: KeepAccountCommand): Promise<ClaimAnswer> {
    const accountToken = await this.tokens.of(account);
    if (accountToken === null) return { kind: 'refused', reason: 'bank-silent', claim: null };
    const [answer] = await this.claims.change(plainBatch([{ ...command, accountToken }]), decide);
    return answer!; // a batch of one has one answer
  }
}
