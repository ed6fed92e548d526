import { memberChanged, membershipEnded, newEvent, type MemberChanges, type NewEvent } from '#libs/contracts';
import type { Batch, Clock, Day, Ids } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import {
  evolveMembership,
  type Membership,
  type MembershipEvent,
  type Registration,
} from '../../domain/membership/membership.js';
import {
  Memberships,
  type DecideMembership,
  type MembershipCommand,
  type MembershipOutcome,
  type OverdueEventCover,
} from '../../use-cases/memberships.js';
import { later } from './later.js';
import {
  loadMemberships,
  noMembership,
  updateMemberships,
  type KnownState,
  type MembershipState,
} from './membership-rows.js';

const OVERDUE = `
  select membership_id as "membershipId", event_cover->>'through' as through,
         registered_on::text as "registeredOn"
    from membership
   where event_cover is not null and ended_on is null and event_cover->>'through' < $1
   order by event_cover->>'through' limit $2`;

const messageOf = (
  { membershipId, personId }: Registration,
  event: MembershipEvent,
  given: Parameters<typeof newEvent>[2],
): NewEvent => {
  if (event.type === 'MembershipEnded') {
    const { endedOn, reason } = event;
    return newEvent(membershipEnded, { membershipId, personId, endedOn, reason }, given);
  }
  const changes = structuredClone(event.changes) as MemberChanges;
  return newEvent(memberChanged, { membershipId, personId, effectiveOn: event.effectiveOn, changes }, given);
};

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
        const after = this.take(command, before, outcome.events, messages);
        changed.set(command.membershipId, after);
        return { ...outcome, membership: after.membership };
      });
      if (changed.size > 0) await updateMemberships(tx, [...changed.values()]);
      await this.log.append(tx, messages);
      return outcomes;
    });
  }

  /** Takes the events of a decision in, and adds the messages that follow. */
  private take(
    command: MembershipCommand,
    before: MembershipState,
    events: readonly MembershipEvent[],
    messages: NewEvent[],
  ): KnownState {
    const { clock, ids } = this.tools;
    const recordedAt = later(clock.recordedAt(command.recordedAt), before.recordedAt);
    const membership = events.reduce(evolveMembership, before.membership);
    if (membership.status === 'unknown')
      throw new Error('nothing can happen to a membership that is not there');
    events.forEach((event, index) => {
      const sequence = before.version + index + 1;
      const given = { eventId: ids.next(), sequence, recordedAt, cause: command };
      messages.push(messageOf(membership.registration, event, given));
    });
    return { ...before, membership, version: before.version + events.length, recordedAt };
  }

  override async find(membershipId: string): Promise<Membership> {
    const found = await loadMemberships(this.database, [membershipId]);
    return (found.get(membershipId) ?? noMembership).membership;
  }

  override overdueEventCover(before: Day, limit: number): Promise<readonly OverdueEventCover[]> {
    return this.database.query<OverdueEventCover>(OVERDUE, [before, limit]);
  }
}
