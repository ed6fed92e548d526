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

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Tokens with these claims that nobody may take: unsigned, signed with what everybody knows, past, for others, cut. */
export const badTokens = async (claims: JWTPayload): Promise<readonly string[]> => {
  const good = await tokenOf(claims);
  const [, payload = ''] = good.split('.');
  const shared = Buffer.from(JSON.stringify(await exportJWK(publicKey)));
  const symmetric = new SignJWT(JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload);
  const signed = (change: JWTPayload) =>
    new SignJWT({
      sub: 'tester',
      iss: LOCAL_ISSUER,
      aud: AUDIENCE,
      exp: Math.floor(Date.now() / 1_000) + 600,
      ...claims,
      ...change,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .sign(privateKey);
  return [
    `${encoded({ alg: 'none' })}.${payload}.`,
    `${encoded({ alg: 'None', kid: 'test' })}.${payload}.x`,
    await symmetric.setProtectedHeader({ alg: 'HS256', kid: 'test' }).sign(shared),
    await signed({ exp: 1 }),
    await signed({ aud: 'others' }),
    await signed({ iss: 'others' }),
    good.slice(0, -4),
    'x',
  ];
};
