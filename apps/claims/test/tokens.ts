import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AUDIENCE, LOCAL_ISSUER, LOCAL_KEYS_FILE } from '#libs/http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A local issuer of the test file's own. */
export interface Tokens {
  /** The folder in which a service finds the public key. */
  readonly dataFolder: string;
  /** A token; without regions it sees all. */
  of(roles: readonly string[], regions?: readonly string[], subject?: string): Promise<string>;
  close(): Promise<void>;
}

export const issueTokens = async (): Promise<Tokens> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  const dataFolder = await mkdtemp(join(tmpdir(), 'claims-keys-'));
  await writeFile(join(dataFolder, LOCAL_KEYS_FILE), JSON.stringify({ keys: [jwk] }));
  return {
    dataFolder,
    of: (roles, regions, subject = 'tester') =>
      new SignJWT({ roles, ...(regions && { regions }) })
        .setProtectedHeader({ alg: 'ES256', kid: 'test' })
        .setSubject(subject)
        .setIssuer(LOCAL_ISSUER)
        .setAudience(AUDIENCE)
        .setExpirationTime('1h')
        .sign(privateKey),
    close: () => rm(dataFolder, { recursive: true }),
  };
};
