import type { Clock } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import { Contacts, type Contact } from '../../use-cases/contacts.js';
import type { Vault } from '../vault/vault.js';
import { noteUse } from './personal-data-uses.js';

/** Of somebody who turned out to be another, the record lies under that person's key. */
const RECORD = `
  select p.person_id as "personId", vault_key as "wrappedKey", sealed
    from vault join person p using (person_id) where membership_id = $1 and vault_key is not null`;

interface Row {
  readonly personId: string;
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

/** Contacts in the vault. */
export class PostgresContacts extends Contacts {
  constructor(
    private readonly database: Database,
    private readonly tools: { readonly vault: Vault; readonly clock: Clock },
  ) {
    super();
  }

  override async of(membershipId: string, actor: string): Promise<Contact | null> {
    const [row] = await this.database.query<Row>(RECORD, [membershipId]);
    if (row === undefined) return null;
    const { vault, clock } = this.tools;
    const { personId, wrappedKey, sealed } = row;
    await noteUse(this.database, { personId, at: clock.recordedAt(null), what: 'contact-shown', actor });
    const { fullName, mobile, email } = vault.open(vault.unwrap(wrappedKey, personId), sealed, membershipId);
    return { membershipId, personId, fullName, mobile, email };
  }
}
