import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const derived = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));

const sealingKeyOf = (secret: Buffer): Buffer => derived(secret, 'cakupan parked messages');

const opened = (key: Buffer, sealed: Buffer): Buffer => {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
};

/** Secrets of at least 32 bytes, from each of which a key for parked messages alone is derived. */
export interface ParkingSecrets {
  /** What messages are sealed under. */
  readonly sealing: Buffer;
  /** The one before it, while it is being changed: what was parked under it may still wait. */
  readonly sealingBefore?: Buffer | null;
  /** What the tokens of keys are made with. It is never changed: a key that is held would not be known any more. */
  readonly tokens: Buffer;
}

interface NikSecrets {
  readonly nikVaultKey: Buffer;
  readonly nikVaultKeyBefore?: Buffer | null;
  readonly nikTokenKey: Buffer;
}

/** The secrets of a service that takes messages about persons, as its configuration names them. */
export const parkingSecretsIn = ({
  nikVaultKey,
  nikVaultKeyBefore = null,
  nikTokenKey,
}: NikSecrets): ParkingSecrets => ({
  sealing: nikVaultKey,
  sealingBefore: nikVaultKeyBefore,
  tokens: nikTokenKey,
});

/** Keeps parked inbound messages unreadable at rest: they carry NIK and names, some even as their key. */
export class ParkedCipher {
  private readonly key: Buffer;
  private readonly keyBefore: Buffer | null;
  private readonly tokenKey: Buffer;

  constructor({ sealing, sealingBefore, tokens }: ParkingSecrets) {
    this.key = sealingKeyOf(sealing);
    this.keyBefore = sealingBefore ? sealingKeyOf(sealingBefore) : null;
    this.tokenKey = derived(tokens, 'cakupan keys of parked messages');
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

  /** The same for the same key of a message, and no way back to it for who has not the secret. */
  tokenOf(messageKey: Buffer): Buffer {
    return createHmac('sha256', this.tokenKey).update(messageKey).digest();
  }
}

/** What a message's key is known by at rest: by a digest where it is no secret, as on topics that carry no persons' data. */
export const keyTokenOf = (messageKey: Buffer, cipher: ParkedCipher | null): Buffer =>
  cipher === null ? createHash('sha256').update(messageKey).digest() : cipher.tokenOf(messageKey);
