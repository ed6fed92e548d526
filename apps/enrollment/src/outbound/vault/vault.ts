import { createCipheriv, createDecipheriv, hkdfSync, randomFillSync } from 'node:crypto';

/** What identifies a person, with the income declared, as it was stated at one sign-up. */
export interface PersonalData {
  readonly nik: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly declaredIncome: number;
}

/** The key of one person's records: plain in memory only, wrapped in the database. */
export interface DataKey {
  readonly plain: Buffer;
  readonly wrapped: Buffer;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Random bytes are drawn for many keys at once: a system call for each would cost more than the encryption. */
const CHANCE_BYTES = 4_096;
const chance = Buffer.alloc(CHANCE_BYTES);
let used = CHANCE_BYTES;

const random = (bytes: number): Buffer => {
  if (used + bytes > CHANCE_BYTES) {
    randomFillSync(chance);
    used = 0;
  }
  used += bytes;
  return Buffer.from(chance.subarray(used - bytes, used));
};

/** Nonce, ciphertext, tag. What stands in `boundTo` must be said again at opening. */
const encrypt = (key: Buffer, plain: Buffer, boundTo: string): Buffer => {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(boundTo));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

const decrypt = (key: Buffer, sealed: Buffer, boundTo: string): Buffer => {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES)).setAAD(
    Buffer.from(boundTo),
  );
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
};

const wrappingKey = (secret: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'cakupan vault', KEY_BYTES));

/**
 * Keeps what identifies people unreadable at rest. Each person has a data key, which the vault's own key wraps:
 * destroying the wrapped key erases the person, in every copy of the records.
 */
export class Vault {
  /** Tells under which of the vault's keys a data key was wrapped. It tells nothing of the key. */
  readonly keyId: string;
  private readonly key: Buffer;
  private readonly keyBefore: Buffer | null;

  /**
   * @param secret of which the wrapping key is derived
   * @param before the one before it, until all data keys are wrapped anew
   */
  constructor(secret: Buffer, before: Buffer | null = null) {
    this.key = wrappingKey(secret);
    this.keyBefore = before && wrappingKey(before);
    this.keyId = Buffer.from(hkdfSync('sha256', secret, '', 'cakupan vault key id', KEY_ID_BYTES)).toString(
      'hex',
    );
  }

  newKey(personId: string): DataKey {
    const plain = random(KEY_BYTES);
    return { plain, wrapped: encrypt(this.key, plain, personId) };
  }

  /** @throws when the wrapped key is another person's, or was tampered with */
  unwrap(wrapped: Buffer, personId: string): DataKey {
    return { plain: this.opened(wrapped, personId), wrapped };
  }

  /** The same data key, wrapped under the vault's key of today. */
  rewrap(wrapped: Buffer, personId: string): Buffer {
    return encrypt(this.key, this.opened(wrapped, personId), personId);
  }

  /** @param recordId what the record belongs to; it opens under no other */
  seal(key: DataKey, data: PersonalData, recordId: string): Buffer {
    return encrypt(key.plain, Buffer.from(JSON.stringify(data)), recordId);
  }

  /** @throws when the key or the record is another's, or was tampered with */
  open(key: DataKey, sealed: Buffer, recordId: string): PersonalData {
    return JSON.parse(decrypt(key.plain, sealed, recordId).toString()) as PersonalData;
  }

  private opened(wrapped: Buffer, personId: string): Buffer {
    if (this.keyBefore === null) return decrypt(this.key, wrapped, personId);
    try {
      return decrypt(this.key, wrapped, personId);
    } catch {
      return decrypt(this.keyBefore, wrapped, personId);
    }
  }
}
