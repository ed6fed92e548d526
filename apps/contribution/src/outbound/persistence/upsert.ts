import type { Queries } from './queries.js';

/** A column's SQL type, and what stands in it for an item. */
export type Column<Item> = readonly [type: string, of: (item: Item) => unknown];

/**
 * Writes items into a table by one statement, whatever their number: one array for each column. Rows whose key is there
 * are replaced. An array column is given as text, in PostgreSQL's notation, since arrays of arrays are flattened.
 */
export const upsert = <Item>(
  table: string,
  key: readonly string[],
  columns: Readonly<Record<string, Column<Item>>>,
): ((db: Queries, items: readonly Item[]) => Promise<void>) => {
  const names = Object.keys(columns);
  const kept = names.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`);
  const sql = `${insertInto(table, columns)} on conflict (${key.join()}) do update set ${kept.join()}`;
  return writing(sql, columns);
};

/** The same, for rows that are never there before. */
export const insert = <Item>(
  table: string,
  columns: Readonly<Record<string, Column<Item>>>,
): ((db: Queries, items: readonly Item[]) => Promise<void>) => writing(insertInto(table, columns), columns);

/** Texts as an array in PostgreSQL's notation. */
export const arrayOf = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`).join()}}`;

const elementType = (type: string) => (type.endsWith('[]') ? 'text' : type);

const insertInto = (table: string, columns: Readonly<Record<string, Column<never>>>): string => {
  const entries = Object.entries(columns);
  const arrays = entries.map(([, [type]], index) => `$${index + 1}::${elementType(type)}[]`);
  const names = entries.map(([name]) => name);
  const values = entries.map(([name, [type]]) => (type.endsWith('[]') ? `${name}::${type}` : name));
  return `insert into ${table} (${names.join()}) select ${values.join()} from unnest(${arrays.join()}) as t (${names.join()})`;
};

const writing =
  <Item>(sql: string, columns: Readonly<Record<string, Column<Item>>>) =>
  async (db: Queries, items: readonly Item[]): Promise<void> => {
    if (items.length === 0) return;
    await db.query(
      sql,
      Object.values(columns).map(([, of]) => items.map(of)),
    );
  };
