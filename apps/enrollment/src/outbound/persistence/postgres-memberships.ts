import type { NewEvent } from '#libs/contracts';
import type { Batch, Clock, Day, Ids } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import type { Membership } from '../../domain/membership/membership.js';
import {
  Memberships,
  type DecideMembership,
  type MembershipCommand,
  type MembershipOutcome,
  type OverdueEventCover,
} from '../../use-cases/memberships.js';
import { afterEvents } from './membership-events.js';
import { loadMemberships, noMembership, updateMemberships, type KnownState } from './membership-rows.js';

const OVERDUE = `
  select membership_id as "membershipId", event_cover->>'through' as through,
         registered_on::text as "registeredOn"
    from membership
   where event_cover is not null and ended_on is null and event_cover->>'through' < $1
   order by event_cover->>'through' limit $2`;

/** Memberships in PostgreSQL. */
export class PostgresMemberships extends Memberships {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
    private readonly log: EventLog,
    private readonly tools: { readonly clock: Clock; readonly ids: Ids },
  ) {
    super();
  }

  override change(
    batch: Batch<MembershipCommand>,
    decide: DecideMembership,
  ): Promise<readonly MembershipOutcome[]> {
    return this.writes.run(batch, async (tx, commands) => {
      const ids = [...new Set(commands.map(({ membershipId }) => membershipId))];
      await tx.lock(ids.map((id) => `membership:${id}`));
      const states = await loadMemberships(tx, ids);
      const changed = new Map<string, KnownState>();
      const messages: NewEvent[] = [];
      const outcomes = commands.map((command): MembershipOutcome => {
        const before = changed.get(command.membershipId) ?? states.get(command.membershipId) ?? noMembership;
        const outcome = decide(command, before.membership, { employerSize: () => before.employerSize });
        if (outcome.kind !== 'happened') return { ...outcome, membership: before.membership };
        const after = afterEvents(command, before, outcome.events, this.tools);
        messages.push(...after.messages);
        changed.set(command.membershipId, after.state);
        return { ...outcome, membership: after.state.membership };
      });
      if (changed.size > 0) await updateMemberships(tx, [...changed.values()]);
      await this.log.append(tx, messages);
      return outcomes;
    });
  }

  override async find(membershipId: string): Promise<Membership> {
    const found = await loadMemberships(this.database, [membershipId]);
    return (found.get(membershipId) ?? noMembership).membership;
  }

  override overdueEventCover(before: Day, limit: number): Promise<readonly OverdueEventCover[]> {
    return this.database.query<OverdueEventCover>(OVERDUE, [before, limit]);
  }
}
