import type { Compared, Differing, StatementLine } from '../../domain/reconciliation/reconcile.js';
import type { Scope } from '../../use-cases/reconciliations.js';
import type { Queries } from './queries.js';
import { arrayOf } from './upsert.js';

/** What the statement says of each payment, one way; below nought is what went back. */
const STATED = `
  select reference, case when rupiah < 0 then 'out' else 'in' end as direction, sum(abs(rupiah)) as rupiah
    from unnest($4::text[], $5::bigint[]) as line (reference, rupiah) group by 1, 2`;

/** The payments that the statement names, on whichever day, and all that came or went back on its days. */
const WANTED = `
  select reference as payment_id from stated
  union
  select payment_id from payment where gateway = $1 and settled_on between $2::date and $3::date
  union
  select payment_id from ledger_entry where gateway = $1 and kind = 'returned'
     and recorded_at >= $2::date::timestamp at time zone 'Asia/Jakarta'
     and recorded_at < ($3::date + 1)::timestamp at time zone 'Asia/Jakarta'`;

/** Money came on the day on which the gateway settled it, and went back on the day on which the ledger heard of it. */
const ENTRIES = `
  select e.payment_id as reference, case e.kind when 'received' then 'in' else 'out' end as direction,
         abs(e.amounts[array_position(e.accounts, 'cash:' || $1)]) as rupiah,
         case e.kind when 'received' then p.settled_on else (e.recorded_at at time zone 'Asia/Jakarta')::date end
           between $2::date and $3::date as expected
    from wanted join ledger_entry as e using (payment_id) join payment as p using (gateway, payment_id)
   where e.gateway = $1 and e.kind in ('received', 'returned')`;

/** Both sides come to an amount for each payment and direction: here they are told apart, what differs is not judged. */
const COMPARE = `
  with stated as (${STATED}), wanted as (${WANTED}),
  known as (
    select reference, direction, sum(rupiah) as rupiah, bool_or(expected) as expected
      from (${ENTRIES}) as entry group by reference, direction
  ), compared as (
    select reference, direction, known.rupiah, coalesce(expected, false) as "isExpected",
           stated.rupiah is not null as is_stated, stated.rupiah is not distinct from known.rupiah as agrees
      from stated full join known using (reference, direction)
  )
  select count(*) filter (where agrees)::integer as agreed,
         coalesce(json_agg(json_build_object('reference', reference, 'direction', direction, 'rupiah', rupiah,
                                             'isExpected', "isExpected") order by reference, direction)
                    filter (where not agrees), '[]') as differing
    from compared where is_stated or "isExpected"`;

interface ComparedRow {
  readonly agreed: number;
  readonly differing: readonly Differing[];
}

/** Adds up the statement's lines and the gateway's entries of the ledger by payment and direction. */
export const compareWithLedger = async (
  db: Queries,
  { gateway, from, through }: Scope,
  lines: readonly StatementLine[],
): Promise<Compared> => {
  const [row] = await db.query<ComparedRow>(COMPARE, [
    gateway,
    from,
    through,
    arrayOf(lines.map(({ reference }) => reference)),
    `{${lines.map(({ direction, rupiah }) => (direction === 'in' ? rupiah : -rupiah)).join()}}`,
  ]);
  return row!; // an aggregate without groups has one row
};
