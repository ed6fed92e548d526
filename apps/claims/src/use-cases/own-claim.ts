import { refused, type Outcome } from '#libs/kernel';
import type { Claim, ClaimEvent } from '../domain/claim/claim.js';
import type { ClaimCommand, ClaimSituation } from './claims.js';
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
