import { createHmac } from 'node:crypto';
import type { Database } from '#libs/persistence';
import { AccountTokens, type Account } from '../../use-cases/account-tokens.js';

const KEY = 'select key from account_key';

/** Hashes under a key that lies in the database beside what it stands for, one for all replicas. */
export class PostgresAccountTokens extends AccountTokens {
  constructor(private readonly database: Database) {
    super();
  }

  override async of({ bank, number }: Account): Promise<{ readonly token: string }> {
    const [row] = await this.database.query<{ key: Buffer }>(KEY, []);
    return { token: createHmac('sha256', row!.key).update(`${bank}:${number}`).digest('base64url') };
  }
}
