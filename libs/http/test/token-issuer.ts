import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

/** An issuer of tokens for tests: a key pair, and the folder in which a service finds the public half. */
export interface TokenIssuer {
  readonly folder: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicPem: string;
  /** A good token with these claims, which may overwrite those that make it good. */
  readonly sign: (claims?: JWTPayload, header?: Record<string, unknown>, key?: CryptoKey) => Promise<string>;
}

export const KEY_ID = 'key-1';

const seconds = () => Math.floor(Date.now() / 1_000);

const folders: string[] = [];

/** Takes the folders of all issuers away again. */
export const closeIssuers = async (): Promise<void> => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
};

export const openIssuer = async (algorithm: 'ES256' | 'RS256' = 'ES256'): Promise<TokenIssuer> => {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: algorithm, use: 'sig' };
  const folder = await mkdtemp(join(tmpdir(), 'cakupan-keys-'));
  folders.push(folder);
  await writeFile(join(folder, 'jwks.json'), JSON.stringify({ keys: [jwk] }));
  const sign: TokenIssuer['sign'] = (claims = {}, header = {}, key = privateKey) =>
    new SignJWT({
      sub: 'someone',
      iss: 'cakupan-local',
      aud: 'cakupan',
      exp: seconds() + 600,
      roles: ['officer'],
      ...claims,
    })
      .setProtectedHeader({ alg: algorithm, kid: KEY_ID, ...header })
      .sign(key);
  return { folder, privateKey, publicKey, publicPem: await exportSPKI(publicKey), sign };
};

/** Seconds since 1970, some seconds away from now. */
export const inSeconds = (away: number): number => seconds() + away;
