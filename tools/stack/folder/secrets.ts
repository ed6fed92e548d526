import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { failedWith } from '../cannot-start.js';

/** What this stack keeps to itself; made once per data folder, readable by its user alone. */
export interface Secrets {
  readonly postgresPassword: string;
  /** 32 bytes in base64: the key of the tokens that stand for NIKs. */
  readonly nikTokenKey: string;
  /** 32 bytes in base64: the key of the vault with personal data. */
  readonly nikVaultKey: string;
}

const KEY_BYTES = 32;

const newSecrets = (): Secrets => ({
  postgresPassword: randomBytes(KEY_BYTES).toString('hex'),
  nikTokenKey: randomBytes(KEY_BYTES).toString('base64'),
  nikVaultKey: randomBytes(KEY_BYTES).toString('base64'),
});

/** Reads the secrets from the file, or makes them and writes it. */
export const secretsIn = async (file: string): Promise<Secrets> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Secrets;
  } catch (error) {
    if (!failedWith(error, 'ENOENT')) throw error;
    const made = newSecrets();
    await writeFile(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
    await rename(`${file}.new`, file);
    return made;
  }
};
