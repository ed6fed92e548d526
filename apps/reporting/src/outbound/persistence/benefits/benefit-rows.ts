import type { Transaction } from '#libs/persistence';
import {
  initialClaimBenefits,
  type ClaimBenefits,
  type MoneyMoved,
} from '../../../domain/benefits/claim-benefits.js';

const LOAD = 'select claim_id, sequence, disbursements from claim_taken where claim_id = any($1::uuid[])';

const WRITE = `
  insert into claim_taken (claim_id, sequence, disbursements)
  select * from unnest($1::uuid[], $2::integer[], $3::json[])
  on conflict (claim_id) do update set sequence = excluded.sequence, disbursements = excluded.disbursements`;

const MOVES = `
  insert into benefit_fact (claim_id, sequence, disbursement_id, region, programme, benefit, amount_rupiah, moved_on)
  select * from unnest($1::uuid[], $2::integer[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::date[])`;

type ClaimRow = ClaimBenefits & { readonly claim_id: string };

/** Money that an event of a claim moved. */
export type MoneyRow = MoneyMoved & { readonly claimId: string; readonly sequence: number };

/** The claims by id; of which nothing is known yet, the initial one. */
export const loadClaims = async (
  tx: Transaction,
  claimIds: readonly string[],
): Promise<Map<string, ClaimBenefits>> => {
  const rows = await tx.query<ClaimRow>(LOAD, [claimIds]);
  const claims = new Map(claimIds.map((claimId) => [claimId, initialClaimBenefits]));
  for (const { claim_id, ...claim } of rows) claims.set(claim_id, claim);
  return claims;
};

/** Stores how far the claims were taken. */
export const writeClaims = async (
  tx: Transaction,
  claims: ReadonlyMap<string, ClaimBenefits>,
): Promise<void> => {
  if (claims.size === 0) return;
  const states = [...claims.values()];
  await tx.query(WRITE, [
    [...claims.keys()],
    states.map(({ sequence }) => sequence),
    states.map(({ disbursements }) => JSON.stringify(disbursements)),
  ]);
};

/** Adds money that moved. */
export const insertMoves = async (tx: Transaction, moves: readonly MoneyRow[]): Promise<void> => {
  if (moves.length === 0) return;
  await tx.query(MOVES, [
    moves.map(({ claimId }) => claimId),
    moves.map(({ sequence }) => sequence),
    moves.map(({ disbursementId }) => disbursementId),
    moves.map(({ region }) => region),
    moves.map(({ programme }) => programme),
    moves.map(({ benefit }) => benefit),
    moves.map(({ amountRupiah }) => amountRupiah),
    moves.map(({ movedOn }) => movedOn),
  ]);
};
