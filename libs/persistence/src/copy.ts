import { QueryRunnerAlreadyReleasedError, type QueryRunner } from 'typeorm';

/** A value as COPY reads it; what PostgreSQL cannot read from its text cannot be copied. */
export type CopyValue = string | number | null;

/** The part of pg's connection that COPY needs, and that its types leave out. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const fieldOf = (value: CopyValue): string => {
  if (value === null) return '\\N';
  const text = String(value);
  return SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (special) => ESCAPED[special]!) : text;
};

/** Rows in PostgreSQL's text format of COPY. */
export const copyText = (rows: readonly (readonly CopyValue[])[]): string => {
  let text = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i += 1) text += i === 0 ? fieldOf(row[i]!) : `\t${fieldOf(row[i]!)}`;
    text += '\n';
  }
  return text;
};

/** One COPY … FROM STDIN, as pg's client takes queries of other kinds. */
class CopyIn {
  private readonly settled = Promise.withResolvers<void>();
  readonly done = this.settled.promise;

  constructor(
    private readonly sql: string,
    private readonly data: Buffer,
  ) {}

  submit(connection: CopyConnection): void {
    connection.query(this.sql);
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

/** Adds rows to a table on the runner's connection. Table and columns are the program's own words, never anybody's input. */
export const copyIn = async (
  runner: QueryRunner,
  into: { readonly table: string; readonly columns: readonly string[] },
  rows: readonly (readonly CopyValue[])[],
): Promise<void> => {
  if (rows.length === 0) return;
  if (runner.isReleased) throw new QueryRunnerAlreadyReleasedError();
  const client = (await runner.connect()) as { query(query: CopyIn): CopyIn };
  const copy = new CopyIn(
    `copy ${into.table} (${into.columns.join(', ')}) from stdin`,
    Buffer.from(copyText(rows)),
  );
  await client.query(copy).done;
};
