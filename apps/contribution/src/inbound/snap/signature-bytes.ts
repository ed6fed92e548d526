import type { SignatureEncoding } from './snap-partners.js';

const FORMS: Readonly<Record<SignatureEncoding, RegExp>> = {
  hex: /^(?:[0-9a-f]{2})+$/i,
  base64: /^[A-Za-z0-9+/]+={0,2}$/,
};

/** The bytes of a signature; null for what is not written as agreed. */
export const bytesOf = (signature: string, encoding: SignatureEncoding): Buffer | null =>
  FORMS[encoding].test(signature) ? Buffer.from(signature, encoding) : null;
