import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { minified } from './minified.js';
import { bytesOf } from './signature-bytes.js';
import type { SignatureEncoding } from './snap-partners.js';

/** A request as it came: nothing of it has been trimmed or parsed. */
export interface SignedRequest {
  readonly method: string;
  /** Path with query, as requested. */
  readonly url: string;
  readonly accessToken: string;
  readonly body: Uint8Array;
  /** As the header has it. */
  readonly timestamp: string;
}

/** What a symmetric signature is made of. */
export const stringToSign = ({ method, url, accessToken, body, timestamp }: SignedRequest): string => {
  const text = minified(Buffer.from(body).toString('utf8'));
  const digest = createHash('sha256').update(text).digest('hex').toLowerCase();
  return `${method}:${url}:${accessToken}:${digest}:${timestamp}`;
};

/** Whether two byte strings are the same, in a time that does not tell where they differ. */
const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** HMAC-SHA512 with one of the secrets. */
export const isSignedWith = (
  secrets: readonly string[],
  request: SignedRequest,
  signature: string,
  encoding: SignatureEncoding,
): boolean => {
  const stated = bytesOf(signature, encoding);
  const text = stringToSign(request);
  return (
    stated !== null &&
    secrets.some((secret) => isSame(stated, createHmac('sha512', secret).update(text).digest()))
  );
};
