import type { Batch, Outcome } from '#libs/kernel';
import { partitionOf, type WritePath } from '#libs/messaging';
import type { Database, Transaction } from '#libs/persistence';
import {
  decideArrival,
  evolveClaim,
  wasTaken,
  type ClaimArrival,
  type ClaimBenefits,
  type MoneyMoved,
} from '../../../domain/benefits/claim-benefits.js';
import {
  Benefits,
  type BenefitCut,
  type BenefitsQuestion,
  type BenefitSums,
} from '../../../use-cases/benefits.js';
import { insertMoves, loadClaims, writeClaims, type MoneyRow } from './benefit-rows.js';

const EVERYWHERE = 'ID';

/** '/' is the character behind '.', so this is each region and all below it; none of them lies within another. */
const WITHIN = `
  unnest($3::text[]) as asked (code)
  join benefit_fact on region >= asked.code and region < asked.code || '/'`;

const PARTS: Readonly<Record<BenefitCut, string>> = { programme: 'programme', benefit: 'benefit' };

/** One row for each part, and one for all; claims on which as much came back as was paid do not count as paid. */
const sumsSql = (part: string, facts: string) => `
  select part, grouping(part) = 1 as is_total, sum(amount)::bigint as amount,
         count(distinct claim_id) filter (where amount > 0) as claims
  from (
    select ${part} as part, claim_id, sum(amount_rupiah) as amount from ${facts}
    where moved_on between $1 and $2
    group by 1, 2
  ) as of_claim
  group by grouping sets ((part), ())
  order by part`;

interface SumRow {
  readonly part: string | null;
  readonly is_total: boolean;
  readonly amount: string | null;
  readonly claims: string;
}

const sumOf = ({ amount, claims }: SumRow) => ({ amountRupiah: Number(amount), claims: Number(claims) });

/** Benefits in PostgreSQL: a row for each movement of money. */
export class PostgresBenefits extends Benefits {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
  ) {
    super();
  }

  override take<Told extends { readonly data: { readonly personId: string } }>(
    batch: Batch<Told>,
    arrivalOf: (message: Told) => ClaimArrival,
  ): Promise<readonly Outcome<MoneyMoved>[]> {
    return this.writes.run(batch, async (tx, messages) => {
      await tx.lock(messages.map(({ data }) => `claims:${partitionOf(data.personId)}`));
      return this.change(tx, messages.map(arrivalOf));
    });
  }

  override async sums({ regions, period, by }: BenefitsQuestion): Promise<BenefitSums> {
    const { from, through } = period;
    const isEverywhere = regions.includes(EVERYWHERE);
    const sql = sumsSql(by === null ? 'null::text' : PARTS[by], isEverywhere ? 'benefit_fact' : WITHIN);
    const rows = await this.database.query<SumRow>(
      sql,
      isEverywhere ? [from, through] : [from, through, regions],
    );
    const total = sumOf(rows.find(({ is_total }) => is_total)!);
    if (by === null) return { ...total, rows: [{ part: null, ...total }] };
    const parts = rows.filter(({ is_total }) => !is_total);
    return { ...total, rows: parts.map((row) => ({ part: row.part, ...sumOf(row) })) };
  }

  private async change(
    tx: Transaction,
    arrivals: readonly ClaimArrival[],
  ): Promise<readonly Outcome<MoneyMoved>[]> {
    const claims = await loadClaims(tx, [...new Set(arrivals.map(({ claimId }) => claimId))]);
    const changed = new Map<string, ClaimBenefits>();
    const moves: MoneyRow[] = [];
    const outcomes = arrivals.map((arrival) => {
      const { claimId, sequence } = arrival;
      const claim = changed.get(claimId) ?? claims.get(claimId)!;
      const outcome = decideArrival(arrival, claim);
      if (wasTaken(outcome)) changed.set(claimId, evolveClaim(claim, arrival));
      if (outcome.kind === 'happened')
        moves.push(...outcome.events.map((moved) => ({ ...moved, claimId, sequence })));
      return outcome;
    });
    await writeClaims(tx, changed);
    await insertMoves(tx, moves);
    return outcomes;
  }
}
