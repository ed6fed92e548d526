import { newEvent, reminderDue, type NewEvent } from '#libs/contracts';
import { ignored, type Batch, type Clock, type Day, type Ids, type Outcome } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import { remindersOf, type Reminder } from '../../domain/standing/reminder.js';
import { evolveStanding, type Standing, type StandingFact } from '../../domain/standing/standing.js';
import {
  Standings,
  type ContributionMessage,
  type DecideFact,
  type DecideReminder,
  type ReminderCommand,
} from '../../use-cases/standings.js';
import { later } from './later.js';
import {
  loadReminded,
  loadStandings,
  noStanding,
  writeStandings,
  type RemindedMember,
  type StandingState,
} from './standing-rows.js';

const DUE = `
  select membership_id as "membershipId" from standing where look_on <= $1 order by look_on limit $2`;

const locksOf = (ids: readonly string[]) => ids.map((id) => `standing:${id}`);

/** Where memberships stand, in PostgreSQL: a row for each that was ever paid for. */
export class PostgresStandings extends Standings {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
    private readonly log: EventLog,
    private readonly tools: { readonly clock: Clock; readonly ids: Ids },
  ) {
    super();
  }

  override follow(
    batch: Batch<ContributionMessage>,
    decide: DecideFact,
  ): Promise<readonly Outcome<StandingFact>[]> {
    return this.writes.run(batch, async (tx, messages) => {
      const ids = [...new Set(messages.map(({ data }) => data.membershipId.toLowerCase()))];
      await tx.lock(locksOf(ids));
      const states = await loadStandings(tx, ids);
      const changed = new Map<string, StandingState>();
      const outcomes = messages.map((message) => {
        const id = message.data.membershipId.toLowerCase();
        const before = changed.get(id) ?? states.get(id) ?? noStanding;
        const outcome = decide(message, before.taken);
        if (outcome.kind !== 'happened') return outcome;
        changed.set(id, this.after(before, outcome.events, message.sequence));
        return outcome;
      });
      await writeStandings(tx, changed);
      return outcomes;
    });
  }

  override remind(
    batch: Batch<ReminderCommand>,
    decide: DecideReminder,
  ): Promise<readonly Outcome<Reminder>[]> {
    return this.writes.run(batch, async (tx, commands) => {
      const ids = commands.map(({ membershipId }) => membershipId);
      await tx.lock(locksOf(ids));
      const [states, members] = [await loadStandings(tx, ids), await loadReminded(tx, ids)];
      const changed = new Map<string, StandingState>();
      const messages: NewEvent[] = [];
      const outcomes = commands.map((command) => {
        const state = states.get(command.membershipId) ?? noStanding;
        const member = members.get(command.membershipId);
        const outcome: Outcome<Reminder> = member
          ? decide(state.standing, member.endedOn, state.said)
          : ignored('membership-unknown');
        const said =
          outcome.kind === 'happened' ? this.say(command, member!, state, outcome.events[0]) : null;
        if (said) messages.push(said.message);
        changed.set(command.membershipId, this.lookedAt(said?.state ?? state, member?.endedOn ?? null));
        return outcome;
      });
      await writeStandings(tx, changed);
      await this.log.append(tx, messages);
      return outcomes;
    });
  }

  override async dueBy(day: Day, limit: number): Promise<readonly string[]> {
    const rows = await this.database.query<{ membershipId: string }>(DUE, [day, limit]);
    return rows.map(({ membershipId }) => membershipId);
  }

  override async find(membershipId: string): Promise<Standing> {
    const found = await loadStandings(this.database, [membershipId]);
    return (found.get(membershipId) ?? noStanding).standing;
  }

  /** Whether the membership has ended is looked up when something is due, not with every payment. */
  private after(state: StandingState, facts: readonly StandingFact[], taken: number): StandingState {
    const today = this.tools.clock.today();
    const standing = facts.reduce(evolveStanding, state.standing);
    const { due, nextOn } = remindersOf(standing, null, today);
    return { ...state, standing, taken, lookOn: due === null ? nextOn : today };
  }

  private lookedAt(state: StandingState, endedOn: Day | null): StandingState {
    return { ...state, lookOn: remindersOf(state.standing, endedOn, this.tools.clock.today()).nextOn };
  }

  private say(cause: ReminderCommand, member: RemindedMember, before: StandingState, said: Reminder) {
    const recordedAt = later(cause.recordedAt, before.saidAt);
    const state = { ...before, said, saidCount: before.saidCount + 1, saidAt: recordedAt };
    const { membershipId, personId, channel } = member;
    const { kind, code, campaign } = channel;
    const data = { membershipId, personId, ...said, channel: { kind, code, campaign } };
    const given = { eventId: this.tools.ids.next(), sequence: state.saidCount, recordedAt, cause };
    return { state, message: newEvent(reminderDue, data, given) };
  }
}
