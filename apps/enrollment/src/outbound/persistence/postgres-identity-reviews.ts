import type { NewEvent } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import type { ReviewEvent } from '../../domain/identity/identity-review.js';
import {
  IdentityReviews,
  type DecideReview,
  type ReviewCommand,
  type ReviewPlace,
  type StatedIdentity,
  type WaitingReview,
} from '../../use-cases/identity-reviews.js';
import {
  loadReviews,
  reviewState,
  settleReviews,
  waitingReviews,
  type Settled,
} from './identity-review-rows.js';
import { afterEvents } from './membership-events.js';
import { loadMemberships, noMembership, updateMemberships, type KnownState } from './membership-rows.js';
import type { StoreTools } from './postgres-sign-ups.js';

/** Before every instant, and before every id. */
const BEGINNING: ReviewPlace = {
  openedAt: '-infinity',
  membershipId: '00000000-0000-0000-0000-000000000000',
};

const STATED = `
  select p.vault_key as "wrappedKey", v.membership_id as "membershipId", sealed, registered_on::text as "registeredOn"
    from person p join vault v using (person_id) join membership m using (membership_id)
   where p.person_id = $1 order by registered_on, v.membership_id`;

interface StatedRow extends Pick<StatedIdentity, 'membershipId' | 'registeredOn'> {
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

/** The queue of memberships whose holder is not certain, in PostgreSQL. */
export class PostgresIdentityReviews extends IdentityReviews {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
    private readonly log: EventLog,
    private readonly tools: StoreTools,
  ) {
    super();
  }

  override waiting(
    regions: readonly string[] | null,
    after: ReviewPlace | null,
    limit: number,
  ): Promise<readonly WaitingReview[]> {
    return waitingReviews(this.database, regions, after ?? BEGINNING, limit);
  }

  override async find(membershipId: string): Promise<WaitingReview | null> {
    return (await loadReviews(this.database, [membershipId])).get(membershipId) ?? null;
  }

  override async statedOf(personId: string): Promise<readonly StatedIdentity[]> {
    const rows = await this.database.query<StatedRow>(STATED, [personId]);
    return rows.map(({ wrappedKey, sealed, membershipId, registeredOn }) => {
      const key = this.tools.vault.unwrap(wrappedKey, personId);
      const { fullName, birthDate } = this.tools.vault.open(key, sealed, membershipId);
      return { membershipId, fullName, birthDate, registeredOn };
    });
  }

  override settle(
    batch: Batch<ReviewCommand>,
    decide: DecideReview,
  ): Promise<readonly Outcome<ReviewEvent>[]> {
    return this.writes.run(batch, async (tx, commands) => {
      const ids = [...new Set(commands.map(({ membershipId }) => membershipId))];
      await tx.lock(ids.map((id) => `membership:${id}`));
      const [reviews, memberships] = [await loadReviews(tx, ids), await loadMemberships(tx, ids)];
      const settled: Settled[] = [];
      const changed = new Map<string, KnownState>();
      const messages: NewEvent[] = [];
      const outcomes = commands.map((command) => {
        const { membershipId } = command;
        const before = changed.get(membershipId) ?? memberships.get(membershipId) ?? noMembership;
        const review = reviews.get(membershipId);
        const outcome = decide(command, reviewState(review), before.membership);
        for (const event of outcome.kind === 'happened' ? outcome.events : []) {
          if (event.type === 'ReviewSettled') {
            const at = this.tools.clock.recordedAt(command.recordedAt);
            settled.push({ membershipId, verdict: event.verdict, at, by: command.actor });
            reviews.set(membershipId, { ...review!, verdict: event.verdict });
          } else {
            const after = afterEvents(command, before, [event], this.tools);
            changed.set(membershipId, after.state);
            messages.push(...after.messages);
          }
        }
        return outcome;
      });
      await settleReviews(tx, settled);
      if (changed.size > 0) await updateMemberships(tx, [...changed.values()]);
      await this.log.append(tx, messages);
      return outcomes;
    });
  }
}
