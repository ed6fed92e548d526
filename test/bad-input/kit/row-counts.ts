import type { Database } from '#libs/persistence';

/** How many rows each table of a service's database has; all but the relay's, which makes itself at home after the start. */
export const rowCounts = async (database: Database): Promise<Readonly<Record<string, number>>> => {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_name not in ('relay_cursor', 'log_cursor') and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from ${name}`);
  const rows = await database.query<{ name: string; rows: number }>(counts.join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
};
