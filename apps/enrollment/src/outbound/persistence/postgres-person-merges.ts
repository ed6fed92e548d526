import type { NewEvent } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import type { Database, Transaction } from '#libs/persistence';
import type { Mergeable, MergeableMembership, MergeEvent } from '../../domain/person/merge.js';
import { termsOn } from '../../domain/membership/membership.js';
import { PersonMerges, type DecideMerge, type MergeCommand } from '../../use-cases/person-merges.js';
import { afterEvents } from './membership-events.js';
import {
  LAST_DAY,
  loadMemberships,
  updateMemberships,
  type KnownState,
  type MembershipState,
} from './membership-rows.js';
import { joinPeople } from './join-people.js';
import { lockedPeople, type PersonRow } from './person-rows.js';
import type { StoreTools } from './postgres-sign-ups.js';

const RESIDENCES = `
  select membership_id as "membershipId" from membership where person_id = any($1::uuid[])`;

const isKnown = (state: MembershipState): state is KnownState => state.membership.status !== 'unknown';

const mergeableMembership = ({ membership }: KnownState): MergeableMembership => {
  const { registration } = membership;
  const { membershipId, memberNumber, paymentCode, employer, eventCover, registeredOn } = registration;
  return {
    membershipId,
    memberNumber,
    paymentCode,
    employer,
    eventCover,
    registeredOn,
    segment: termsOn(membership, LAST_DAY).segment,
    endedOn: membership.status === 'ended' ? membership.endedOn : null,
  };
};

const mergeableOf = (row: PersonRow | undefined, states: ReadonlyMap<string, MembershipState>): Mergeable => {
  if (row === undefined) return { status: 'unknown' };
  if (row.mergedInto !== null) return { status: 'merged', into: row.mergedInto };
  if (row.nikToken === null) return { status: 'erased' };
  const own = row.memberships.flatMap(({ membershipId }) => states.get(membershipId) ?? []).filter(isKnown);
  return { status: 'known', personId: row.personId, memberships: own.map(mergeableMembership) };
};

/** Persons who were taken for two, in PostgreSQL. One command at a time: it happens seldom, and touches two persons. */
export class PostgresPersonMerges extends PersonMerges {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
    private readonly log: EventLog,
    private readonly tools: StoreTools,
  ) {
    super();
  }

  override async residencesOf(personIds: readonly string[]): Promise<readonly (string | null)[]> {
    const rows = await this.database.query<{ membershipId: string }>(RESIDENCES, [personIds]);
    const states = await loadMemberships(
      this.database,
      rows.map(({ membershipId }) => membershipId),
    );
    const today = this.tools.clock.today();
    return [...states.values()].filter(isKnown).map(({ membership }) => termsOn(membership, today).residence);
  }

  override merge(batch: Batch<MergeCommand>, decide: DecideMerge): Promise<readonly Outcome<MergeEvent>[]> {
    return this.writes.run(batch, async (tx, commands) => {
      const outcomes: Outcome<MergeEvent>[] = [];
      const people = await lockedPeople(tx, [
        ...new Set(commands.flatMap(({ personId, into }) => [personId, into])),
      ]);
      for (const command of commands) outcomes.push(await this.one(tx, command, people, decide));
      return outcomes;
    });
  }

  private async one(
    tx: Transaction,
    command: MergeCommand,
    people: Map<string, PersonRow>,
    decide: DecideMerge,
  ): Promise<Outcome<MergeEvent>> {
    const [duplicate, person] = [people.get(command.personId), people.get(command.into)];
    const ids = [duplicate, person].flatMap((row) => row?.memberships ?? []);
    const states = await loadMemberships(
      tx,
      ids.map(({ membershipId }) => membershipId),
    );
    const outcome = decide(mergeableOf(duplicate, states), mergeableOf(person, states));
    if (outcome.kind !== 'happened') return outcome;
    await this.end(tx, command, outcome.events, states);
    const at = this.tools.clock.recordedAt(command.recordedAt);
    await joinPeople(
      tx,
      { duplicate: duplicate!, person: person!, actor: command.actor, at },
      this.tools.vault,
    );
    people.set(command.personId, { ...duplicate!, nikToken: null, mergedInto: command.into });
    return outcome;
  }

  private async end(
    tx: Transaction,
    command: MergeCommand,
    events: readonly MergeEvent[],
    states: ReadonlyMap<string, MembershipState>,
  ): Promise<void> {
    const changed: KnownState[] = [];
    const messages: NewEvent[] = [];
    for (const event of events) {
      if (event.type !== 'DuplicateEnded') continue;
      const ended = { type: 'MembershipEnded', endedOn: event.endedOn, reason: 'duplicate' } as const;
      const after = afterEvents(command, states.get(event.membershipId)!, [ended], this.tools);
      changed.push(after.state);
      messages.push(...after.messages);
    }
    if (changed.length > 0) await updateMemberships(tx, changed);
    await this.log.append(tx, messages);
  }
}
