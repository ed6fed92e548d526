import type { Day, PayerKind } from '#libs/kernel';
import type { Identity, Membership } from './membership.js';
import type { Contribution } from './contribution.js';
import type { TermsChange } from './terms.js';

/** Who pays: the code names the employer, organiser, sponsor or government. */
export interface Payer {
  readonly kind: PayerKind;
  readonly code: string | null;
}

/** The payment that a contribution came from. */
export interface PaidBy {
  readonly gateway: string;
  readonly paymentId: string;
  readonly payer: Payer;
  /** Instant, as the gateway stated it. */
  readonly settledAt: string;
}

/** What this service tells others about a membership, in order and numbered. */
export type PublishedAccountEvent =
  | { readonly type: 'ContributionPaid'; readonly contribution: Contribution; readonly by: PaidBy }
  | {
      readonly type: 'ContributionReversed';
      readonly contribution: Contribution;
      readonly reversedAt: string;
      readonly reason: string;
    }
  | { readonly type: 'MembershipLapsed'; readonly lapsedOn: Day; readonly lastCoveredOn: Day }
  | { readonly type: 'MembershipRevived'; readonly revivedOn: Day };

/** What enrollment told this service about a membership. */
export type HeardAccountEvent =
  | {
      readonly type: 'MemberRegistered';
      readonly sequence: number;
      readonly paymentCode: string;
      readonly membership: Membership;
    }
  | {
      readonly type: 'MemberChanged';
      readonly sequence: number;
      readonly change: TermsChange;
      /** Null: as before. */
      readonly residence: string | null;
    }
  | { readonly type: 'MembershipEnded'; readonly sequence: number; readonly endedOn: Day }
  | { readonly type: 'IdentityRecorded'; readonly sequence: number; readonly identity: Identity }
  | { readonly type: 'IdentityErased' };

/** What is kept of a membership and told to nobody: by how much the late fees that are owed have changed. */
export type KeptAccountEvent = { readonly type: 'LateFeesOwed'; readonly rupiah: number };

export type AccountEvent = PublishedAccountEvent | HeardAccountEvent | KeptAccountEvent;
