import { assertNever, type Batch } from '#libs/kernel';
import { decideChange, decideEnd } from '../domain/membership/membership.decide.js';
import { mapResidence } from '../domain/region/region-change.js';
import type { DecideMembership, MembershipCommand, MembershipOutcome, Memberships } from './memberships.js';

const decide: DecideMembership = ({ asks }, membership, given) => {
  switch (asks.kind) {
    case 'change':
      return decideChange(asks, membership, given);
    case 'end':
      return decideEnd(asks, membership);
    case 'map':
      return mapResidence(asks.region, membership);
    default:
      return assertNever(asks);
  }
};

/** Terms change from a day on, the membership ends on a day, or the place of residence has become another one. */
export class ChangeMembership {
  constructor(private readonly memberships: Memberships) {}

  handle(batch: Batch<MembershipCommand>): Promise<readonly MembershipOutcome[]> {
    return this.memberships.change(batch, decide);
  }
}
