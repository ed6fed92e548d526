import pg from 'pg';
import { DataSource, type MixedList } from 'typeorm';
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
const CONNECT_MS = 5_000;
const DUPLICATE_DATABASE = new Set(['42P04', '23505']);
/** One migration run at a time over all replicas of a service. */
const MIGRATION_LOCK = 7_262_001;

const withoutDatabase = (url: string): { admin: string; name: string } => {
  const parsed = new URL(url);
  const name = decodeURIComponent(parsed.pathname.slice(1));
  parsed.pathname = '/postgres';
  return { admin: parsed.toString(), name };
};

const makeDatabase = async (url: string): Promise<void> => {
  const { admin, name } = withoutDatabase(url);
  const client = new pg.Client({ connectionString: admin, connectionTimeoutMillis: CONNECT_MS });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (!DUPLICATE_DATABASE.has(String((error as { code?: unknown }).code))) throw error;
  } finally {
    await client.end();
  }
};

const migrate = async (source: DataSource): Promise<void> => {
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
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
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      statement_timeout: STATEMENT_MS,
      lock_timeout: LOCK_MS,
    },
  });
  await source.initialize();
  await migrate(source);
  return new Database(source);
};
