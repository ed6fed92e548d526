import { refused, type Outcome } from '#libs/kernel';
import type { Claim, ClaimEvent } from '../domain/claim/claim.js';
import type { Account, AccountToken, AccountTokens } from './account-tokens.js';
import type { ClaimCommand, Claims, ClaimSituation } from './claims.js';
import { reaches } from './regions.js';

/** Decides about a claim that is there and that the sender may see; any other does not exist for the sender. */
export const onOwnClaim =
  <Command extends ClaimCommand>(
    decide: (command: Command, claim: Claim, situation: ClaimSituation) => Outcome<ClaimEvent>,
  ) =>
  (command: Command, situation: ClaimSituation): Outcome<ClaimEvent> => {
    const { claim } = situation;
    return claim !== null && reaches(command.regions, claim.submission.residence)
      ? decide(command, claim, situation)
      : refused('not-found');
  };

/** What stands for an account of a claim: no bank is told of one before the claim is there and the sender may see it. */
export const tokenForOwnClaim = async (
  { claimId, regions }: ClaimCommand,
  account: Account,
  { claims, tokens }: { readonly claims: Claims; readonly tokens: AccountTokens },
): Promise<AccountToken | { readonly reason: 'not-found' }> => {
  const claim = await claims.find(claimId);
  const isOwn = claim !== null && reaches(regions, claim.submission.residence);
  return isOwn ? tokens.of(account) : { reason: 'not-found' };
};
