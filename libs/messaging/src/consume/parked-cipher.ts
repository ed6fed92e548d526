import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'cakupan parked messages', 32));

const opened = (key: Buffer, sealed: Buffer): Buffer => {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
};

/** Keeps parked inbound messages unreadable at rest: they carry NIK and names. */
export class ParkedCipher {
  private readonly key: Buffer;
  private readonly keyBefore: Buffer | null;

  /**
   * @param secret at least 32 bytes; a key of its own is derived from it
   * @param before the one before it: what was parked under it may still wait
   */
  constructor(secret: Buffer, before: Buffer | null = null) {
    this.key = keyOf(secret);
    this.keyBefore = before && keyOf(before);
  }

  seal(plain: Buffer): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  open(sealed: Buffer): Buffer {
    if (this.keyBefore === null) return opened(this.key, sealed);
    try {
      return opened(this.key, sealed);
    } catch {
      return opened(this.keyBefore, sealed);
    }
  }
}
