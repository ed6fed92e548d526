import { createHmac, hkdfSync } from 'node:crypto';
import { contentKey } from '../../domain/sign-up/content.js';
import type { SignUpForm } from '../../domain/sign-up/sign-up.js';

/** What stands for personal data wherever it must be recognised again and not read. */
export class Pseudonyms {
  private readonly contentSecret: Buffer;

  /** @param secret shared with contribution, which recognises a NIK by the same token */
  constructor(private readonly secret: Buffer) {
    this.contentSecret = Buffer.from(hkdfSync('sha256', secret, '', 'cakupan content hashes', 32));
  }

  /** base64url of the HMAC-SHA-256 of the NIK: 43 characters. A plain hash of 16 digits could be searched through. */
  nikToken(nik: string): string {
    return createHmac('sha256', this.secret).update(nik).digest('base64url');
  }

  /** Equal for sign-ups of the same content; keyed too, since the content holds a NIK. */
  contentHash(form: SignUpForm): string {
    return createHmac('sha256', this.contentSecret).update(contentKey(form)).digest('base64url');
  }
}
