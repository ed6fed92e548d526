import { plainBatch, type Clock, type Ids } from '#libs/kernel';
import { decideReminder, remindersOf } from '../domain/standing/reminder.js';
import type { ReminderCommand, Standings } from './standings.js';

/** As many as one transaction looks at; the rest follow at once. */
const BATCH_MAX = 1_000;

/** Before cover ends and after, whoever notifies members is told so, once. */
export class RemindMemberWhenCoverEnds {
  constructor(
    private readonly standings: Standings,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Says all that is due today. Answers how much. */
  async handle(): Promise<number> {
    const today = this.clock.today();
    for (let said = 0; ;) {
      const due = await this.standings.dueBy(today, BATCH_MAX);
      if (due.length === 0) return said;
      const outcomes = await this.standings.remind(
        plainBatch(due.map((membershipId) => this.commandFor(membershipId))),
        (standing, endedOn, before) => decideReminder(remindersOf(standing, endedOn, today), before),
      );
      said += outcomes.filter(({ kind }) => kind === 'happened').length;
    }
  }

  private commandFor(membershipId: string): ReminderCommand {
    const eventId = this.ids.next();
    const recordedAt = this.clock.recordedAt(null);
    return { membershipId, recordedAt, eventId, correlationId: eventId, traceparent: null };
  }
}
