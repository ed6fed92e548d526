import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AUDIENCE, LOCAL_ISSUER, LOCAL_KEYS_FILE } from '#libs/http';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

/** An issuer of a test file's own: a key pair, and the folder in which a service finds the public half. */
export interface TokenIssuer {
  readonly dataFolder: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicPem: string;
  /** A good token of an officer's, with these claims, which may overwrite those that make it good. */
  sign(claims?: JWTPayload, header?: Record<string, unknown>, key?: CryptoKey): Promise<string>;
  /** A good token of somebody in these roles; without regions they see all. */
  of(roles: readonly string[], regions?: readonly string[], subject?: string): Promise<string>;
  /** Takes its folder away. */
  close(): Promise<void>;
}

export const KEY_ID = 'key-1';

/** Seconds since 1970, some seconds away from now. */
export const inSeconds = (away: number): number => Math.floor(Date.now() / 1_000) + away;

const LIVES_SECONDS = 3_600;

const opened = new Set<string>();

const remove = async (dataFolder: string): Promise<void> => {
  opened.delete(dataFolder);
  await rm(dataFolder, { recursive: true, force: true });
};

/** Takes the folders of all issuers of the test file away. */
export const closeIssuers = async (): Promise<void> => {
  await Promise.all([...opened].map(remove));
};

export const openIssuer = async (algorithm: 'ES256' | 'RS256' = 'ES256'): Promise<TokenIssuer> => {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: algorithm, use: 'sig' };
  const dataFolder = await mkdtemp(join(tmpdir(), 'cakupan-keys-'));
  opened.add(dataFolder);
  await writeFile(join(dataFolder, LOCAL_KEYS_FILE), JSON.stringify({ keys: [jwk] }));
  const good = () => ({ sub: 'tester', iss: LOCAL_ISSUER, aud: AUDIENCE, exp: inSeconds(LIVES_SECONDS) });
  const sign: TokenIssuer['sign'] = (claims = {}, header = {}, key = privateKey) =>
    new SignJWT({ ...good(), roles: ['officer'], ...claims })
      .setProtectedHeader({ alg: algorithm, kid: KEY_ID, ...header })
      .sign(key);
  return {
    dataFolder,
    privateKey,
    publicKey,
    publicPem: await exportSPKI(publicKey),
    sign,
    of: (roles, regions, sub = 'tester') => sign({ sub, roles: [...roles], ...(regions && { regions }) }),
    close: () => remove(dataFolder),
  };
};
