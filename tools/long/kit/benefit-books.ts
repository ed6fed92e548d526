import type { Day } from '#libs/kernel';
import { askEach } from '../../cli/stack-in.js';
import type { System } from './system.js';

export interface Period {
  readonly from: Day;
  readonly through: Day;
}

/** Rupiah that were paid less those that came back, where the persons live. */
export interface Booked {
  readonly region: string;
  readonly programme: string;
  readonly amountRupiah: number;
}

/** Of each transfer of each claim: that it was paid, and that it came back. */
const BOOKS = `
  with moved as (
    select residence, programme, (decision ->> 'amountRupiah')::bigint as rupiah, (one ->> 'paidAt')::timestamptz as at
      from claim, json_array_elements(disbursements) as one where one ->> 'paidAt' is not null
    union all
    select residence, programme, -(decision ->> 'amountRupiah')::bigint, (one ->> 'returnedAt')::timestamptz
      from claim, json_array_elements(disbursements) as one where one ->> 'returnedAt' is not null)
  select residence as region, programme, sum(rupiah)::text as rupiah from moved
   where (at at time zone 'Asia/Jakarta')::date between $1 and $2
   group by residence, programme order by residence, programme`;

/** What the claims service's own books say of a period, by village and programme. */
export const benefitBooks = async ({ stack }: System, { from, through }: Period): Promise<Booked[]> => {
  const claims = { ...stack, postgres: { claims: stack.postgres['claims']! } };
  type Row = { region: string; programme: string; rupiah: string };
  const rows = await askEach<Row>(claims, BOOKS, [from, through]);
  return rows.map(({ region, programme, rupiah }) => ({ region, programme, amountRupiah: Number(rupiah) }));
};

interface Reported {
  readonly amount: number;
  readonly rows: readonly { readonly part: string; readonly amount: number }[];
}

const reportedOf = (system: System, region: string, { from, through }: Period): Promise<Reported> =>
  system.ask('reporting', `/v1/benefits?region=${region}&from=${from}&through=${through}&by=programme`);

/** What reporting says of the same, village by village. */
export const benefitsReported = async (
  system: System,
  regions: readonly string[],
  period: Period,
): Promise<Booked[]> => {
  const found: Booked[] = [];
  for (const region of [...new Set(regions)].toSorted()) {
    const { rows } = await reportedOf(system, region, period);
    const parts = rows.filter(({ amount }) => amount !== 0).toSorted((a, b) => (a.part < b.part ? -1 : 1));
    for (const { part, amount } of parts) found.push({ region, programme: part, amountRupiah: amount });
  }
  return found;
};

/** Rupiah in a region and all below it, as reporting says. */
export const benefitsIn = async (system: System, region: string, period: Period): Promise<number> =>
  (await reportedOf(system, region, period)).amount;

export const sumOf = (booked: readonly Booked[]): number =>
  booked.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);
