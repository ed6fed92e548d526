import type { IncomingMessage } from '../client/kafka-client.js';
import type { ParkedCipher } from '../consume/parked-cipher.js';

/** What makes up a message, apart from its place in the log. */
export type Content = Pick<IncomingMessage, 'key' | 'headers' | 'value'>;

/** The same as columns of `parked_message`. */
export interface StoredContent {
  readonly key: Buffer | null;
  /** An object of Base64 values, or the Base64 of the sealed object. */
  readonly headers: unknown;
  readonly value: Buffer | null;
}

type Cipher = ParkedCipher | null;

const headersJson = (headers: Content['headers']): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value?.toString('base64') ?? null]),
    ),
  );

/** Headers as the JSON to be stored: a text, where what they say must be unreadable at rest. */
export const storedHeaders = (headers: Content['headers'], cipher: Cipher): string => {
  const plain = headersJson(headers);
  return cipher === null ? plain : JSON.stringify(cipher.seal(Buffer.from(plain)).toString('base64'));
};

/** A key or a value as it is stored. */
export const storedBytes = (plain: Buffer | null, cipher: Cipher): Buffer | null =>
  plain === null || cipher === null ? plain : cipher.seal(plain);

const need = (cipher: Cipher): ParkedCipher => {
  if (cipher === null)
    throw new Error('a parked message is sealed, and the service has no secret to open it');
  return cipher;
};

/** A key or a value as it was. */
export const openedBytes = (stored: Buffer | null, isSealed: boolean, cipher: Cipher): Buffer | null =>
  stored === null || !isSealed ? stored : need(cipher).open(stored);

const openedHeaders = (stored: unknown, cipher: Cipher): Content['headers'] => {
  const plain: unknown =
    typeof stored === 'string'
      ? JSON.parse(need(cipher).open(Buffer.from(stored, 'base64')).toString())
      : stored;
  return Object.fromEntries(
    Object.entries(plain as Record<string, string | null>).map(([name, value]) => [
      name,
      value === null ? undefined : Buffer.from(value, 'base64'),
    ]),
  );
};

/** The message as it was parked. */
export const openedContent = (
  { key, headers, value }: StoredContent,
  isSealed: boolean,
  cipher: Cipher,
): Content => ({
  key: openedBytes(key, isSealed, cipher),
  headers: openedHeaders(headers, cipher),
  value: openedBytes(value, isSealed, cipher),
});
