/** What a naive program is given on its command line, as JSON. */
export interface NaivePlace {
  readonly role: NaiveRole;
  readonly brokers: readonly string[];
  readonly database: string;
  /** For HTTP. */
  readonly port: number;
  readonly group: string;
}

/** What is written the naive way; `tables` only makes its tables. */
export type NaiveRole = 'projection' | 'sign-ups' | 'payments' | 'requests' | 'relay' | 'tables';
