import type { Transaction } from '#libs/persistence';
import { CHANNEL_KINDS } from '#libs/kernel';
import { CAUSES } from '../../../domain/coverage/fact.js';
import { MEASURES } from '../../../domain/coverage/measures.js';
import { MILESTONES } from '../../../domain/funnel/milestones.js';
import type { DifferingRow, TableComparison } from '../../../domain/rebuild/comparison.js';
import type { ComparedTable } from './figure-tables.js';

/** So many are shown. */
export const SHOWN_MAX = 20;

/** Rows that count nobody are none: the live tables keep them, where somebody came and went. */
const compareSql = ({ table, key, counts }: ComparedTable): string => {
  const keys = key.join(', ');
  const rowsOf = (schema: string) => `select ${keys}, ${counts} from ${schema}.${table} where ${counts} <> 0`;
  const regions = key.includes('region') ? 'array(select distinct region from differing)' : 'array[]::text[]';
  return `
    with differing as materialized (
      select ${keys}, coalesce(a.${counts}, 0) as old, coalesce(b.${counts}, 0) as new
      from (${rowsOf('public')}) as a full join (${rowsOf('beside')}) as b using (${keys})
      where a.${counts} is distinct from b.${counts}
    )
    select (select count(*) from (${rowsOf('public')}) as r)::float8 as "oldRows",
           (select count(*) from (${rowsOf('beside')}) as r)::float8 as "newRows",
           (select count(*) from differing)::float8 as differing, ${regions} as regions,
           (select coalesce(json_agg(f), '[]') from (select * from differing order by ${keys} limit $1) as f) as first`;
};

interface Row {
  readonly oldRows: number;
  readonly newRows: number;
  readonly differing: number;
  readonly regions: readonly string[];
  readonly first: readonly (Record<string, string | number> & { old: number; new: number })[];
}

/** Columns that hold places in lists. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  measure: MEASURES,
  cause: CAUSES,
  channel: CHANNEL_KINDS,
  milestone: MILESTONES,
};

/** Places in lists by the names that stand there; what stands nowhere stays as it is. */
const named = (key: Readonly<Record<string, string | number>>): DifferingRow['key'] =>
  Object.fromEntries(
    Object.entries(key).map(([column, value]) => [column, LISTS[column]?.[Number(value)] ?? value]),
  );

/** A table of the live figures against the same of those beside; and the regions in which they differ. */
export const compareTable = async (
  tx: Pick<Transaction, 'query'>,
  compared: ComparedTable,
): Promise<TableComparison & { readonly regions: readonly string[] }> => {
  const [row] = await tx.query<Row>(compareSql(compared), [SHOWN_MAX]);
  const { first, ...counts } = row!;
  const shown = first.map(({ old, new: now, ...key }) => ({ key: named(key), old, new: now }));
  return { table: compared.table, ...counts, first: shown };
};
