import { addDays, plainBatch, type Clock, type Ids } from '#libs/kernel';
import type { ChangeMembership } from './change-membership.js';
import type { MembershipCommand, Memberships, OverdueEventCover } from './memberships.js';

/** As many as one transaction ends; the rest follow at once. */
const BATCH_MAX = 1_000;

/** Event cover ends by itself: on the day after the event its membership is no more. */
export class EndEventCoverWhenItIsOver {
  constructor(
    private readonly memberships: Memberships,
    private readonly changeMembership: ChangeMembership,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Ends all that is over today. Answers how many. */
  async handle(): Promise<number> {
    const today = this.clock.today();
    for (let ended = 0; ;) {
      const overdue = await this.memberships.overdueEventCover(today, BATCH_MAX);
      const outcomes = await this.changeMembership.handle(
        plainBatch(overdue.map((cover) => this.endOf(cover))),
      );
      const happened = outcomes.filter(({ kind }) => kind === 'happened').length;
      if (happened === 0) return ended;
      ended += happened;
    }
  }

  /** A story learns of the end as that day begins. Whoever signed up after the event was never registered. */
  private endOf({ membershipId, through, registeredOn }: OverdueEventCover): MembershipCommand {
    const dayAfter = addDays(through, 1);
    const endedOn = dayAfter > registeredOn ? dayAfter : registeredOn;
    const eventId = this.ids.next();
    return {
      membershipId,
      recordedAt: `${endedOn}T00:00:00+07:00`,
      eventId,
      correlationId: eventId,
      traceparent: null,
      asks: { kind: 'end', endedOn, reason: 'event-over' },
    };
  }
}
