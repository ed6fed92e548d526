import type { Cause } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { Claim, ClaimEvent } from '../domain/claim/claim.js';
import type { Evidenced } from '../domain/claim/claim.check.js';
import type { Disbursement } from '../domain/claim/disbursement.js';
import type { Regions } from './regions.js';

export type { Check } from '../domain/claim/check.js';
export type { Claim } from '../domain/claim/claim.js';
export { standing } from '../domain/claim/disbursement.order.js';
export { EVIDENCE_KINDS, type EvidenceKind } from '../domain/claim/evidence.js';
export { serviceTime, type ServiceTime } from '../domain/claim/service-time.js';

/** Where a claim may stand. */
export const CLAIM_STATUSES = [
  'submitted',
  'incomplete',
  'complete',
  'checked',
  'proposed',
  'rejected',
  'approved',
  'disbursing',
  'paid',
  'returned',
  'closed',
] as const satisfies readonly Claim['status'][];

/** Where a disbursement may stand. */
export type DisbursementStatus = Disbursement['status'];

/** What every command about a claim says. */
export interface ClaimCommand {
  readonly claimId: string;
  /** What the claim is about, where the command brings the claim; null where the claim is there already. */
  readonly membershipId: string | null;
  /** The regions that the sender may see. */
  readonly regions: Regions;
  /** Who commands it, as their token says. */
  readonly by: string;
  /** When the command counts as recorded. */
  readonly recordedAt: string;
  readonly cause: Cause;
}

/** All that a decision may rest on. */
export interface ClaimSituation extends Evidenced {
  readonly claim: Claim | null;
  /** Whose claim it is, or whose membership it is about; null when the membership is not known. */
  readonly personId: string | null;
  /** When the decision counts as recorded: never before the claim's last event. */
  readonly recordedAt: string;
}

/** What became of a command, and the claim as it stands now. */
export type ClaimAnswer = Outcome<ClaimEvent> & { readonly claim: Claim | null };

/** Which claims to list: newest first, behind the one with this id. */
export interface ClaimQuery {
  readonly regions: Regions;
  readonly limit: number;
  readonly after: string | null;
  readonly status: string | null;
  readonly personId: string | null;
  /** Only those of which money or a decision is still expected. */
  readonly isUnsettled?: boolean;
}

/** One thing that was done with a claim. */
export interface ClaimStep {
  readonly what: ClaimEvent['type'];
  readonly by: string;
  readonly at: string;
  /** The reasons of a decision or return, or what an appeal says. */
  readonly why: string | null;
}

/** Transfers that a person has to look at, for one reason. */
export interface ToLookAt {
  /** `overdue`: without an end; `paid-twice`: money of one claim is out more than once. */
  readonly why: 'overdue' | 'paid-twice';
  readonly count: number;
  /** Some of their claims, the longest waiting first. */
  readonly claimIds: readonly string[];
}

/** The claims, each with what was published of it. */
export abstract class Claims {
  /** Decides each command on its claim, stores the claims and what is to be published, all in one transaction. */
  abstract change<Command extends ClaimCommand>(
    batch: Batch<Command>,
    decide: (command: Command, situation: ClaimSituation) => Outcome<ClaimEvent>,
  ): Promise<readonly ClaimAnswer[]>;

  abstract find(claimId: string): Promise<Claim | null>;

  abstract list(query: ClaimQuery): Promise<readonly Claim[]>;

  /**
   * Claims whose money is to be sent, ordered by `now`, or to be asked about, last heard of by `heardBy`: the longest
   * waiting first.
   */
  abstract due(now: string, heardBy: string, limit: number): Promise<readonly string[]>;

  /** What was ordered by then and has no end, and what is paid more than once; of which there is nothing is left out. */
  abstract toLookAt(orderedBy: string): Promise<readonly ToLookAt[]>;

  /** All that was done with the claim, in order. */
  abstract steps(claimId: string): Promise<readonly ClaimStep[]>;
}
