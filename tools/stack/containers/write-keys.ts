import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secretsIn } from '../folder/secrets.js';

/** Keys lie in files: an environment is shown by whoever inspects a container. */
export const writeKeys = async (folder: string): Promise<void> => {
  const { nikTokenKey, nikVaultKey } = await secretsIn(join(folder, 'secrets.json'));
  await writeFile(join(folder, 'nik-token.key'), nikTokenKey, { mode: 0o600 });
  await writeFile(join(folder, 'nik-vault.key'), nikVaultKey, { mode: 0o600 });
};
