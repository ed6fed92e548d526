import { plainBatch } from '#libs/kernel';
import { correctAccount } from '../domain/claim/claim.account.js';
import type { Policy } from '../domain/programmes/policy.js';
import type { Account, AccountTokens } from './account-tokens.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim, tokenForOwnClaim } from './own-claim.js';

export type CorrectAccountCommand = ClaimCommand & { readonly account: Account; readonly why: string };

type CorrectCommand = ClaimCommand & { readonly accountToken: string; readonly why: string };

const decideWith = (policy: Policy) =>
  onOwnClaim<CorrectCommand>(({ accountToken, why, by }, claim) =>
    correctAccount({ accountToken, why, by }, claim, policy),
  );

/** Takes another account for an approved benefit whose money failed or came back; the money is to be ordered anew. */
export class CorrectAccountWhenMoneyCameBack {
  constructor(
    readonly claims: Claims,
    readonly tokens: AccountTokens,
    private readonly policy: Policy,
  ) {}

  async handle({ account, ...command }: CorrectAccountCommand): Promise<ClaimAnswer> {
    const known = await tokenForOwnClaim(command, account, this);
    if ('reason' in known) return { kind: 'refused', reason: known.reason, claim: null };
    const batch = plainBatch([{ ...command, accountToken: known.token }]);
    const [answer] = await this.claims.change(batch, decideWith(this.policy));
    return answer!; // a batch of one has one answer
  }
}
