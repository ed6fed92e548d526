import type { Batch } from '#libs/kernel';
import { decideChange, decideEnd } from '../domain/membership/membership.decide.js';
import type { DecideMembership, MembershipCommand, MembershipOutcome, Memberships } from './memberships.js';

const decide: DecideMembership = ({ asks }, membership, given) =>
  asks.kind === 'change' ? decideChange(asks, membership, given) : decideEnd(asks, membership);

/** Terms change from a day on, or the membership ends on a day. */
export class ChangeMembership {
  constructor(private readonly memberships: Memberships) {}

  handle(batch: Batch<MembershipCommand>): Promise<readonly MembershipOutcome[]> {
    return this.memberships.change(batch, decide);
  }
}
