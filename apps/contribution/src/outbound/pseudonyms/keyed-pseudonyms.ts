import { createHmac, hkdfSync } from 'node:crypto';
import { Pseudonyms } from '../../use-cases/pseudonyms.js';

/** Pseudonyms by HMAC-SHA-256 in base64url: 16 digits under a plain hash could be searched through. */
export class KeyedPseudonyms extends Pseudonyms {
  private readonly contentSecret: Buffer;

  /** @param secret shared with enrollment, which makes the same tokens */
  constructor(private readonly secret: Buffer) {
    super();
    this.contentSecret = Buffer.from(hkdfSync('sha256', secret, '', 'cakupan content hashes', 32));
  }

  override nikToken(nik: string): string {
    return createHmac('sha256', this.secret).update(nik).digest('base64url');
  }

  override contentHash(text: string): string {
    return createHmac('sha256', this.contentSecret).update(text).digest('base64url');
  }
}
