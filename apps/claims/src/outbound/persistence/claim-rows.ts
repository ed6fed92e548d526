import type { Benefit, Programme } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import type { Check } from '../../domain/claim/check.js';
import type { Claim, Decision } from '../../domain/claim/claim.js';
import type { Evidence } from '../../domain/claim/evidence.js';
import type { Findings } from '../../domain/programmes/findings.js';
import type { Disbursement } from '../../domain/claim/disbursement.js';

/** A claim with what the topic has of it. */
export interface KeptClaim {
  readonly claim: Claim;
  /** The sequence of its last event on the topic. */
  readonly version: number;
  readonly recordedAt: string;
}

export interface ClaimRow {
  readonly claim_id: string;
  readonly person_id: string;
  readonly membership_id: string;
  readonly programme: Programme;
  readonly benefit: Benefit;
  readonly occurred_on: string;
  readonly diagnosed_on: string | null;
  readonly is_road_accident: boolean;
  readonly submitted_at: Date;
  readonly residence: string | null;
  readonly description: string | null;
  readonly content_hash: string;
  readonly status: Claim['status'];
  readonly version: number;
  readonly recorded_at: Date;
  readonly evidence: readonly Evidence[];
  readonly findings: Findings | null;
  readonly granted_for: Findings | null;
  readonly account_token: string | null;
  readonly situation: Readonly<Record<string, unknown>> | null;
  readonly verification: Check | null;
  readonly decision: Decision | null;
  readonly disbursements: readonly Disbursement[] | null;
}

/** All columns that a claim is read from. */
export const CLAIM_COLUMNS = `
  claim_id, person_id, membership_id, programme, benefit, occurred_on::text as occurred_on,
  diagnosed_on::text as diagnosed_on, is_road_accident, submitted_at, residence,
  description, content_hash, status, version, recorded_at, evidence, findings, granted_for, account_token, situation,
  verification, decision, disbursements`;

const WRITE = `
  insert into claim (claim_id, person_id, membership_id, programme, benefit, occurred_on, submitted_at, residence,
                     description, content_hash, status, version, recorded_at, evidence, findings, situation,
                     verification, decision, disbursements, bank_step, bank_at, account_token, diagnosed_on, is_road_accident)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::timestamptz[],
                       $8::text[], $9::text[], $10::text[], $11::text[], $12::integer[], $13::timestamptz[],
                       $14::json[], $15::json[], $16::json[], $17::json[], $18::json[], $19::json[],
                       $20::text[], $21::timestamptz[], $22::text[], $23::date[],
                       $24::boolean[])
  on conflict (claim_id) do update set
    status = excluded.status, version = excluded.version, recorded_at = excluded.recorded_at,
    evidence = excluded.evidence, findings = excluded.findings, situation = excluded.situation,
    verification = excluded.verification, decision = excluded.decision, disbursements = excluded.disbursements,
    bank_step = excluded.bank_step, bank_at = excluded.bank_at, account_token = excluded.account_token`;

/** The claim of a row. */
export const claimOf = (row: ClaimRow): Claim =>
  ({
    submission: {
      claimId: row.claim_id,
      personId: row.person_id,
      membershipId: row.membership_id,
      programme: row.programme,
      benefit: row.benefit,
      occurredOn: row.occurred_on,
      ...(row.is_road_accident && { isRoadAccident: true }),
      ...(row.diagnosed_on && { diagnosedOn: row.diagnosed_on }),
      submittedAt: row.submitted_at.toISOString(),
      residence: row.residence,
      description: row.description,
      contentHash: row.content_hash,
    },
    evidence: row.evidence,
    findings: row.findings,
    ...(row.granted_for && { grantedFor: row.granted_for }),
    accountToken: row.account_token,
    status: row.status,
    ...row.situation,
    ...(row.verification && { check: row.verification }),
    ...(row.decision && { decision: row.decision }),
    ...(row.disbursements && { disbursements: row.disbursements }),
  }) as Claim;

/** A row with what the topic has of its claim. */
export const keptClaimOf = (row: ClaimRow): KeptClaim => ({
  claim: claimOf(row),
  version: row.version,
  recordedAt: row.recorded_at.toISOString(),
});

const jsonOf = (claim: Claim, part: 'check' | 'decision' | 'disbursements'): string | null =>
  part in claim ? JSON.stringify((claim as unknown as Record<string, unknown>)[part]) : null;

/** What belongs to the one situation that the claim is in, and to no other. */
const situationJson = (claim: Claim): string | null => {
  if (claim.status === 'incomplete') return JSON.stringify({ missing: claim.missing });
  if (claim.status === 'complete') return JSON.stringify({ completeOn: claim.completeOn });
  if ('correction' in claim && claim.correction) return JSON.stringify({ correction: claim.correction });
  return claim.status === 'proposed' ? JSON.stringify({ proposal: claim.proposal }) : null;
};

/** Once money of the claim is out twice, the last instant at which some of it went; null where it is not. */
const paidTwiceAt = (disbursements: readonly Disbursement[]): string | null => {
  const paid = disbursements.flatMap((one) => (one.status === 'paid' ? [one.paidAt] : []));
  return paid.length > 1 ? paid.at(-1)! : null;
};

/**
 * What is to be said to the bank about the claim's last disbursement, or that somebody has to look at the claim's money,
 * and since when; null: nothing.
 */
const errandOf = (claim: Claim): { step: 'instruct' | 'ask' | 'look'; at: string } | null => {
  const disbursements = 'disbursements' in claim ? claim.disbursements : [];
  const last = disbursements.at(-1);
  if (last?.status === 'ordered') return { step: 'instruct', at: last.orderedAt };
  if (last?.status === 'lost') return { step: 'instruct', at: last.lostAt };
  if (last !== undefined && 'contactAt' in last) return { step: 'ask', at: last.contactAt };
  const at = claim.status === 'closed' ? null : paidTwiceAt(disbursements);
  return at === null ? null : { step: 'look', at };
};

/** Stores the claims as they are now. */
export const writeClaims = async (tx: Transaction, claims: readonly KeptClaim[]): Promise<void> => {
  if (claims.length === 0) return;
  const column = <T>(of: (claim: Claim, kept: KeptClaim) => T) => claims.map((kept) => of(kept.claim, kept));
  await tx.query(WRITE, [
    column(({ submission }) => submission.claimId),
    column(({ submission }) => submission.personId),
    column(({ submission }) => submission.membershipId),
    column(({ submission }) => submission.programme),
    column(({ submission }) => submission.benefit),
    column(({ submission }) => submission.occurredOn),
    column(({ submission }) => submission.submittedAt),
    column(({ submission }) => submission.residence),
    column(({ submission }) => submission.description),
    column(({ submission }) => submission.contentHash),
    column(({ status }) => status),
    column((_, { version }) => version),
    column((_, { recordedAt }) => recordedAt),
    column(({ evidence }) => JSON.stringify(evidence)),
    column(({ findings }) => findings && JSON.stringify(findings)),
    column((claim) => situationJson(claim)),
    column((claim) => jsonOf(claim, 'check')),
    column((claim) => jsonOf(claim, 'decision')),
    column((claim) => jsonOf(claim, 'disbursements')),
    column((claim) => errandOf(claim)?.step ?? null),
    column((claim) => errandOf(claim)?.at ?? null),
    column(({ accountToken }) => accountToken),
    column(({ submission }) => submission.diagnosedOn ?? null),
    column(({ submission }) => submission.isRoadAccident ?? false),
  ]);
};
