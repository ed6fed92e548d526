/** A row that is another one in the old figures than in the new ones; 0 where one side does not have it. */
export interface DifferingRow {
  /** What the row is about, by column. */
  readonly key: Readonly<Record<string, string | number>>;
  readonly old: number;
  readonly new: number;
}

/** A table of the old figures against the same of the new ones. Rows that count nobody are none. */
export interface TableComparison {
  readonly table: string;
  readonly oldRows: number;
  readonly newRows: number;
  readonly differing: number;
  /** The first of them in the order of their keys. */
  readonly first: readonly DifferingRow[];
}

/** Old figures against new ones, row by row, both as of the very same places in the log. */
export interface Comparison {
  /** RFC 3339. */
  readonly comparedAt: string;
  readonly tables: readonly TableComparison[];
}

/** Whether the two are the same, in every row. */
export const areSame = ({ tables }: Pick<Comparison, 'tables'>): boolean =>
  tables.every(({ differing }) => differing === 0);
