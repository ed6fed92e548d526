import type { Database } from '#libs/persistence';
import type { Entries, RegisterKind } from '../../domain/register/register.js';
import { RegisterEntries } from '../../use-cases/register-entries.js';

const ENTRY = 'select entry from register where kind = $1 and code = $2';

const PARTS = `
  select code from register where kind = 'channel' and entry->>'parent' = $1 order by code`;

/** The registers in PostgreSQL, as they stand. */
export class PostgresRegisterEntries extends RegisterEntries {
  constructor(private readonly database: Database) {
    super();
  }

  override async find<Kind extends RegisterKind>(kind: Kind, code: string): Promise<Entries[Kind] | null> {
    const [row] = await this.database.query<{ entry: Entries[Kind] }>(ENTRY, [kind, code]);
    return row?.entry ?? null;
  }

  override async partsOf(code: string): Promise<readonly string[]> {
    const rows = await this.database.query<{ code: string }>(PARTS, [code]);
    return rows.map((row) => row.code);
  }
}
