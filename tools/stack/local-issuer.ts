import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';

export const LOCAL_ISSUER = 'cakupan-local';

const AUDIENCE = 'cakupan';
const ALGORITHM = 'ES256';
const LIFETIME = '30 days';
const PRIVATE_FILE = 'local-issuer.jwk';
const PUBLIC_FILE = 'jwks.json';

/** Whom a token speaks of. */
export interface Bearer {
  readonly role: string;
  /** Without one: all regions. */
  readonly region?: string | undefined;
  readonly channel?: string | undefined;
  readonly gateway?: string | undefined;
  readonly sub?: string | undefined;
}

/** Signs tokens with the key pair of one data folder. */
export interface LocalIssuer {
  readonly token: (bearer: Bearer) => Promise<string>;
}

const writeWhole = async (file: string, content: object, mode: number): Promise<void> => {
  await writeFile(`${file}.new`, JSON.stringify(content), { mode });
  await rename(`${file}.new`, file);
};

const makeKeys = async (folder: string): Promise<void> => {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const shown = await exportJWK(publicKey);
  const marks = { kid: await calculateJwkThumbprint(shown), alg: ALGORITHM, use: 'sig' };
  await writeWhole(join(folder, PUBLIC_FILE), { keys: [{ ...shown, ...marks }] }, 0o644);
  await writeWhole(join(folder, PRIVATE_FILE), { ...(await exportJWK(privateKey)), ...marks }, 0o600);
};

const claimsOf = ({ role, region, channel, gateway }: Bearer) => ({
  roles: [role],
  ...(region === undefined ? {} : { regions: [region] }),
  ...(channel === undefined ? {} : { channel }),
  ...(gateway === undefined ? {} : { gateway }),
});

/**
 * The issuer that stands in for an OIDC provider on one machine. Its key pair lies in the data folder and is made
 * when it is missing: `local-issuer.jwk` for itself alone, `jwks.json` for the services to verify with.
 */
export const localIssuer = async (folder: string): Promise<LocalIssuer> => {
  if (!existsSync(join(folder, PRIVATE_FILE))) await makeKeys(folder);
  const jwk = JSON.parse(await readFile(join(folder, PRIVATE_FILE), 'utf8')) as JWK;
  const key = await importJWK(jwk, ALGORITHM);
  const token = (bearer: Bearer) =>
    new SignJWT(claimsOf(bearer))
      .setProtectedHeader({ alg: ALGORITHM, kid: String(jwk.kid) })
      .setIssuer(LOCAL_ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(bearer.sub ?? `local-${bearer.role}`)
      .setIssuedAt()
      .setExpirationTime(LIFETIME)
      .sign(key);
  return { token };
};
