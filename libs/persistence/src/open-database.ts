import pg from 'pg';
import { DataSource, MigrationExecutor, type MixedList, type QueryRunner } from 'typeorm';
import { Database } from './database.js';

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/name`; the database is made when it is missing. */
  readonly url: string;
  /** TypeORM migration classes, oldest first; run at opening, one process at a time. */
  readonly migrations: readonly Function[];
  readonly entities?: readonly Function[];
  /** Connections at most, and at least two; each consumer transaction, HTTP batch and relay lane holds one. */
  readonly poolSize?: number;
}

const POOL_SIZE = 12;
/** A stopped process must not keep its locks: `pg_snapshot_xmin` and with it every relay would stand still. */
const IDLE_IN_TRANSACTION_MS = 5_000;
/** Longer than any batch; a statement that takes this long has lost its way. */
const STATEMENT_MS = 60_000;
const LOCK_MS = 20_000;
/**
 * Event paths look up many rows by their keys, most of them in memory. For disks that turn, as PostgreSQL assumes them, it
 * would rather read whole tables; and what it saves by compiling a statement it loses many times over by compiling.
 */
const PLANNER = '-c random_page_cost=1.1 -c jit=off';
const CONNECT_MS = 5_000;
const NO_SUCH_DATABASE = '3D000';
const DUPLICATE_DATABASE = new Set(['42P04', '23505']);
/** One migration run at a time over all replicas of a service. */
const MIGRATION_LOCK = 7_262_001;

const codeOf = (error: unknown) => String((error as { code?: unknown }).code);

/**
 * A connection whose loss is heard at its next use. Between two listeners, while it changes hands, an error that nobody
 * hears would end the process.
 */
class CalmClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

const connected = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new CalmClient({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const exists = async (url: string): Promise<boolean> => {
  try {
    return await connected(url, async () => true);
  } catch (error) {
    if (codeOf(error) === NO_SUCH_DATABASE) return false;
    throw error;
  }
};

/** Only when it is missing does anybody need the server's own database, and the right to make others. */
const makeDatabase = async (url: string): Promise<void> => {
  if (await exists(url)) return;
  const server = new URL(url);
  const name = decodeURIComponent(server.pathname.slice(1));
  server.pathname = '/postgres';
  try {
    await connected(server.toString(), (client) =>
      client.query(`create database ${pg.escapeIdentifier(name)}`),
    );
  } catch (error) {
    if (!DUPLICATE_DATABASE.has(codeOf(error))) throw error; // another process was quicker
  }
};

/** Waits its turn and takes its time: what limits ordinary work does not hold here. */
const migrateOn = async (source: DataSource, runner: QueryRunner): Promise<void> => {
  await runner.query('set lock_timeout = 0');
  await runner.query('set statement_timeout = 0');
  await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'each';
  await executor.executePendingMigrations();
};

const migrate = async (source: DataSource): Promise<void> => {
  const runner = source.createQueryRunner();
  try {
    await migrateOn(source, runner);
  } finally {
    // the connection goes back to the pool
    await runner.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await runner.query('reset all').catch(() => undefined);
    await runner.release();
  }
};

/** Opens a service's database: makes it when missing, brings its schema up to date, keeps a bounded pool. */
export const openDatabase = async (options: DatabaseOptions): Promise<Database> => {
  await makeDatabase(options.url);
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    migrations: [...options.migrations] as MixedList<Function>,
    entities: [...(options.entities ?? [])] as MixedList<Function>,
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
    poolSize: options.poolSize ?? POOL_SIZE,
    poolErrorHandler: () => undefined, // a lost idle connection is replaced at its next use
    connectTimeoutMS: CONNECT_MS,
    extra: {
      Client: CalmClient,
      options: PLANNER,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      statement_timeout: STATEMENT_MS,
      lock_timeout: LOCK_MS,
    },
  });
  await source.initialize();
  try {
    await migrate(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return new Database(source);
};
