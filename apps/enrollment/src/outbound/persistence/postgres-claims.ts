import type { NewEvent } from '#libs/contracts';
import type { Batch, Clock, Ids, Outcome } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import { TryAgain, type Transaction } from '#libs/persistence';
import type { FollowedClaimEvent } from '../../domain/claim/follow-claim.js';
import { Claims, type ClaimMessage, type DecideClaim } from '../../use-cases/claims.js';
import { loadClaims, loadHeld, writeClaims, type ClaimState, type Held } from './claim-rows.js';
import { afterEvents } from './membership-events.js';
import {
  loadMemberships,
  noMembership,
  updateMemberships,
  type KnownState,
  type MembershipState,
} from './membership-rows.js';

const locksOf = (held: Iterable<Held>): string[] =>
  [...held].flatMap(({ nikToken, memberships }) => [
    ...(nikToken === null ? [] : [`person:${nikToken}`]),
    ...memberships.map((id) => `membership:${id}`),
  ]);

const lower = (messages: readonly ClaimMessage[], name: 'claimId' | 'personId') => [
  ...new Set(messages.map(({ data }) => data[name].toLowerCase())),
];

/** What a batch has loaded, and what its facts have made of it so far. */
class ClaimsInHand {
  readonly messages: NewEvent[] = [];
  readonly changed = new Map<string, KnownState>();
  readonly followed = new Map<string, ClaimState>();

  constructor(
    private readonly claims: ReadonlyMap<string, ClaimState>,
    private readonly held: ReadonlyMap<string, Held>,
    private readonly memberships: ReadonlyMap<string, MembershipState>,
    private readonly tools: { readonly clock: Clock; readonly ids: Ids },
  ) {}

  given({ data }: ClaimMessage) {
    const claimId = data.claimId.toLowerCase();
    const { claim = null, taken = 0 } = this.followed.get(claimId) ?? this.claims.get(claimId) ?? {};
    const ids = this.held.get(data.personId.toLowerCase())?.memberships ?? [];
    return { claim, taken, memberships: ids.map((id) => this.membership(id).membership) };
  }

  apply(message: ClaimMessage, events: readonly FollowedClaimEvent[]): void {
    for (const event of events) {
      if (event.type === 'ClaimFollowed')
        this.followed.set(event.claim.claimId, { claim: event.claim, taken: message.sequence });
      else {
        const after = afterEvents(message, this.membership(event.membershipId), [event], this.tools);
        this.changed.set(event.membershipId, after.state);
        this.messages.push(...after.messages);
      }
    }
  }

  private membership(id: string): MembershipState {
    return this.changed.get(id) ?? this.memberships.get(id) ?? noMembership;
  }
}

/** Claims in PostgreSQL: a row for each, by which memberships end. */
export class PostgresClaims extends Claims {
  constructor(
    private readonly writes: WritePath,
    private readonly log: EventLog,
    private readonly tools: { readonly clock: Clock; readonly ids: Ids },
  ) {
    super();
  }

  override follow(
    batch: Batch<ClaimMessage>,
    decide: DecideClaim,
  ): Promise<readonly Outcome<FollowedClaimEvent>[]> {
    return this.writes.run(batch, async (tx, messages) => {
      const hand = await this.locked(tx, messages);
      const outcomes = messages.map((message) => {
        const outcome = decide(message, hand.given(message));
        if (outcome.kind === 'happened') hand.apply(message, outcome.events);
        return outcome;
      });
      await writeClaims(tx, [...hand.followed.values()]);
      if (hand.changed.size > 0) await updateMemberships(tx, [...hand.changed.values()]);
      await this.log.append(tx, hand.messages);
      return outcomes;
    });
  }

  /** Who signs up meanwhile is found out by looking again behind the locks. */
  private async locked(tx: Transaction, messages: readonly ClaimMessage[]): Promise<ClaimsInHand> {
    const [claimIds, personIds] = [lower(messages, 'claimId'), lower(messages, 'personId')];
    const names = locksOf((await loadHeld(tx, personIds)).values());
    await tx.lock([...claimIds.map((id) => `claim:${id}`), ...names]);
    const held = await loadHeld(tx, personIds);
    if (locksOf(held.values()).some((name) => !names.includes(name))) throw new TryAgain();
    const ids = [...held.values()].flatMap(({ memberships }) => memberships);
    return new ClaimsInHand(await loadClaims(tx, claimIds), held, await loadMemberships(tx, ids), this.tools);
  }
}
