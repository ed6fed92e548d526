import type { Ledger } from '../../load/ledger.js';
import { FUNERAL_RUPIAH } from '../../load/plan/claims.js';
import { claimAt } from '../../load/plan/inputs.js';
import { numberIn } from '../../load/plan/ids.js';
import type { Findings } from '../findings.js';
import type { Session } from '../gather/session.js';

const CLAIMS = `
  select data::json ->> 'claimId' as "claimId",
         count(*) filter (where type like '%claim-submitted%')::integer as submitted,
         string_agg(data::json ->> 'decision', ',') as decisions,
         coalesce(sum((data::json ->> 'amount')::bigint) filter (where type like '%benefit-paid%'), 0)::text as paid
    from event where topic = 'claims.claims.v1' group by 1`;

interface Row {
  readonly claimId: string;
  readonly submitted: number;
  readonly decisions: string | null;
  readonly paid: string;
}

/** Every claim was submitted and decided once, and paid once where it was approved. */
export const outcomesOfClaims = async (
  claims: Session,
  ledger: Ledger,
  findings: Findings,
): Promise<void> => {
  const open = new Set<number>();
  for (let n = 0; n < ledger.count; n += 1)
    if (claimAt(ledger.seed, n) !== null && ledger.stateOf(n) === 'acknowledged') open.add(n);
  for (const { claimId, submitted, decisions, paid } of await claims.query<Row>(CLAIMS)) {
    const n = numberIn('claim', ledger.seed, claimId);
    const claim = n === null ? null : claimAt(ledger.seed, n);
    const due = claim?.decision === 'approved' ? FUNERAL_RUPIAH : 0;
    const isWhole = submitted === 1 && decisions === claim?.decision && paid === String(due);
    const mayBePart = n !== null && ledger.stateOf(n) !== 'acknowledged' && submitted === 1;
    findings.expect(
      claim !== null && (isWhole || mayBePart),
      () =>
        `claim ${claimId} (input ${n}): submitted ${submitted} times, decided ${decisions}, paid Rp${paid}`,
    );
    if (n !== null) open.delete(n);
  }
  for (const n of open) findings.violated(`the claim of input ${n} was acknowledged and has left no event`);
};
