import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Rows repeat themselves: the fastest level makes an eighth of them, and writing the rest would take longer. */
const LEVEL = 1;

const keyOf = (secret: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'cakupan sign-up batches', 32));

const opened = (key: Buffer, sealed: Buffer, boundTo: string): string => {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(boundTo));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const packed = [decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
  return inflateRawSync(Buffer.concat(packed)).toString();
};

/** Keeps rows that wait to be answered unreadable at rest: they carry NIK and names. */
export class BatchCipher {
  private readonly key: Buffer;
  private readonly keyBefore: Buffer | null;

  /**
   * @param secret of which a key of its own is derived
   * @param before the one before it: files that came in under it may still wait
   */
  constructor(secret: Buffer, before: Buffer | null = null) {
    this.key = keyOf(secret);
    this.keyBefore = before && keyOf(before);
  }

  /** @param boundTo what the rows belong to; they open under nothing else */
  seal(plain: string, boundTo: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce).setAAD(Buffer.from(boundTo));
    const packed = deflateRawSync(plain, { level: LEVEL });
    return Buffer.concat([nonce, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws when the rows are another's, or were tampered with */
  open(sealed: Buffer, boundTo: string): string {
    if (this.keyBefore === null) return opened(this.key, sealed, boundTo);
    try {
      return opened(this.key, sealed, boundTo);
    } catch {
      return opened(this.keyBefore, sealed, boundTo);
    }
  }
}
