import pg from 'pg';

/** A value as COPY reads it. */
export type Field = string | number | boolean | null;

interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const textOf = (field: Field): string => {
  if (field === null) return '\\N';
  const text = String(field);
  return /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (one) => ESCAPES[one]!) : text;
};

/** One COPY … FROM STDIN, in the shape in which pg's client takes queries. */
class CopyIn {
  private readonly settled = Promise.withResolvers<void>();
  readonly done = this.settled.promise;

  constructor(
    private readonly table: string,
    private readonly data: Buffer,
  ) {}

  submit(connection: CopyConnection): void {
    connection.query(`copy ${this.table} from stdin`);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.data);
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.settled.reject(error);
  }

  handleReadyForQuery(): void {
    this.settled.resolve();
  }
}

const FETCH_ROWS = 5_000;
const FLUSH_ROWS = 5_000;
const SETTINGS = `set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set work_mem = '64MB'; set jit = off; set enable_nestloop = off`;

/** One connection to a database, with temporary tables that rows of the log are put beside its own in. */
export class Session {
  private readonly pending = new Map<string, string[]>();

  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<Session> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(SETTINGS);
    return new Session(client);
  }

  async query<Row extends pg.QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, [...params])).rows;
  }

  /** Adds a row to a temporary table, at the next flush. */
  put(table: string, fields: readonly Field[]): void {
    const rows = this.pending.get(table) ?? [];
    rows.push(fields.map(textOf).join('\t'));
    this.pending.set(table, rows);
  }

  /** Writes the rows that wait: all, or where there are many. */
  async flush(all: boolean): Promise<void> {
    for (const [table, rows] of this.pending) {
      if (!all && rows.length < FLUSH_ROWS) continue;
      this.pending.delete(table);
      const copy = new CopyIn(table, Buffer.from(`${rows.join('\n')}\n`));
      await (this.client.query as unknown as (copy: CopyIn) => CopyIn).call(this.client, copy).done;
    }
  }

  /** Gives the rows of a query one by one; so many are in memory at a time. */
  async each<Row extends pg.QueryResultRow>(sql: string, take: (row: Row) => void): Promise<void> {
    await this.client.query('begin');
    await this.client.query(`declare rows no scroll cursor for ${sql}`);
    for (;;) {
      const { rows } = await this.client.query<Row>(`fetch ${FETCH_ROWS} from rows`);
      for (const row of rows) take(row);
      if (rows.length < FETCH_ROWS) break;
    }
    await this.client.query('commit');
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
