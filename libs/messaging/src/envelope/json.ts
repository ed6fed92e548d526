import { isAscii, isUtf8 } from 'node:buffer';
import type { Reason } from '#libs/kernel';

/** Deeper nesting than this is an attack, not a message. */
const DEPTH_MAX = 64;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** How deep the brackets of a JSON text go, without parsing it: a parser may not survive what this refuses. */
export const depthOf = (text: Buffer): number => {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const byte = text[i]!;
    if (inString) {
      if (byte === BACKSLASH) i += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === OPEN || byte === OPEN_LIST) deepest = Math.max(deepest, (depth += 1));
    else if (byte === CLOSE || byte === CLOSE_LIST) depth -= 1;
  }
  return deepest;
};

/** What opens no more brackets than that cannot be too deep, whatever stands in its strings: so it is with every real message. */
const opensFew = (text: Buffer): boolean => {
  let open = 0;
  for (let i = 0; i < text.length; i += 1)
    if ((text[i] === OPEN || text[i] === OPEN_LIST) && (open += 1) > DEPTH_MAX) return false;
  return true;
};

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The text of bytes in UTF-8, several times faster than a fatal `TextDecoder`; null where they are none. */
const textOf = (bytes: Buffer): string | null => {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (!isUtf8(bytes)) return null;
  return bytes.toString('utf8', bytes.indexOf(BYTE_ORDER_MARK) === 0 ? BYTE_ORDER_MARK.length : 0);
};

/** `__proto__` as a field name, however it is escaped: such a text is parsed with a look at every key. */
const mayHideProto = (text: string) =>
  text.includes('__proto__') || (text.includes('\\u') && /\\u00(5f|70|72|6f|74)/i.test(text));

const hasProto = (text: string): boolean => {
  let found = false;
  JSON.parse(text, (key, value: unknown) => {
    if (key === '__proto__') found = true;
    return value;
  });
  return found;
};

export type Parsed = { readonly value: unknown } | { readonly reason: Reason };

/** Reads JSON in UTF-8 from bytes, or says why it cannot be taken in. */
export const parseJson = (bytes: Buffer | null): Parsed => {
  if (bytes === null || bytes.length === 0) return { reason: 'unreadable' };
  if (!opensFew(bytes) && depthOf(bytes) > DEPTH_MAX) return { reason: 'too-deep' };
  try {
    const text = textOf(bytes);
    if (text === null) return { reason: 'unreadable' };
    if (mayHideProto(text) && hasProto(text)) return { reason: 'forbidden-field' };
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { reason: 'unreadable' };
  }
};
