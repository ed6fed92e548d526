import type { NewEvent } from '#libs/contracts';
import { jakartaDay, type Ids } from '#libs/kernel';
import { evolveClaim, type Claim, type ClaimEvent } from '../../domain/claim/claim.js';
import { initialCover, type Cover } from '../../domain/cover/cover.js';
import type { ClaimCommand, ClaimSituation } from '../../use-cases/claims.js';
import { publicationOf } from './claim-events.js';
import type { KeptClaim } from './claim-rows.js';
import { whyOf, type TakenStep } from './claim-steps.js';

const later = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);

/** The claims and covers that a batch is about, as they are after each of its commands. */
export class ClaimsInHand {
  private readonly claims = new Map<string, KeptClaim>();
  private readonly claimIdsOf = new Map<string, Set<string>>();
  private readonly touched = new Set<string>();
  readonly events: NewEvent[] = [];
  readonly steps: TakenStep[] = [];

  constructor(
    claims: readonly KeptClaim[],
    private readonly covers: ReadonlyMap<string, Cover>,
    private readonly personOf: ReadonlyMap<string, string>,
    /** With how many other persons a claim shares its account. */
    private readonly sharedWith: ReadonlyMap<string, number>,
    private readonly ids: Ids,
  ) {
    claims.forEach((kept) => this.keep(kept));
  }

  /** The claims that the commands have changed. */
  get changed(): readonly KeptClaim[] {
    return [...this.touched].map((claimId) => this.claims.get(claimId)!);
  }

  claim(claimId: string): Claim | null {
    return this.claims.get(claimId)?.claim ?? null;
  }

  /** What the command may be decided on. */
  situation({ claimId, membershipId, recordedAt }: ClaimCommand): ClaimSituation {
    const kept = this.claims.get(claimId);
    const personId = kept?.claim.submission.personId ?? this.personOf.get(membershipId ?? '') ?? null;
    const at = kept === undefined ? recordedAt : later(kept.recordedAt, recordedAt);
    return {
      claim: kept?.claim ?? null,
      personId,
      cover: (personId !== null && this.covers.get(personId)) || initialCover,
      others: this.othersOf(personId, claimId),
      accountSharedWith: this.sharedWith.get(claimId) ?? 0,
      checkedOn: jakartaDay(at),
      recordedAt: at,
    };
  }

  /** Evolves the command's claim and notes what is to be published of it; only that moves its version and instant. */
  apply({ claimId, by, cause }: ClaimCommand, events: readonly ClaimEvent[], recordedAt: string): void {
    for (const event of events) {
      const before = this.claims.get(claimId);
      const claim = evolveClaim(before?.claim ?? null, event)!;
      const publish = publicationOf(event, claim);
      this.touched.add(claimId);
      this.steps.push({ claimId, what: event.type, by, at: recordedAt, why: whyOf(event) });
      if (publish === null) this.keep({ ...before!, claim });
      else {
        const version = (before?.version ?? 0) + 1;
        this.keep({ claim, version, recordedAt });
        this.events.push(publish({ sequence: version, eventId: this.ids.next(), recordedAt, cause }));
      }
    }
  }

  private keep(kept: KeptClaim): void {
    const { claimId, personId } = kept.claim.submission;
    this.claims.set(claimId, kept);
    const own = this.claimIdsOf.get(personId);
    if (own) own.add(claimId);
    else this.claimIdsOf.set(personId, new Set([claimId]));
  }

  private othersOf(personId: string | null, claimId: string): Claim[] {
    const all = personId === null ? [] : [...(this.claimIdsOf.get(personId) ?? [])];
    return all.filter((other) => other !== claimId).map((other) => this.claims.get(other)!.claim);
  }
}
