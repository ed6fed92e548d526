import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServiceProcess, type ServiceProcess } from '#libs/testing';

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cakupan-enrollment-'));
  await writeFile(join(folder, 'jwks.json'), JSON.stringify({ keys: [] }));
  return folder;
};

/**
 * The service as it was built, in a process of its own, once it is ready.
 * @param keys a folder with the public keys of an issuer; none is known without one
 */
export const startService = async (
  databaseUrl: string,
  key: string,
  keys?: string,
): Promise<ServiceProcess> => {
  const dataFolder = keys ?? (await newFolder());
  const service = await startServiceProcess('enrollment', {
    databaseUrl,
    dataFolder,
    logLevel: 'trace',
    until: 'ready',
    env: { NIK_TOKEN_KEY: key, NIK_VAULT_KEY: key },
  });
  const end = (how: 'stop' | 'kill') => async () => {
    await service[how]();
    if (keys === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  return { ...service, stop: end('stop'), kill: end('kill') };
};
