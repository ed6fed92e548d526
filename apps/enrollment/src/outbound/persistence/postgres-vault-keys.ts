import type { Database } from '#libs/persistence';
import { VaultKeys, type Rewrapped } from '../../use-cases/vault-keys.js';
import type { Vault } from '../vault/vault.js';

const UNDER_ANOTHER = `
  select person_id as "personId", vault_key as "wrapped" from person
   where vault_key is not null and wrapped_under is distinct from $1 and ($2::uuid is null or person_id > $2)
   order by person_id limit $3`;

/** Whoever was erased or merged meanwhile has another key, or none: that stays. */
const REWRAP = `
  update person p set vault_key = t.anew, wrapped_under = $4
    from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as t (person_id, wrapped, anew)
   where p.person_id = t.person_id and p.vault_key = t.wrapped`;

/** The wrapped keys of persons in PostgreSQL. */
export class PostgresVaultKeys extends VaultKeys {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    override readonly isChanging: boolean,
  ) {
    super();
  }

  override async rewrapAfter(personId: string | null, limit: number): Promise<Rewrapped> {
    const { vault } = this;
    const rows = await this.database.query<{ personId: string; wrapped: Buffer }>(UNDER_ANOTHER, [
      vault.keyId,
      personId,
      limit,
    ]);
    if (rows.length === 0) return { keys: 0, next: null };
    await this.database.query(REWRAP, [
      rows.map((row) => row.personId),
      rows.map(({ wrapped }) => wrapped),
      rows.map((row) => vault.rewrap(row.wrapped, row.personId)),
      vault.keyId,
    ]);
    return { keys: rows.length, next: rows.length < limit ? null : rows.at(-1)!.personId };
  }
}
