import { plainBatch } from '#libs/kernel';
import { correctAccount } from '../domain/claim/claim.account.js';
import type { Policy } from '../domain/programmes/policy.js';
import type { Account, AccountTokens } from './account-tokens.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim } from './own-claim.js';

export type CorrectAccountCommand = ClaimCommand & { readonly account: Account; readonly why: string };

type CorrectCommand = ClaimCommand & { readonly accountToken: string; readonly why: string };

const decideWith = (policy: Policy) =>
  onOwnClaim<CorrectCommand>(({ accountToken, why, by }, claim) =>
    correctAccount({ accountToken, why, by }, claim, policy),
  );

/** Takes another account for an approved benefit whose money failed or came back; the money is to be ordered anew. */
export class CorrectAccountWhenMoneyCameBack {
  constructor(
    private readonly claims: Claims,
    private readonly tokens: AccountTokens,
    private readonly policy: Policy,
  ) {}

  async handle({ account, ...command }: CorrectAccountCommand): Promise<ClaimAnswer> {
    const accountToken = await this.tokens.of(account);
    if (accountToken === null) return { kind: 'refused', reason: 'bank-silent', claim: null };
    const batch = plainBatch([{ ...command, accountToken }]);
    const [answer] = await this.claims.change(batch, decideWith(this.policy));
    return answer!; // a batch of one has one answer
  }
}
