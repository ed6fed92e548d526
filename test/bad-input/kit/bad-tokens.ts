import { KEY_ID, type TokenIssuer } from '#libs/testing';
import { exportJWK, SignJWT, type JWTPayload } from 'jose';

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Tokens with these claims that nobody may take: unsigned, signed with what everybody knows, past, for others, cut. */
export const badTokens = async (issuer: TokenIssuer, claims: JWTPayload): Promise<readonly string[]> => {
  const signed = (change: JWTPayload) => issuer.sign({ ...claims, ...change });
  const good = await signed({});
  const [, payload = ''] = good.split('.');
  const shared = Buffer.from(JSON.stringify(await exportJWK(issuer.publicKey)));
  const symmetric = new SignJWT(JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload);
  return [
    `${encoded({ alg: 'none' })}.${payload}.`,
    `${encoded({ alg: 'None', kid: KEY_ID })}.${payload}.x`,
    await symmetric.setProtectedHeader({ alg: 'HS256', kid: KEY_ID }).sign(shared),
    await signed({ exp: 1 }),
    await signed({ aud: 'others' }),
    await signed({ iss: 'others' }),
    good.slice(0, -4),
    'x',
  ];
};
