import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AUDIENCE, LOCAL_ISSUER, LOCAL_KEYS_FILE } from '#libs/http';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });

/** Puts the public key into the folder in which services look for it. */
export const writeKeys = async (folder: string): Promise<void> => {
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  await writeFile(join(folder, LOCAL_KEYS_FILE), JSON.stringify({ keys: [jwk] }));
};

/** A good token with these claims. */
export const tokenOf = (claims: JWTPayload): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: 'test' })
    .setSubject('tester')
    .setIssuer(LOCAL_ISSUER)
    .setAudience(AUDIENCE)
    .setExpirationTime('1h')
    .sign(privateKey);
