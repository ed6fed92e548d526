import { createHash, timingSafeEqual } from 'node:crypto';

const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** Whether the text is one of the secrets, in a time that tells nothing of them. */
export const isOneOf = (text: string, secrets: readonly string[]): boolean =>
  secrets.filter((secret) => timingSafeEqual(digestOf(text), digestOf(secret))).length > 0;
