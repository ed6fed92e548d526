/** A database that is only asked. */
export interface Asking {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}
