import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { SnapPartner } from './snap-partners.js';

/** What the standard's example says. */
export const TOKEN_SECONDS = 900;

const MS_PER_SECOND = 1_000;

/** Of a key of its own, so that a token says nothing about signatures made with the secret. */
const sealOf = (claims: string, secret: string): Buffer => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'cakupan snap access token', 32));
  return createHmac('sha256', key).update(claims).digest();
};

/**
 * A token for the partner, good for so many seconds. It is kept nowhere: each replica that knows the partner's secrets can
 * tell whether it is good.
 */
export const newAccessToken = ({ clientId, clientSecrets }: SnapPartner, nowMs: number): string => {
  const claims = Buffer.from(`${nowMs + TOKEN_SECONDS * MS_PER_SECOND} ${clientId}`).toString('base64url');
  return `${claims}.${sealOf(claims, clientSecrets[0]!).toString('base64url')}`;
};

/** Whether the token was given to this partner and is still good. */
export const isGoodToken = (token: string, partner: SnapPartner, nowMs: number): boolean => {
  const [claims = '', seal = '', ...rest] = token.split('.');
  const stated = Buffer.from(seal, 'base64url');
  const isSealed = partner.clientSecrets.some((secret) => {
    const expected = sealOf(claims, secret);
    return stated.length === expected.length && timingSafeEqual(stated, expected);
  });
  if (!isSealed || rest.length > 0) return false;
  const [until = '', clientId = ''] = Buffer.from(claims, 'base64url').toString().split(' ');
  return clientId === partner.clientId && nowMs < Number(until);
};
