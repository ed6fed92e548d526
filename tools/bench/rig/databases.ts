import pg from 'pg';

/** Databases that rounds are run on. */
export class Databases {
  private readonly open = new Map<string, pg.Client>();

  constructor(private readonly server: string) {}

  urlOf(name: string): string {
    const url = new URL(this.server);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** Makes an empty database; answers its URL. */
  async create(name: string): Promise<string> {
    await this.onServer(`create database ${pg.escapeIdentifier(name)}`);
    return this.urlOf(name);
  }

  /** Makes a database that holds what another one holds, to which nobody may be connected. */
  async copy(from: string, to: string): Promise<string> {
    await this.disconnect(from);
    const [source, target] = [from, to].map((name) => pg.escapeIdentifier(name));
    await this.onServer(`create database ${target} template ${source} strategy file_copy`);
    return this.urlOf(to);
  }

  onServer(sql: string): Promise<pg.QueryResultRow[]> {
    return this.query('postgres', sql);
  }

  /** Asks a database, over one connection that stays open. */
  async query<Row extends pg.QueryResultRow>(
    name: string,
    sql: string,
    params: readonly unknown[] = [],
  ): Promise<Row[]> {
    const client = this.open.get(name) ?? (await this.connect(name));
    return (await client.query<Row>(sql, [...params])).rows;
  }

  /** The one row that there is. */
  async one<Row extends pg.QueryResultRow>(
    name: string,
    sql: string,
    params: readonly unknown[] = [],
  ): Promise<Row> {
    const [row] = await this.query<Row>(name, sql, params);
    if (row === undefined) throw new Error(`no row in ${name}: ${sql}`);
    return row;
  }

  async disconnect(name: string): Promise<void> {
    const client = this.open.get(name);
    this.open.delete(name);
    await client?.end();
  }

  async close(): Promise<void> {
    for (const name of this.open.keys()) await this.disconnect(name);
  }

  private async connect(name: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.urlOf(name) });
    client.on('error', () => this.open.delete(name)); // the server ended it: whoever asks next connects again
    await client.connect();
    this.open.set(name, client);
    return client;
  }
}
