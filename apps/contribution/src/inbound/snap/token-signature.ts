import { verify } from 'node:crypto';
import { bytesOf } from './signature-bytes.js';
import type { SignatureEncoding } from './snap-partners.js';

/** SHA256withRSA over client and timestamp, by the owner of one of the public keys. */
export const isTokenRequestSignedBy = (
  publicKeys: readonly string[],
  request: { readonly clientId: string; readonly timestamp: string },
  signature: string,
  encoding: SignatureEncoding,
): boolean => {
  const stated = bytesOf(signature, encoding);
  const text = Buffer.from(`${request.clientId}|${request.timestamp}`);
  return stated !== null && publicKeys.some((key) => verify('sha256', text, key, stated));
};
