import { plainBatch } from '#libs/kernel';
import { recordAccount } from '../domain/claim/claim.decide.js';
import type { Account, AccountTokens } from './account-tokens.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim, tokenForOwnClaim } from './own-claim.js';

export type KeepAccountCommand = ClaimCommand & { readonly account: Account };

type RecordCommand = ClaimCommand & { readonly accountToken: string };

const decide = onOwnClaim<RecordCommand>(({ accountToken }, claim) => recordAccount(accountToken, claim));

/** Keeps what stands for the account that a benefit goes to, by which claims on one account are told; not the account. */
export class KeepAccountWithClaim {
  constructor(
    readonly claims: Claims,
    readonly tokens: AccountTokens,
  ) {}

  async handle({ account, ...command }: KeepAccountCommand): Promise<ClaimAnswer> {
    const known = await tokenForOwnClaim(command, account, this);
    if ('reason' in known) return { kind: 'refused', reason: known.reason, claim: null };
    const [answer] = await this.claims.change(
      plainBatch([{ ...command, accountToken: known.token }]),
      decide,
    );
    return answer!; // a batch of one has one answer
  }
}
